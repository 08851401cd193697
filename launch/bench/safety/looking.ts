// How long it takes to look at a scan of 360 rays and at a cloud of 24 000 points, beside what else is done with them.
import type { LaserScan } from "../../../core/messages.ts";
import { lookAtCloud, lookAtScan, reading } from "../../../core/motion/zones.ts";
import { between, seeded } from "../../../core/seeded.ts";

/** Nav2's collision monitor documents its times for these sizes. */
export const POINTS = 24_000;
const XYZ = 3;
const SEED = 24;
/** Compiled and warm after this many. */
const WARM_UP = 200;

/** µs of each look. */
function timed(count: number, look: (each: number) => void): number[] {
  for (let each = 0; each < WARM_UP; each += 1) look(each);
  return Array.from({ length: count }, (_, each) => {
    const begin = performance.now();
    look(each);
    return 1000 * (performance.now() - begin);
  });
}

/** The scans of a ride, one after the other, `count` looks in all; and each written down as a page is told of it. */
export function lookAtScans(scans: readonly LaserScan[], count: number) {
  const into = reading();
  const [first] = scans;
  if (first === undefined) throw new Error("bench safety: the ride had no scan");
  const of = (each: number) => scans[each % scans.length] ?? first;
  return {
    look: timed(count, (each) => lookAtScan(of(each), into)),
    write: timed(Math.ceil(count / 10), (each) => JSON.stringify(of(each))),
  };
}

/** A room full of things around the robot: walls, furniture and people, nothing where it stands. m */
function cloud(draw: () => number): Float32Array {
  const points = new Float32Array(POINTS * XYZ);
  for (let at = 0; at < points.length; at += XYZ) {
    const [bearing, range] = [between(draw, -Math.PI, Math.PI), between(draw, 0.9, 4)];
    points[at] = 0.2 + range * Math.cos(bearing);
    points[at + 1] = range * Math.sin(bearing);
    points[at + 2] = between(draw, 0, 2.2);
  }
  return points;
}

/** Some clouds, one after the other; and each copied, which is the least that anybody does with one. */
export function lookAtClouds(count: number) {
  const draw = seeded(SEED);
  const clouds = Array.from({ length: 8 }, () => cloud(draw));
  const into = reading();
  const of = (each: number) => clouds[each % clouds.length] ?? new Float32Array(0);
  return {
    look: timed(count, (each) => lookAtCloud(of(each), into)),
    write: timed(count, (each) => void of(each).slice()),
  };
}
