// Limits velocity, acceleration, jerk, range and nearness of all axes together, by one scale, so that the direction in joint space is kept.
import { seconds, type Seconds } from "../units.ts";
import { shareOf, stoppedBy, UNBOUNDED, type Envelope } from "./bounds.ts";
import { AT_REST, AXES, GAP, TICK, type Caps, type Velocities } from "./limits.ts";
import { overrun, underWay, WINDOW, type Overrun, type Ramps } from "./stopping.ts";

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
  /** the last `WINDOW` ramps, oldest first */
  readonly ramps: Ramps;
}

export interface Limited {
  readonly limiter: Limiter;
  readonly velocities: Velocities;
  /** what shortened the wanted velocity, e.g. "lift_joint.speed", "base_x.acceleration", "near", "not_finite" */
  readonly limiting: readonly string[];
}

const REST: Ramps = Array.from({ length: WINDOW }, () => AT_REST);

/** At rest since `now`. Also what a stop makes of any limiter: zero at once, for the drives decelerate by themselves. */
export const atRest = (now: Seconds): Limiter => ({ at: now, ramps: REST });

export const isAtRest = ({ ramps }: Limiter): boolean =>
  ramps.every((ramp) => ramp.every((velocity) => velocity === 0));

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
    ramps = [...ramps.slice(1), next.ramp];
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
  const capped = shorten(wanted, caps, 1, "speed", limiting);
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
function advance(ramps: Ramps, aim: Velocities, acceleration: Velocities, { room }: Envelope): Advanced {
  const from = ramps.at(-1) ?? AT_REST;
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
function towards(from: Velocities, to: Velocities, acceleration: Velocities, limiting: string[]): Velocities {
  const way = to.map((velocity, axis) => velocity - (from[axis] ?? 0));
  const step = shorten(way, { up: acceleration, down: acceleration }, TICK, "acceleration", limiting);
  // arrived means arrived: no rounding error is left over that would keep it from rest
  return step === way ? to : step.map((change, axis) => (from[axis] ?? 0) + change);
}

interface Ends {
  readonly up: Velocities;
  readonly down: Velocities;
}

/** The vector times the largest scale up to 1 that keeps every axis within `times` its end; tells the axes at their end. */
function shorten(
  vector: Velocities,
  ends: Ends,
  times: number,
  what: "speed" | "acceleration",
  limiting: string[],
): Velocities {
  let scale = 1;
  for (let axis = 0; axis < COUNT; axis += 1) scale = Math.min(scale, shareAt(vector, ends, times, axis));
  if (!(scale < 1)) return vector;
  for (let axis = 0; axis < COUNT; axis += 1)
    if (shareAt(vector, ends, times, axis) === scale) limiting.push(NAMES[what][axis] ?? what);
  return vector.map((value) => value * scale);
}

function shareAt(vector: Velocities, { up, down }: Ends, times: number, axis: number): number {
  const value = vector[axis] ?? 0;
  if (value === 0) return 1;
  return value > 0 ? ((up[axis] ?? 0) * times) / value : ((down[axis] ?? 0) * times) / -value;
}

const NAMES = {
  speed: AXES.map((axis) => `${axis}.speed`),
  acceleration: AXES.map((axis) => `${axis}.acceleration`),
} as const;

function mean(ramps: Ramps): Velocities {
  const sum = [...AT_REST];
  for (const ramp of ramps)
    for (let axis = 0; axis < COUNT; axis += 1) sum[axis] = (sum[axis] ?? 0) + (ramp[axis] ?? 0);
  for (let axis = 0; axis < COUNT; axis += 1) sum[axis] = (sum[axis] ?? 0) / WINDOW;
  return sum;
}
