// How far every axis still goes when braking begins now: the limiter asks before each tick whether that fits in the room left.
import { AT_REST, AXES, GAP, SMOOTHING, TICK, type Velocities } from "./limits.ts";
import type { Room } from "./ranges.ts";

/** Ticks whose ramps are averaged. */
export const WINDOW = Math.round(SMOOTHING / TICK);
const COUNT = AXES.length;
/** The velocities that `WINDOW` ticks led to, oldest first. */
export type Ramps = readonly Velocities[];

/**
 * What the ramps of the last ticks still add to the way after this one, up and down apart, so that a way there and back
 * is judged by its furthest point. Of a ramp k ticks old, WINDOW − k of its WINDOW shares are still to come.
 */
export interface UnderWay {
  readonly up: Velocities;
  readonly down: Velocities;
  readonly fastestUp: Velocities;
  readonly fastestDown: Velocities;
}

export function underWay(ramps: Ramps): UnderWay {
  const make = () => [...AT_REST];
  const [up, down, fastestUp, fastestDown] = [make(), make(), make(), make()];
  for (let tick = 1; tick < WINDOW; tick += 1) {
    const ramp = ramps[tick];
    for (let axis = 0; axis < COUNT; axis += 1) {
      const velocity = ramp?.[axis] ?? NaN;
      const [sum, fastest] = velocity < 0 ? [down, fastestDown] : [up, fastestUp];
      const size = Math.abs(velocity);
      sum[axis] = (sum[axis] ?? 0) + (size * tick) / WINDOW;
      fastest[axis] = Math.max(fastest[axis] ?? 0, size);
    }
  }
  return { up, down, fastestUp, fastestDown };
}

/** Which axis would go too far; undefined when all fit. */
export interface Overrun {
  /** braking could no longer keep it in its range */
  readonly lost: number | undefined;
  /** braking could not, should the drives hear nothing more and go on for `GAP` */
  readonly close: number | undefined;
}

/**
 * Whether the room holds the way that is gone when the ramp of this tick is `next` and every later one brakes along a
 * straight line to rest: n ticks, the k-th at (1 − k/n) of `next`, which adds up to next·(m − m(m+1)/2n), m = ⌈n⌉ − 1.
 */
export function overrun(past: UnderWay, next: Velocities, acceleration: Velocities, room: Room): Overrun {
  const ticks = brakingTicks(next, acceleration);
  const whole = Math.ceil(ticks) - 1;
  const share = 1 + (ticks === 0 ? 0 : whole - (whole * (whole + 1)) / (2 * ticks));
  let close: number | undefined;
  for (let axis = 0; axis < COUNT; axis += 1) {
    const velocity = read(next, axis);
    const way = judge(read(past.up, axis), read(past.fastestUp, axis), velocity, share, read(room.up, axis));
    const back = judge(
      read(past.down, axis),
      read(past.fastestDown, axis),
      -velocity,
      share,
      read(room.down, axis),
    );
    const worst = Math.max(way, back);
    if (worst === LOST) return { lost: axis, close: axis };
    if (worst === CLOSE) close ??= axis;
  }
  return { lost: undefined, close };
}

const read = (values: readonly number[], axis: number): number => values[axis] ?? NaN;

function brakingTicks(velocities: Velocities, acceleration: Velocities): number {
  let ticks = 0;
  for (let axis = 0; axis < COUNT; axis += 1) {
    const velocity = read(velocities, axis);
    if (velocity !== 0) ticks = Math.max(ticks, Math.abs(velocity) / (read(acceleration, axis) * TICK));
  }
  return ticks;
}

const [FITS, CLOSE, LOST] = [0, 1, 2];
/** [m] of sums of some twenty products */
const ROUNDING = 1e-12;

/** One axis, one way. What is no number is lost. */
function judge(sum: number, fastest: number, velocity: number, share: number, room: number): number {
  const left = Math.max(0, room);
  const braked = TICK * (sum + Math.max(0, velocity * share));
  if (!(braked <= left + ROUNDING)) return LOST;
  return braked + GAP * Math.max(fastest, velocity) <= left ? FITS : CLOSE;
}
