// The worker thread of a scenario's runs: one job at a time, its result or its error back.
import { parentPort } from "node:worker_threads";
import type { Done, Job } from "./parallel.ts";
import type { Eyes } from "./ride.ts";
import { standUp } from "./stand-up.ts";
import { stopMidLift, type Cause } from "./stop-mid-lift.ts";

export type ScenarioOptions = { readonly cause?: Cause; readonly eyes: Eyes };
const SCENARIOS: Readonly<Record<string, (job: Job<ScenarioOptions>) => Promise<unknown>>> = {
  "stand-up": ({ seed, options }) => standUp(seed, options.eyes),
  "stop-mid-lift": ({ seed, options }) => stopMidLift(seed, options.cause ?? "stop", options.eyes),
};

parentPort?.on("message", async (job: Job<ScenarioOptions>) => {
  const run = SCENARIOS[job.scenario];
  const tell = (done: Done<unknown>) => parentPort?.postMessage(done);
  try {
    if (run === undefined) throw new Error(`no scenario ${job.scenario}`);
    tell({ ok: true, result: await run(job) });
  } catch (error) {
    tell({ ok: false, error: error instanceof Error ? error.message : String(error) });
  }
});
