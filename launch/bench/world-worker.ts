// The worker thread of the bench of two worlds: runs a world of its own, or plain arithmetic, for as long as it is told, and says how fast it went.
import { parentPort } from "node:worker_threads";
import { seconds } from "../../core/units.ts";
import { simBench } from "../../sim/bench.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";

export type Piece =
  /** [s] of simulated time; answered by how many of them it did in a second of the wall's clock */
  | { readonly world: number }
  /** rounds of arithmetic that stays in a core's registers; answered by how many a second */
  | { readonly rounds: number };

const bench = simBench(await loadEngine());
/** Kept, so that no compiler leaves the rounds out. */
let sum = 1;

function arithmetic(rounds: number): void {
  for (let round = 0; round < rounds; round += 1) sum = (sum * 1.000_000_1 + 1e-9) % 2;
}

parentPort?.on("message", (piece: Piece) => {
  const begin = performance.now();
  const amount = "world" in piece ? piece.world : piece.rounds;
  if ("world" in piece) bench.world(seconds(amount));
  else arithmetic(amount);
  parentPort?.postMessage(amount / ((performance.now() - begin) / 1000));
});
