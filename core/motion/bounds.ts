// Bounds on motion in some direction: what is near, what presses, what tilts. Motion that leads away from them stays free.
import { AT_REST, type Velocities } from "./limits.ts";
import type { Room } from "./ranges.ts";

/** The robot may go no faster than `most` along `along`, whose product with the velocities is a speed of approach. */
export interface Bound {
  /** what it protects from, e.g. "contact.force" */
  readonly name: string;
  /** one factor for each of `AXES` */
  readonly along: Velocities;
  /** 0 or more; what is no such number counts as 0 */
  readonly most: number;
  /** what is under way is stopped at once, instead of being slowed as gently as all else */
  readonly stops: boolean;
}

/** Bounds on the base alone, one for each thing that is near: x, yaw and most, three numbers each. */
export interface NearBounds {
  readonly rows: Float64Array;
  readonly count: number;
}

/** Everything that limits motion besides the caps. */
export interface Envelope {
  readonly bounds: readonly Bound[];
  readonly near: NearBounds;
  readonly room: Room | undefined;
  /** bounds never ask for less than this: the way back of a person borne is the way out of whatever is wrong */
  readonly floor: number;
}

const NOTHING_NEAR: NearBounds = { rows: new Float64Array(0), count: 0 };
export const UNBOUNDED: Envelope = { bounds: [], near: NOTHING_NEAR, room: undefined, floor: 0 };
/** Numbers for each thing that is near. */
export const ROW = 3;

/** [m/s] of approach that rounding alone makes of standing still */
const ROUNDING = 1e-12;

/** How fast `velocities` lead along a bound. NaN when either is not known. */
export function approach(along: Velocities, velocities: Velocities): number {
  let speed = 0;
  for (let axis = 0; axis < AT_REST.length; axis += 1) {
    const factor = along[axis] ?? NaN;
    if (factor !== 0) speed += factor * (velocities[axis] ?? NaN);
  }
  return speed;
}

const least = (most: number, floor: number) => Math.max(most >= 0 ? most : 0, floor);

/** The largest share (0 to 1) of `wanted` that every bound allows, and the first bound that asks for it. */
export function shareOf(wanted: Velocities, { bounds, near, floor }: Envelope) {
  let [share, name]: [number, string | undefined] = [1, undefined];
  for (const bound of bounds) {
    const allowed = part(approach(bound.along, wanted), least(bound.most, floor));
    if (!(allowed >= share)) [share, name] = [allowed, bound.name];
  }
  const [x = NaN, yaw = NaN] = wanted;
  for (let at = 0; at < near.count * ROW; at += ROW) {
    const speed = x * (near.rows[at] ?? NaN) + yaw * (near.rows[at + 1] ?? NaN);
    const allowed = part(speed, least(near.rows[at + 2] ?? NaN, floor));
    if (!(allowed >= share)) [share, name] = [allowed, "near"];
  }
  return { share, name };
}

/** A direction that is not known is one of approach. */
const part = (speed: number, most: number): number =>
  speed <= most + ROUNDING ? 1 : speed > 0 ? most / speed : 0;

/** The bound that these velocities must not go on against; undefined when none. */
export function stoppedBy(velocities: Velocities, { bounds, near, floor }: Envelope): string | undefined {
  if (floor > 0) return undefined;
  const against = bounds.find((bound) => isAgainst(velocities, bound));
  return against?.name ?? (isAgainstNear(velocities, near) ? "near" : undefined);
}

const isAgainst = (velocities: Velocities, { stops, most, along }: Bound): boolean =>
  stops && !(most > 0) && !(approach(along, velocities) <= ROUNDING);

function isAgainstNear([x = NaN, yaw = NaN]: Velocities, { rows, count }: NearBounds): boolean {
  for (let at = 0; at < count * ROW; at += ROW) {
    const stops = !((rows[at + 2] ?? NaN) > 0);
    if (stops && !(x * (rows[at] ?? NaN) + yaw * (rows[at + 1] ?? NaN) <= ROUNDING)) return true;
  }
  return false;
}
