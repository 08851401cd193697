// All ways by turns, round after round: what else the machine does hits each of them alike.
import { LOADS, type Load } from "./orders.ts";
import type { Measured, Pair, Way } from "./pairs.ts";

/** One way's part of one round, with one kind of message. */
export interface Turn {
  readonly load: Load;
  readonly paced: Measured;
  readonly flood: Measured;
}
export type Turns = ReadonlyMap<Way, readonly Turn[]>;

const ROUNDS = 8;
/** ms */
const PACED = 500;
const FLOOD = 200;

/** Each round begins with another way. The first is not counted: compiled and warm after it. */
export async function measureRounds(pairs: ReadonlyMap<Way, Pair>): Promise<Turns> {
  const turns = new Map<Way, Turn[]>([...pairs].map(([way]) => [way, []]));
  for (let round = 0; round <= ROUNDS; round += 1)
    for (const load of LOADS)
      for (const [way, pair] of rotated([...pairs], round)) {
        const paced = await pair.measure(load, "paced", PACED);
        const flood = await pair.measure(load, "flood", FLOOD);
        if (round > 0) turns.get(way)?.push({ load, paced, flood });
      }
  return turns;
}

const rotated = <T>(all: readonly T[], by: number): readonly T[] => {
  const place = by % all.length;
  return [...all.slice(place), ...all.slice(0, place)];
};
