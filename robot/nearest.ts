// How near the nearest thing is that a lidar's scan met.
import type { LaserScan } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { metres, type Metres } from "../core/units.ts";

/** Of each scan, which is looked at many times and measured once. */
const nearest = new WeakMap<LaserScan, Metres>();

/** A ray that is not a number may have met anything: it counts as touching. */
export function nearestOf(scan: Stamped<LaserScan> | undefined): Metres {
  if (scan === undefined) return metres(Infinity);
  const known = nearest.get(scan.message);
  if (known !== undefined) return known;
  let least = Infinity;
  for (const range of scan.message.ranges) {
    const distance = range >= 0 ? range : 0;
    if (distance < least) least = distance;
  }
  nearest.set(scan.message, metres(least));
  return metres(least);
}
