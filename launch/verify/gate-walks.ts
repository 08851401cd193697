// A part of the proof: random walks through the gate, over the machine's cores; not one sample may break any limit.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";

export const STEPS = 200;
/** Walks that a thread is given at once: a few tenths of a second of work. */
const PIECE = 200;
/** Violations that are told; the rest is counted. */
const TOLD = 10;

/** What a thread is asked for, and what it answers. */
export interface Piece {
  readonly first: number;
  readonly count: number;
  readonly steps: number;
}
export interface PieceWalked {
  readonly moved: number;
  /** "seed 7, step 12: why" */
  readonly violations: readonly string[];
}
export interface GateWalks {
  readonly walks: number;
  readonly steps: number;
  /** samples at which the robot moved, as a share of all */
  readonly moving: number;
  readonly violations: number;
  /** the first few, each with the seed that walks it again */
  readonly told: readonly string[];
}

/** Walks with the seeds from `first` on. `each` hears how many walks are done. Rejects when a thread fails. */
export async function gateWalks(
  walks: number,
  first = 0,
  each: (done: number) => void = () => {},
): Promise<GateWalks> {
  let [next, done, moved, violations] = [0, 0, 0, 0];
  const told: string[] = [];
  const work = async () => {
    const worker = new Worker(new URL("gate-walker.ts", import.meta.url));
    try {
      while (next < walks) {
        const piece = { first: first + next, count: Math.min(PIECE, walks - next), steps: STEPS };
        next += piece.count;
        const walked = await ask(worker, piece);
        done += piece.count;
        moved += walked.moved;
        violations += walked.violations.length;
        told.push(...walked.violations.slice(0, TOLD - told.length));
        each(done);
      }
    } finally {
      await worker.terminate();
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), walks) }, work));
  return { walks, steps: walks * STEPS, moving: moved / (walks * STEPS), violations, told };
}

function ask(worker: Worker, piece: Piece): Promise<PieceWalked> {
  const { promise, resolve, reject } = Promise.withResolvers<PieceWalked>();
  worker.once("message", resolve).once("error", reject);
  worker.postMessage(piece);
  return promise.finally(() => worker.off("message", resolve).off("error", reject));
}
