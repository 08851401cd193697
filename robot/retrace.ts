// Remembers the way a person was moved since the pads touched, and leads it back: lowering needs no planner and no eyes.
import type { Load } from "../core/safety/observations.ts";
import { AT_REST, CAPS, type Velocities } from "../core/motion/limits.ts";
import { metres, metresPerSecond } from "../core/units.ts";

/** Where the robot is: base in the odom frame, joints. m and rad. */
export interface Posture {
  readonly x: number;
  readonly y: number;
  readonly yaw: number;
  /** in the order of `JOINTS` */
  readonly joints: readonly number[];
}

/** The way since contact, oldest first. */
export interface Way {
  readonly points: readonly Posture[];
  /** [m or rad] between points; doubled when there are too many, so that memory is bounded whatever happens */
  readonly spacing: number;
}

/** Fine enough to follow a bend of the lift path within a pad's thickness. */
const SPACING = metres(0.005);
/** Nearer than this is there. */
const ARRIVED = metres(0.002);
/** At the first spacing, 2.5 m of motion; a lift is half a metre. */
const MOST_POINTS = 512;
/** The point that is aimed at lies this many ahead, so that the direction does not jump from point to point. */
const AHEAD = 3;
/** Lowering (DOMAIN §7), and the lift's gentleness: the way ends without a jolt. */
const SPEED = metresPerSecond(CAPS.lower.down[2] ?? 0);
const SLOWING = (CAPS.lower.acceleration[2] ?? 0) / SPEED;

export const NO_WAY: Way = { points: [], spacing: SPACING };

/** The way after one more look. It begins with contact, ends when nobody is touched, and grows only while `recording`. */
export function remember(way: Way, load: Load, posture: Posture | undefined, recording: boolean): Way {
  if (load === "none") return NO_WAY;
  if (posture === undefined || !recording) return way;
  const last = way.points.at(-1);
  // a load that is unknown began nobody knows where
  if (last === undefined) return load === "unknown" ? way : { ...way, points: [posture] };
  if (distance(posture, last) < way.spacing) return way;
  const points = [...way.points, posture];
  if (points.length <= MOST_POINTS) return { ...way, points };
  return { points: points.filter((_, place) => place % 2 === 0), spacing: way.spacing * 2 };
}

/** The way that is left from here: points that lie behind the next one are dropped, but for the first. */
export function passed(way: Way, here: Posture | undefined): Way {
  if (here === undefined) return way;
  let left = way.points.length;
  for (; left > 1; left -= 1) {
    const [next, last] = [way.points[left - 2], way.points[left - 1]];
    if (next === undefined || last === undefined) break;
    if (!(distance(here, next) < distance(here, last))) break;
  }
  return left === way.points.length ? way : { ...way, points: way.points.slice(0, left) };
}

/** Whether there is a way back that has not been gone yet. */
export function leadsBack(way: Way, here: Posture | undefined): boolean {
  const seat = way.points[0];
  return seat !== undefined && here !== undefined && !(distance(here, seat) < ARRIVED);
}

/** Velocities (in the order of `AXES`) along the way back, at most at lowering speed; at rest when there is none. */
export function backwards(way: Way, here: Posture | undefined): Velocities {
  const seat = way.points[0];
  const aim = way.points[Math.max(0, way.points.length - 1 - AHEAD)];
  if (seat === undefined || aim === undefined || here === undefined || !leadsBack(way, here)) return AT_REST;
  const errors = difference(aim, here);
  const furthest = Math.max(...errors.map(Math.abs));
  if (!(furthest > 0)) return AT_REST;
  const speed = Math.min(SPEED, SLOWING * Math.max(distance(here, seat), ARRIVED));
  return errors.map((error) => (error / furthest) * speed);
}

/** What is missing from `here` to `there` on each of `AXES`, the base as seen from where it stands. */
function difference(there: Posture, here: Posture): number[] {
  const forward = Math.cos(here.yaw) * (there.x - here.x) + Math.sin(here.yaw) * (there.y - here.y);
  const turn = Math.atan2(Math.sin(there.yaw - here.yaw), Math.cos(there.yaw - here.yaw));
  return [forward, turn, ...there.joints.map((joint, place) => joint - (here.joints[place] ?? NaN))];
}

/** The largest of the differences: a sideways error is none, for wheels do not go sideways. */
const distance = (a: Posture, b: Posture): number => Math.max(...difference(a, b).map(Math.abs));
