// ROS stamps to seconds of the graph's clock and back: the only place that knows sec and nanosec.
import { seconds, type Seconds } from "./units.ts";

/** builtin_interfaces/msg/Time. */
export interface Stamp {
  readonly sec: number;
  readonly nanosec: number;
}

const NANOSECONDS = 1e9;

/** The stamp of a moment. Throws on a moment that is not finite or lies before zero: it has no stamp. */
export function stampOf(moment: Seconds): Stamp {
  if (!(moment >= 0 && moment < 2 ** 31))
    throw new Error(`a stamp needs seconds in [0, 2^31), got ${moment}`);
  const sec = Math.floor(moment);
  const nanosec = Math.round((moment - sec) * NANOSECONDS);
  return nanosec < NANOSECONDS ? { sec, nanosec } : { sec: sec + 1, nanosec: 0 };
}

/** The moment of a stamp; NaN when a field is missing or not a number, so that every age rule breaks. */
export const secondsOf = (stamp: Stamp | undefined): Seconds =>
  // oxlint-disable-next-line typescript/no-unnecessary-type-conversion -- a stamp from afar may hold anything
  seconds(stamp === undefined ? NaN : Number(stamp.sec) + Number(stamp.nanosec) / NANOSECONDS);

/**
 * How long ago `stamp` was. Unknown stamps are infinitely old. A stamp from the future beyond
 * `tolerance` is a clock nobody can trust, and infinitely old too.
 */
export function ageOf(stamp: Stamp | undefined, now: Seconds, tolerance: Seconds): Seconds {
  const age = now - secondsOf(stamp);
  return seconds(age + tolerance >= 0 ? Math.max(0, age) : Infinity);
}
