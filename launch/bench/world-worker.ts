// The worker thread of the bench of two worlds: runs a world of its own for as long as it is told, and says how fast it went.
import { parentPort } from "node:worker_threads";
import { seconds } from "../../core/units.ts";
import { simBench } from "../../sim/bench.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";

const bench = simBench(await loadEngine());

/** Simulated seconds asked for; answered by how many of them it did in a second of the wall's clock. */
parentPort?.on("message", (duration: number) => {
  const begin = performance.now();
  bench.world(seconds(duration));
  parentPort?.postMessage(duration / ((performance.now() - begin) / 1000));
});
