// Two simulated worlds, each on a core of its own, beside one: what a scenario gains by running over the cores, and what the cores give to anything.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { median } from "./statistics.ts";
import type { Piece } from "./world-worker.ts";

/** [s] of simulated time a piece; how many pieces, one thread alone and both together by turns. */
const WORLD: Piece = { world: 2 };
const PIECES = 8;
/** Arithmetic for about as long. */
const ARITHMETIC: Piece = { rounds: 200_000_000 };

interface Gain {
  /** [1] of one thread alone and of both together, a second */
  readonly one: number;
  readonly both: number;
  /** both to one: the median of the pairs */
  readonly ratio: number;
}

export interface TwoWorlds {
  /** in simulated seconds */
  readonly worlds: Gain;
  /** in rounds that need nothing but a core: more than that no program gains */
  readonly cores: Gain;
}

/** Rejects when a thread fails. */
export async function twoWorlds(): Promise<TwoWorlds> {
  const entry = new URL("world-worker.ts", import.meta.url);
  const [first, second] = [new Worker(entry), new Worker(entry)];
  const run = async (worker: Worker, piece: Piece): Promise<number> => {
    worker.postMessage(piece);
    const [rate] = (await once(worker, "message")) as [number];
    return rate;
  };
  const gain = async (piece: Piece): Promise<Gain> => {
    await Promise.all([run(first, piece), run(second, piece)]); // compiled and warm
    const pairs: { readonly one: number; readonly both: number }[] = [];
    for (let each = 0; each < PIECES; each += 1) {
      const one = await run(each % 2 === 0 ? first : second, piece);
      const [a, b] = await Promise.all([run(first, piece), run(second, piece)]);
      pairs.push({ one, both: a + b });
    }
    return {
      one: median(pairs.map(({ one }) => one)),
      both: median(pairs.map(({ both }) => both)),
      ratio: median(pairs.map(({ one, both }) => both / one)),
    };
  };
  try {
    return { worlds: await gain(WORLD), cores: await gain(ARITHMETIC) };
  } finally {
    await Promise.all([first.terminate(), second.terminate()]);
  }
}
