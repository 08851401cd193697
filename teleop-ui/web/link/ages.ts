// How old a thing shown is, by the robot's clock where it is known, and when it counts as stale.
import { milliseconds, seconds, type Seconds } from "../../../core/units.ts";
import type { RobotClock } from "./clock.ts";
import type { Seen } from "./graph.ts";

interface Headed {
  readonly header: { readonly stamp: { readonly sec: number; readonly nanosec: number } };
}

/** DOMAIN §7: a picture older than this is frozen, a pose older than this is no pose. */
export const STALE = milliseconds(500);
/** The state of the robot counts as unknown after this, three of its periods on a slow page (SafetyState.msg: 150 ms at the robot). */
export const STATE_STALE = milliseconds(1000);

const NANO = 1e-9;

/** Age in the robot's time since it was stamped; before the clocks are compared, since it arrived. Infinite when it never came. */
export function ageOfSeen(seen: Seen<unknown> | undefined, clock: RobotClock): Seconds {
  if (!seen) return seconds(Infinity);
  const { stamp } = (seen.message as Partial<Headed>).header ?? {};
  const now = clock.robotNow();
  const sinceArrival = clock.passedSince(seen.arrivedAt);
  if (now === undefined || !stamp) return seconds(sinceArrival);
  return seconds(Math.max(sinceArrival, now - (stamp.sec + stamp.nanosec * NANO)));
}
