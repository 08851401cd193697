// What must hold of every sample of a walk, whatever was asked: each check is an arithmetic of its own, none asks the gate.
import { SafetyState } from "../../core/messages.ts";
import { approach, type Bound, type NearBounds } from "../../core/motion/bounds.ts";
import { isAtRest } from "../../core/motion/limiter.ts";
import { AT_REST, AXES, CAPS, JOINTS, SMOOTHING, TICK, type Velocities } from "../../core/motion/limits.ts";
import { RANGES } from "../../core/motion/ranges.ts";
import type { Gated, GateInput } from "../gate.ts";

/** Wide enough for the rounding of a mean of twenty numbers, and no wider. */
const ROUNDING = 1e-12;
const COUNT = AXES.length;
const MAY_MOVE: readonly number[] = [SafetyState.READY, SafetyState.MOVING, SafetyState.LOWERING];

/** One sample, and those before it. `ticks` since the one before, and between the two before that. */
export interface Sample {
  readonly gated: Gated;
  readonly input: GateInput;
  readonly before: Velocities;
  readonly earlier: Velocities;
  readonly ticks: number;
  readonly ticksBefore: number;
  /** the ramps that the two last samples end with */
  readonly ramp: Velocities;
  readonly rampBefore: Velocities;
  readonly joints: readonly number[];
}

const isStill = (velocities: Velocities) => velocities.every((velocity) => velocity === 0);
export const rampOf = ({ gate }: Gated): Velocities => gate.limiter.ramps.at(-1) ?? [];
/** The gentlest that the modes before and after allow is what the sample is held to. */
const accelerationOf = ({ gate }: Gated, axis: number) =>
  CAPS[gate.mode === "drive" ? "drive" : "task"].acceleration[axis] ?? NaN;

/** Why this sample must not be; undefined when all is well. */
export function violation(sample: Sample): string | undefined {
  return (
    wrongForm(sample) ??
    wrongPlace(sample) ??
    wrongState(sample) ??
    wrongChange(sample) ??
    wrongSpeed(sample) ??
    wrongWay(sample)
  );
}

/** Locked means commanded zero, never silence: there is a number for every axis. */
const wrongForm = ({ gated: { velocities } }: Sample) =>
  velocities.length === COUNT && velocities.every(Number.isFinite)
    ? undefined
    : `not numbers: ${velocities.join(" ")}`;

/** Every joint is within its range. */
function wrongPlace({ joints }: Sample): string | undefined {
  const out = JOINTS.find((joint, place) => {
    const { lower, upper } = RANGES[joint];
    const position = joints[place] ?? NaN;
    return !(position >= lower - ROUNDING && position <= upper + ROUNDING);
  });
  return out === undefined ? undefined : `${out} at ${joints.join(" ")}`;
}

/** Moves only where the supervisor lets it, and never by an operator's drive while somebody is touched. */
function wrongState({ gated, input }: Sample): string | undefined {
  if (isStill(gated.velocities)) return undefined;
  const state = input.safety?.message;
  if (!MAY_MOVE.includes(state?.motion ?? SafetyState.FAULT)) return "moves while locked";
  return gated.gate.mode === "drive" && state?.load !== SafetyState.LOAD_NONE
    ? "drives with a person touched"
    : undefined;
}

/** Acceleration and jerk, unless a stop made it zero at once. */
function wrongChange(sample: Sample): string | undefined {
  const { gated, before, earlier, ticks, ticksBefore } = sample;
  if (isAtRest(gated.gate.limiter)) return undefined;
  for (let axis = 0; axis < COUNT; axis += 1) {
    const [v = NaN, v1 = NaN, v2 = NaN] = [gated.velocities[axis], before[axis], earlier[axis]];
    const most = accelerationOf(gated, axis);
    if (!(Math.abs(v - v1) <= most * TICK * ticks + 2 * ROUNDING)) return `${AXES[axis]} from ${v1} to ${v}`;
    const jerk = Math.abs(v - 2 * v1 + v2) / TICK ** 2;
    const isEven = ticks === 1 && ticksBefore === 1;
    if (isEven && !(jerk <= (2 * most) / SMOOTHING + (4 * ROUNDING) / TICK ** 2))
      return `${AXES[axis]} jerks by ${jerk}`;
  }
  return undefined;
}

/** No ramp is over the caps of its mode and scale, but on its way down to them. */
function wrongSpeed({ gated, input, ramp, rampBefore }: Sample): string | undefined {
  const share = shareOf(input.safety?.message.speed_scale);
  const { up, down } = CAPS[gated.gate.mode];
  const over = AXES.find((_, axis) => {
    const [now, then] = [ramp[axis] ?? NaN, rampBefore[axis] ?? NaN];
    return !(
      isWithin(now, then, share * (up[axis] ?? NaN)) && isWithin(-now, -then, share * (down[axis] ?? NaN))
    );
  });
  return over === undefined
    ? undefined
    : `${gated.gate.mode} ${over}: ${ramp.join(" ")} after ${rampBefore.join(" ")}`;
}
const shareOf = (scale = 0) => (scale >= 0 && scale <= 1 ? scale : 0);
const isWithin = (now: number, then: number, most: number) => now <= Math.max(most, then) + ROUNDING;

/** Nothing leads further into a zone or a touch that stops; no ramp leads faster along a bound than it allows, or than before. */
function wrongWay(sample: Sample): string | undefined {
  const { gated, input } = sample;
  if (isStill(gated.velocities) || gated.gate.mode === "lower") return undefined;
  const near = gated.gate.mode === "drive" ? input.near.drive : input.near.task;
  return [...input.felt, ...asBounds(near)]
    .map((bound) => wrongAlong(sample, bound))
    .find((why) => why !== undefined);
}

function wrongAlong(
  { gated, ramp, rampBefore }: Sample,
  { along, most, stops, name }: Bound,
): string | undefined {
  const allowed = most >= 0 ? most : 0;
  const speed = approach(along, gated.velocities);
  if (stops && allowed === 0 && !(speed <= ROUNDING)) return `${name}: ${speed} into what stops`;
  const [now, then] = [approach(along, ramp), approach(along, rampBefore)];
  // a direction nobody knows allows no motion that is not on its way to rest
  if (Number.isNaN(now))
    return ramp.every((v, axis) => Math.abs(v) <= Math.abs(rampBefore[axis] ?? NaN) + ROUNDING)
      ? undefined
      : `${name}: speeds up blindly`;
  return now <= Math.max(allowed, then) + ROUNDING ? undefined : `${name}: ${now} of ${allowed}, was ${then}`;
}

/** Rows of what is near as bounds, read without the gate's own code. */
function asBounds({ rows, count }: NearBounds): Bound[] {
  return Array.from({ length: count }, (_, row) => {
    const [x = NaN, yaw = NaN, most = NaN] = rows.subarray(row * 3, row * 3 + 3);
    return {
      name: "near",
      along: AT_REST.map((_v, axis) => (axis === 0 ? x : axis === 1 ? yaw : 0)),
      most,
      stops: true,
    };
  });
}
