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
let sum = 0;

/** Six chains at once, none of which waits for another: a core that two threads share gives each of them less of it. */
function arithmetic(rounds: number): void {
  let [a, b, c, d, e, f] = [1, 1.1, 1.2, 1.3, 1.4, 1.5];
  for (let round = 0; round < rounds; round += 1) {
    a = a * 0.999_999 + 1e-9;
    b = b * 0.999_998 + 1e-9;
    c = c * 0.999_997 + 1e-9;
    d = d * 0.999_996 + 1e-9;
    e = e * 0.999_995 + 1e-9;
    f = f * 0.999_994 + 1e-9;
  }
  sum += a + b + c + d + e + f;
}

parentPort?.on("message", (piece: Piece) => {
  const begin = performance.now();
  const amount = "world" in piece ? piece.world : piece.rounds;
  if ("world" in piece) bench.world(seconds(amount));
  else arithmetic(amount);
  parentPort?.postMessage(amount / ((performance.now() - begin) / 1000));
});
