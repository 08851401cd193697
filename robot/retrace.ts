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

/** The way to the person and with them, oldest first. */
export interface Way {
  readonly points: readonly Posture[];
  /** place in `points` where contact began, which is the seat; undefined while nobody is touched */
  readonly contact: number | undefined;
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

/** So much of the approach is remembered: at the first spacing 0.3 m, more than the pads sink out of the armpits. */
const MOST_APPROACH = 60;
/** From the seat on, where the pads let go: as slowly as they came (planner: 0.03 m/s). */
const RELEASE_SPEED = metresPerSecond(0.03);

/**
 * A robot that stands so near to the end of a way that was kept over a restart has not been moved since: at 0.1 m/s its
 * drives run on for 100 ms and brake at 0.4 m/s², which is 23 mm, and the arms give about as much under who leans on them.
 */
const UNMOVED = metres(0.05);

export const NO_WAY: Way = { points: [], contact: undefined, spacing: SPACING };

/**
 * The way after one more look; it grows only while `recording`. Before contact it is the end of the approach, along which
 * the pads let go; from contact on it is the way with the person. When nobody is touched any more it is approach again.
 */
export function remember(way: Way, load: Load, posture: Posture | undefined, recording: boolean): Way {
  if (load === "none") return approach(way, posture, recording);
  if (posture === undefined || !recording) return way;
  // a load that is unknown began nobody knows where
  if (way.contact === undefined)
    return load === "unknown"
      ? way
      : { ...way, points: [...way.points, posture], contact: way.points.length };
  // pads that had let go and rise again begin anew where they are
  return grown(way, Math.min(way.contact, Math.max(0, way.points.length - 1)), posture);
}

function approach(way: Way, posture: Posture | undefined, recording: boolean): Way {
  const begun = way.spacing === SPACING ? { ...way, contact: undefined } : NO_WAY;
  if (posture === undefined) return NO_WAY; // what is not known in between cannot be gone back along
  const last = begun.points.at(-1);
  if (!recording || (last !== undefined && distance(posture, last) < SPACING)) return begun;
  return { ...begun, points: [...begun.points, posture].slice(-MOST_APPROACH) };
}

function grown(way: Way, contact: number, posture: Posture): Way {
  const last = way.points.at(-1);
  if (last !== undefined && distance(posture, last) < way.spacing) return way;
  const points = [...way.points, posture];
  if (points.length <= MOST_POINTS) return { ...way, points, contact };
  const kept = points.filter((_, place) => place % 2 === 0 || place === contact);
  const seat = points[contact];
  return {
    points: kept,
    contact: seat === undefined ? contact : kept.indexOf(seat),
    spacing: way.spacing * 2,
  };
}

/** A way that was kept over a restart, where the robot still stands at its end; from anywhere else it leads nobody knows where. */
export function resumed(kept: Way, here: Posture): Way {
  const last = kept.points.at(-1);
  if (kept.contact === undefined || last === undefined) return NO_WAY;
  return distance(here, last) < UNMOVED ? kept : NO_WAY;
}

/**
 * The way that is left from here: points that lie behind the next one are dropped, but for the first. Gone back along, a
 * point is behind as soon as any up to the one that is aimed at is nearer, and above the seat once it is reached within
 * one spacing: where the way turns back on itself, or arms are bent by who leans on them, the robot must not be stuck.
 * The seat itself is never passed over.
 */
export function passed(way: Way, here: Posture | undefined, isGone: boolean): Way {
  if (here === undefined) return way;
  let left = way.points.length;
  while (left > 1) {
    const next = isGone ? ahead(way, here, left) : behind(way, here, left);
    if (next === left) break;
    left = next;
  }
  return left === way.points.length ? way : { ...way, points: way.points.slice(0, left) };
}

/** How many of `left` points are left when the last is dropped once the next one is nearer. */
function behind({ points }: Way, here: Posture, left: number): number {
  const [next, last] = [points[left - 2], points[left - 1]];
  if (next === undefined || last === undefined) return left;
  return distance(here, next) < distance(here, last) ? left - 1 : left;
}

/** The same on the way back: by the sum of the differences, in which an error that all points share tells nothing. */
function ahead({ points, spacing, contact = Infinity }: Way, here: Posture, left: number): number {
  const last = points[left - 1];
  if (last === undefined) return left;
  const isAbove = left - 1 > contact;
  if (isAbove && distance(here, last) < spacing) return left - 1;
  const furthest = Math.max(isAbove ? contact : 0, left - 1 - AHEAD);
  for (let place = left - 2; place >= furthest; place -= 1) {
    const point = points[place];
    if (point !== undefined && total(here, point) < total(here, last)) return place + 1;
  }
  return left;
}

/** Whether there is a way back with somebody that has not been gone yet. */
export function leadsBack(way: Way, here: Posture | undefined): boolean {
  const end = way.points[0];
  if (end === undefined || here === undefined || way.contact === undefined) return false;
  return !(distance(here, end) < ARRIVED);
}

/** Whether the person is where contact began, or the pads have even left them there. */
export function isDown({ points, contact }: Way, here: Posture | undefined): boolean {
  if (contact === undefined || here === undefined) return false;
  const seat = points[contact];
  if (seat === undefined) return true;
  return points.length === contact + 1 && distance(here, seat) < ARRIVED;
}

/** Velocities (in the order of `AXES`) along the way back, at most at lowering speed; at rest when there is none. */
export function backwards(way: Way, here: Posture | undefined): Velocities {
  const end = way.points[0];
  const aim = way.points[Math.max(0, way.points.length - 1 - AHEAD)];
  if (end === undefined || aim === undefined || here === undefined || !leadsBack(way, here)) return AT_REST;
  const errors = difference(aim, here);
  const furthest = Math.max(...errors.map(Math.abs));
  if (!(furthest > 0)) return AT_REST;
  const speed = Math.min(toSeat(way, here), SLOWING * Math.max(distance(here, end), ARRIVED));
  return errors.map((error) => (error / furthest) * speed);
}

/** Slower towards the seat, and past it as slowly as the pads let go. */
function toSeat({ points, contact = 0 }: Way, here: Posture): number {
  const seat = points[contact];
  if (contact === 0) return SPEED; // there is nothing beyond: its end slows it
  const near = seat === undefined ? 0 : distance(here, seat);
  return Math.min(SPEED, Math.max(SLOWING * near, RELEASE_SPEED));
}

/** What is missing from `here` to `there` on each of `AXES`, the base as seen from where it stands. */
function difference(there: Posture, here: Posture): number[] {
  const forward = Math.cos(here.yaw) * (there.x - here.x) + Math.sin(here.yaw) * (there.y - here.y);
  const turn = Math.atan2(Math.sin(there.yaw - here.yaw), Math.cos(there.yaw - here.yaw));
  return [forward, turn, ...there.joints.map((joint, place) => joint - (here.joints[place] ?? NaN))];
}

/** The largest of the differences: a sideways error is none, for wheels do not go sideways. */
const distance = (a: Posture, b: Posture): number => Math.max(...difference(a, b).map(Math.abs));
const total = (a: Posture, b: Posture): number =>
  difference(a, b).reduce((sum, error) => sum + Math.abs(error), 0);
