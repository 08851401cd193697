// Limits velocity, acceleration, jerk, range and nearness of all axes together, by one scale, so that the direction in joint space is kept.
import { seconds, type Seconds } from "../units.ts";
import { shareOf, stoppedBy, UNBOUNDED, type Envelope } from "./bounds.ts";
import { AT_REST, AXES, GAP, TICK, type Caps, type Velocities } from "./limits.ts";
import { overrun, underWay, WINDOW, type Overrun } from "./stopping.ts";

const COUNT = AXES.length;
/** [1 of a tick] time is a sum of periods: what lies this close below a whole number of ticks is one. */
const ROUNDING = 1e-6;
/** Halvings of the scale that finds room: finer than a thousandth of the speed. */
const HALVINGS = 10;

/**
 * A ramp follows the wanted velocity with limited acceleration; what is commanded is the mean of the last ramps. A mean of
 * values within a velocity limit is within it, its change is a mean of limited changes, and the change of that is at most
 * twice the acceleration limit over the window: so all three limits hold for any input. What braking from here on would
 * still go is known, so no joint comes nearer to its end than it can brake.
 */
export interface Limiter {
  readonly at: Seconds;
  /** the last `WINDOW` ramps, oldest first, one number for each of `AXES`; never changed */
  readonly ramps: Float64Array;
}

export interface Limited {
  readonly limiter: Limiter;
  readonly velocities: Velocities;
  /** what shortened the wanted velocity, e.g. "lift_joint.speed", "base_x.acceleration", "near", "not_finite" */
  readonly limiting: readonly string[];
}

const REST = new Float64Array(WINDOW * COUNT);

/** At rest since `now`. Also what a stop makes of any limiter: zero at once, for the drives decelerate by themselves. */
export const atRest = (now: Seconds): Limiter => ({ at: now, ramps: REST });

export const isAtRest = ({ ramps }: Limiter): boolean =>
  ramps === REST || ramps.every((velocity) => velocity === 0);

const stopped = (now: Seconds, limiting: readonly string[]): Limited => ({
  limiter: atRest(now),
  velocities: AT_REST,
  limiting,
});

/**
 * The velocities at `now`, on the way to `wanted`. After a gap, when time runs backwards, when braking would no longer do
 * and against a bound that stops, it is at rest at once.
 */
export function limit(
  now: Seconds,
  before: Limiter,
  wanted: Velocities,
  caps: Caps,
  envelope: Envelope = UNBOUNDED,
): Limited {
  const gap = now - before.at;
  if (!(gap >= -ROUNDING * TICK && gap <= GAP)) return stopped(now, ["gap"]);
  const ticks = Math.floor(gap / TICK + ROUNDING);
  const limiting: string[] = [];
  const aim = within(wanted, caps, envelope, limiting);
  let { ramps } = before;
  for (let tick = 0; tick < ticks; tick += 1) {
    const next = advance(ramps, aim, caps.acceleration, envelope);
    if (next.lost !== undefined) return stopped(now, [...limiting, `${AXES[next.lost]}.range`]);
    if (tick === ticks - 1) limiting.push(...next.limiting);
    ramps = pushed(ramps, next.ramp);
  }
  const velocities = mean(ramps);
  const against = stoppedBy(velocities, envelope);
  if (against !== undefined) return stopped(now, [...limiting, `${against}.stop`]);
  return { limiter: { at: seconds(before.at + ticks * TICK), ramps }, velocities, limiting };
}

/** Scaled until no axis is over its cap and no bound is passed. A wish with anything that is not a finite number is a wish to stand still. */
function within(wanted: Velocities, caps: Caps, envelope: Envelope, limiting: string[]): Velocities {
  if (wanted.length !== COUNT || !wanted.every(Number.isFinite)) {
    limiting.push("not_finite");
    return AT_REST;
  }
  const cap = (axis: number) => ((wanted[axis] ?? 0) < 0 ? caps.down : caps.up)[axis] ?? 0;
  const capped = shorten(wanted, cap, "speed", limiting);
  const { share, name } = shareOf(capped, envelope);
  if (name === undefined) return capped;
  limiting.push(name);
  return capped.map((velocity) => velocity * share);
}

interface Advanced {
  readonly ramp: Velocities;
  readonly limiting: readonly string[];
  readonly lost: number | undefined;
}

/** The next ramp towards `aim`, as far as the room of every axis allows. */
function advance(
  ramps: Float64Array,
  aim: Velocities,
  acceleration: Velocities,
  { room }: Envelope,
): Advanced {
  const from = ramps.subarray((WINDOW - 1) * COUNT);
  const limiting: string[] = [];
  const ramp = towards(from, aim, acceleration, limiting);
  if (room === undefined) return { ramp, limiting, lost: undefined };
  const past = underWay(ramps);
  const full = overrun(past, ramp, acceleration, room);
  if (full.close === undefined) return { ramp, limiting, lost: undefined };
  const range = `${AXES[full.close]}.range`;
  const braking = towards(from, AT_REST, acceleration, []);
  const { lost }: Overrun = overrun(past, braking, acceleration, room);
  if (lost !== undefined) return { ramp: AT_REST, limiting, lost };
  let [best, low, high] = [braking, 0, 1];
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const scale = (low + high) / 2;
    const tried = towards(
      from,
      aim.map((velocity) => velocity * scale),
      acceleration,
      [],
    );
    if (overrun(past, tried, acceleration, room).close === undefined) [best, low] = [tried, scale];
    else high = scale;
  }
  return { ramp: best, limiting: [...limiting, range], lost: undefined };
}

/** One tick from `from` towards `to` along a straight line, no axis faster than its acceleration allows. */
function towards(
  from: Float64Array,
  to: Velocities,
  acceleration: Velocities,
  limiting: string[],
): Velocities {
  const way = to.map((velocity, axis) => velocity - (from[axis] ?? 0));
  const step = shorten(way, (axis) => (acceleration[axis] ?? 0) * TICK, "acceleration", limiting);
  // arrived means arrived: no rounding error is left over that would keep it from rest
  return step === way ? to : step.map((change, axis) => (from[axis] ?? 0) + change);
}

/** The vector times the largest scale up to 1 that keeps every axis within its bound; tells the axes at their bound. */
function shorten(
  vector: Velocities,
  bound: (axis: number) => number,
  what: "speed" | "acceleration",
  limiting: string[],
): Velocities {
  let scale = 1;
  for (let axis = 0; axis < COUNT; axis += 1) scale = Math.min(scale, shareAt(vector, bound, axis));
  if (!(scale < 1)) return vector;
  for (let axis = 0; axis < COUNT; axis += 1)
    if (shareAt(vector, bound, axis) === scale) limiting.push(NAMES[what][axis] ?? what);
  return vector.map((value) => value * scale);
}

function shareAt(vector: Velocities, bound: (axis: number) => number, axis: number): number {
  const value = vector[axis] ?? 0;
  return value === 0 ? 1 : bound(axis) / Math.abs(value);
}

const NAMES = {
  speed: AXES.map((axis) => `${axis}.speed`),
  acceleration: AXES.map((axis) => `${axis}.acceleration`),
} as const;

function pushed(ramps: Float64Array, ramp: Velocities): Float64Array {
  const next = new Float64Array(WINDOW * COUNT);
  next.set(ramps.subarray(COUNT));
  next.set(ramp, (WINDOW - 1) * COUNT);
  return next;
}

function mean(ramps: Float64Array): Velocities {
  return AT_REST.map((_, axis) => {
    let sum = 0;
    for (let tick = 0; tick < WINDOW; tick += 1) sum += ramps[tick * COUNT + axis] ?? 0;
    return sum / WINDOW;
  });
}
