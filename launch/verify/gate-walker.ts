// The worker thread of the gate's random walks: one piece at a time, what went wrong back.
import { parentPort } from "node:worker_threads";
import { walk } from "../../robot/walk/walk.ts";
import type { Piece, PieceWalked } from "./gate-walks.ts";

parentPort?.on("message", ({ first, count, steps }: Piece) => {
  let moved = 0;
  const violations: string[] = [];
  for (let seed = first; seed < first + count; seed += 1) {
    const walked = walk(seed, steps);
    moved += walked.moved;
    if (walked.violation !== undefined) violations.push(`seed ${seed}, ${walked.violation}`);
  }
  const answer: PieceWalked = { moved, violations };
  parentPort?.postMessage(answer);
});
