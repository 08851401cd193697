// Limits velocity, acceleration and jerk of all axes together, by one scale, so that the direction in joint space is kept.
import { seconds, type Seconds } from "../units.ts";
import { AT_REST, AXES, GAP, SMOOTHING, TICK, type Caps, type Velocities } from "./limits.ts";

/** Ticks whose ramps are averaged. */
const WINDOW = Math.round(SMOOTHING / TICK);
/** [1 of a tick] time is a sum of periods: what lies this close below a whole number of ticks is one. */
const ROUNDING = 1e-6;

/**
 * A ramp follows the wanted velocity with limited acceleration; what is commanded is the mean of the last ramps. A mean of
 * values within a velocity limit is within it, its change is a mean of limited changes, and the change of that is at most
 * twice the acceleration limit over the window: so all three limits hold for any input, with nothing to foresee.
 */
export interface Limiter {
  readonly at: Seconds;
  readonly ramps: readonly Velocities[];
}

export interface Limited {
  readonly limiter: Limiter;
  readonly velocities: Velocities;
  /** what shortened the wanted velocity, e.g. "lift_joint.speed", "base_x.acceleration", "not_finite" */
  readonly limiting: readonly string[];
}

/** At rest since `now`. Also what a stop makes of any limiter: zero at once, for the drives decelerate by themselves. */
export const atRest = (now: Seconds): Limiter => ({ at: now, ramps: [] });

export const isAtRest = (limiter: Limiter): boolean =>
  limiter.ramps.every((ramp) => ramp.every((velocity) => velocity === 0));

/** The velocities at `now`, on the way to `wanted`. After a gap, and when time runs backwards, it begins at rest. */
export function limit(now: Seconds, before: Limiter, wanted: Velocities, caps: Caps): Limited {
  const gap = now - before.at;
  if (!(gap >= -ROUNDING * TICK && gap <= GAP))
    return { limiter: atRest(now), velocities: AT_REST, limiting: ["gap"] };
  const ticks = Math.floor(gap / TICK + ROUNDING);
  const aim = within(wanted, caps);
  const limiting = [...aim.limiting];
  let { ramps } = before;
  for (let tick = 0; tick < ticks; tick += 1) {
    const next = approach(ramps.at(-1) ?? AT_REST, aim.velocities, caps.acceleration);
    if (tick === ticks - 1) limiting.push(...next.limiting);
    ramps = [...ramps, next.velocities].slice(-WINDOW);
  }
  return { limiter: { at: seconds(before.at + ticks * TICK), ramps }, velocities: mean(ramps), limiting };
}

/** Scaled until no axis is over its cap. A wish with anything that is not a finite number is a wish to stand still. */
function within(wanted: Velocities, caps: Caps) {
  if (wanted.length !== AXES.length || !wanted.every(Number.isFinite))
    return { velocities: AT_REST, limiting: ["not_finite"] };
  const cap = (axis: number) => ((wanted[axis] ?? 0) < 0 ? caps.down : caps.up)[axis] ?? 0;
  return shorten(wanted, cap, "speed");
}

/** One tick from `from` towards `to` along a straight line, no axis faster than its acceleration allows. */
function approach(from: Velocities, to: Velocities, acceleration: Velocities) {
  const way = to.map((velocity, axis) => velocity - (from[axis] ?? 0));
  const part = shorten(way, (axis) => (acceleration[axis] ?? 0) * TICK, "acceleration");
  // arrived means arrived: no rounding error is left over that would keep it from rest
  const velocities =
    part.limiting.length === 0 ? to : part.velocities.map((step, axis) => (from[axis] ?? 0) + step);
  return { velocities, limiting: part.limiting };
}

/** The vector times the largest scale up to 1 that keeps every axis within its bound, and the axes at their bound. */
function shorten(vector: Velocities, bound: (axis: number) => number, what: string) {
  const shares = vector.map((value, axis) => (value === 0 ? 1 : bound(axis) / Math.abs(value)));
  const scale = Math.min(1, ...shares);
  if (!(scale < 1)) return { velocities: vector, limiting: [] };
  const limiting = AXES.filter((_, axis) => shares[axis] === scale).map((axis) => `${axis}.${what}`);
  return { velocities: vector.map((value) => value * scale), limiting };
}

function mean(ramps: readonly Velocities[]): Velocities {
  return AT_REST.map((_, axis) => {
    let sum = 0;
    for (const ramp of ramps) sum += ramp[axis] ?? 0;
    return sum / WINDOW;
  });
}
