// Two simulated worlds, each on a core of its own, beside one: what a scenario gains by running over the cores.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { median } from "./statistics.ts";

/** [s] of simulated time a piece; and how many pieces, one world alone and both together by turns. */
const PIECE = 2;
const PIECES = 8;

export interface TwoWorlds {
  /** [1] simulated seconds a second, of one alone and of both together */
  readonly one: number;
  readonly both: number;
  /** both to one: the median of the pairs */
  readonly ratio: number;
}

/** Rejects when a thread fails. */
export async function twoWorlds(): Promise<TwoWorlds> {
  const entry = new URL("world-worker.ts", import.meta.url);
  const [first, second] = [new Worker(entry), new Worker(entry)];
  const run = async (worker: Worker): Promise<number> => {
    worker.postMessage(PIECE);
    const [rate] = (await once(worker, "message")) as [number];
    return rate;
  };
  try {
    await Promise.all([run(first), run(second)]); // compiled and warm
    const pairs: { readonly one: number; readonly both: number }[] = [];
    for (let piece = 0; piece < PIECES; piece += 1) {
      const one = await run(piece % 2 === 0 ? first : second);
      const [a, b] = await Promise.all([run(first), run(second)]);
      pairs.push({ one, both: a + b });
    }
    return {
      one: median(pairs.map(({ one }) => one)),
      both: median(pairs.map(({ both }) => both)),
      ratio: median(pairs.map(({ one, both }) => both / one)),
    };
  } finally {
    await Promise.all([first.terminate(), second.terminate()]);
  }
}
