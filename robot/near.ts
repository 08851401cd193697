// Watches the lidar: each scan is looked at once, and one that is silent or old is blindness.
import type { LaserScan } from "../core/messages.ts";
import { blindReading, lookAtScan, reading, type Reading } from "../core/motion/zones.ts";
import type { Stamped } from "../core/node.ts";
import { LIMITS } from "../core/safety/limits.ts";
import type { Seconds } from "../core/units.ts";
import { trueAge } from "./posture.ts";

export type Watch = (now: Seconds, scan: Stamped<LaserScan> | undefined) => Reading;

/** What it gives is written anew at the next scan. */
export function watchScan(): Watch {
  const [seen, blind] = [reading(), blindReading()];
  let looked: LaserScan | undefined;
  return (now, scan) => {
    if (scan === undefined || !(trueAge(scan, now, ({ ranges }) => ranges.length > 0) <= LIMITS.scanAge))
      return blind;
    if (scan.message !== looked) lookAtScan(scan.message, seen);
    looked = scan.message;
    return seen;
  };
}
