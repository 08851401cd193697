// How far the walker's user is: the nearest thing as wide as a shank in the scan that looks back at their legs.
import { Range, type LaserScan } from "../../core/messages.ts";

/** Rays side by side that must meet the same thing: at 1.5 m and 1° a shank of 0.1 m is met by four. */
const RAYS = 3;
/** m, how much nearer or further the same shank is a ray away. */
const SAME = 0.06;

/** Infinite where nobody is (REP-117), NaN where the scan knows nothing; infrared, as a laser scanner is. */
export function userDistance(scan: LaserScan): Range {
  return {
    header: scan.header,
    radiation_type: Range.INFRARED,
    field_of_view: scan.angle_max - scan.angle_min,
    min_range: scan.range_min,
    max_range: scan.range_max,
    range: nearestLeg(scan.ranges),
    variance: 0, // unknown
  };
}

function nearestLeg(ranges: readonly number[]): number {
  const known = ranges.filter((range) => !Number.isNaN(range));
  // half of the rays know nothing: a leg may be among them
  if (known.length <= ranges.length / 2) return NaN;
  let nearest = Infinity;
  for (let i = 0; i + RAYS <= known.length; i++) {
    const beside = known.slice(i, i + RAYS);
    if (!(Math.max(...beside) - Math.min(...beside) <= SAME)) continue;
    nearest = Math.min(nearest, ...beside);
  }
  return nearest;
}
