// Runs one scenario's seeds over the machine's cores, each in a worker thread of its own, with progress on a terminal.
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { SingleBar } from "cli-progress";

export interface Job<Options> {
  readonly scenario: string;
  readonly seed: number;
  readonly options: Options;
}
/** What the worker thread answers a job with. */
export type Done<Result> =
  { readonly ok: true; readonly result: Result } | { readonly ok: false; readonly error: string };

/** The worker of the scenarios. */
const ENTRY = new URL("worker.ts", import.meta.url);

/**
 * Results in the order of the jobs. Rejects with the first job's error, naming its seed. `each` hears of every
 * result as it comes. `entry` is the worker's file, which ends in `serveJobs`.
 */
export async function runParallel<Options, Result>(
  jobs: readonly Job<Options>[],
  each: (result: Result, job: Job<Options>) => void = () => {},
  entry: URL = ENTRY,
): Promise<Result[]> {
  const results = Array.from<Result>({ length: jobs.length });
  const bar = new SingleBar({
    format: "{bar} {value}/{total} runs, {eta_formatted} left",
    stream: process.stderr,
  });
  const shown = process.stderr.isTTY && jobs.length > 1;
  if (shown) bar.start(jobs.length, 0);
  let next = 0;
  const work = async () => {
    const worker = new Worker(entry);
    try {
      for (let place = next++; place < jobs.length; place = next++) {
        const job = jobs[place];
        if (job === undefined) return;
        const result = await ask<Options, Result>(worker, job);
        results[place] = result;
        each(result, job);
        if (shown) bar.increment();
      }
    } finally {
      await worker.terminate();
    }
  };
  try {
    await Promise.all(Array.from({ length: Math.min(availableParallelism(), jobs.length) }, work));
  } finally {
    bar.stop();
  }
  return results;
}

function ask<Options, Result>(worker: Worker, job: Job<Options>): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const fail = (error: Error) =>
    reject(new Error(`${job.scenario}, seed ${job.seed}: ${error.message}`, { cause: error }));
  const answer = (done: Done<Result>) => (done.ok ? resolve(done.result) : fail(new Error(done.error)));
  worker.once("message", answer).once("error", fail);
  worker.postMessage(job);
  return promise.finally(() => worker.off("message", answer).off("error", fail));
}
