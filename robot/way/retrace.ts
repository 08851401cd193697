// Leads a person back along the remembered way: lowering needs no planner and no eyes.
import { AT_REST, CAPS, type Velocities } from "../../core/motion/limits.ts";
import { metres, type MetresPerSecond } from "../../core/units.ts";
import { RELEASE_SPEED, SPEED } from "./pace.ts";
import { difference, distance, total, type Posture, type Way } from "./way.ts";

/** Nearer than this is there. */
const ARRIVED = metres(0.002);
/** The point that is aimed at lies this many ahead, so that the direction does not jump from point to point. */
const AHEAD = 3;
/** The lift's gentleness: the way ends without a jolt. */
const SLOWING = (CAPS.lower.acceleration[2] ?? 0) / SPEED;

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
  if (end === undefined || here === undefined || way.contact === undefined || way.lost !== undefined)
    return false;
  return !(distance(here, end) < ARRIVED);
}

/** Whether the person is where contact began, or the pads have even left them there. */
export function isDown({ points, contact, lost }: Way, here: Posture | undefined): boolean {
  if (contact === undefined || here === undefined || lost !== undefined) return false;
  const seat = points[contact];
  if (seat === undefined) return true;
  return points.length === contact + 1 && distance(here, seat) < ARRIVED;
}

/** Velocities (in the order of `AXES`) along the way back, above the seat at `pace` at most; at rest when there is none. */
export function backwards(way: Way, here: Posture | undefined, pace: MetresPerSecond = SPEED): Velocities {
  const end = way.points[0];
  const aim = way.points[Math.max(0, way.points.length - 1 - AHEAD)];
  if (end === undefined || aim === undefined || here === undefined || !leadsBack(way, here)) return AT_REST;
  const errors = difference(aim, here);
  const furthest = Math.max(...errors.map(Math.abs));
  if (!(furthest > 0)) return AT_REST;
  const isAbove = way.points.length - 1 > (way.contact ?? 0);
  const most = isAbove ? Math.min(pace, toSeat(way, here)) : toSeat(way, here);
  const speed = Math.min(most, SLOWING * Math.max(distance(here, end), ARRIVED));
  return errors.map((error) => (error / furthest) * speed);
}

/** Slower towards the seat, and past it as slowly as the pads let go. */
function toSeat({ points, contact = 0 }: Way, here: Posture): number {
  const seat = points[contact];
  if (contact === 0) return SPEED; // there is nothing beyond: its end slows it
  const near = seat === undefined ? 0 : distance(here, seat);
  return Math.min(SPEED, Math.max(SLOWING * near, RELEASE_SPEED));
}
