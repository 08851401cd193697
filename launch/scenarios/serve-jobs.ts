// The inside of a worker thread of runParallel: one job at a time, its result or its error back.
import { parentPort } from "node:worker_threads";
import type { Done, Job } from "./parallel.ts";

export function serveJobs<Options>(run: (job: Job<Options>) => Promise<unknown>): void {
  const tell = (done: Done<unknown>) => parentPort?.postMessage(done);
  parentPort?.on("message", async (job: Job<Options>) => {
    try {
      tell({ ok: true, result: await run(job) });
    } catch (error) {
      tell({ ok: false, error: error instanceof Error ? error.message : String(error) });
    }
  });
}
