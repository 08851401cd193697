// Two simulated worlds, each on a core of its own, beside one: what a scenario gains by running over the cores, and what the cores give to anything.
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { median } from "./statistics.ts";
import type { Piece } from "./world-worker.ts";

/** [s] of simulated time a piece; how many pieces, one thread alone and both together by turns. */
const WORLD: Piece = { world: 1 };
const PIECES = 20;
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
  const both = async (piece: Piece): Promise<number> => {
    const rates = await Promise.all([run(first, piece), run(second, piece)]);
    return rates[0] + rates[1];
  };
  const pair = async (piece: Piece, alone: Worker): Promise<Pair> => ({
    one: await run(alone, piece),
    both: await both(piece),
  });
  const [worlds, cores]: [Pair[], Pair[]] = [[], []];
  try {
    for (const piece of [WORLD, ARITHMETIC]) await both(piece); // compiled and warm
    // by turns, so that what else the machine does for a while disturbs few of either
    for (let each = 0; each < PIECES; each += 1) {
      const alone = each % 2 === 0 ? first : second;
      worlds.push(await pair(WORLD, alone));
      cores.push(await pair(ARITHMETIC, alone));
    }
  } finally {
    await Promise.all([first.terminate(), second.terminate()]);
  }
  return { worlds: gainOf(worlds), cores: gainOf(cores) };
}

/** [1/s] of one thread alone, and right after it of both together. */
interface Pair {
  readonly one: number;
  readonly both: number;
}

const gainOf = (pairs: readonly Pair[]): Gain => ({
  one: median(pairs.map(({ one }) => one)),
  both: median(pairs.map(({ both }) => both)),
  ratio: median(pairs.map(({ one, both }) => both / one)),
});
