// Where feet and pelvis are meant to be at each moment of a step: the path of each foot, the pelvis's height and turn.
import { LENGTH } from "../../core/body/segments.ts";
import { minimumJerk } from "../../core/motion/minimum-jerk.ts";
import type { Pose } from "../sdf/model.ts";
import { wrapped } from "./footsteps.ts";
import type { Side } from "./leg.ts";
import { footOf, type Step, type Stride } from "./stride.ts";
import { PITCH, planted, swinging } from "./swing.ts";

/** Of a leg's length, what is there between hip and ankle at mid-stance: the knee stays bent by some 10° [D]. */
const NEARLY_STRAIGHT = 0.985;
/** The hips sink between two steps by this share of what straight legs would need; the lifted heel gives the rest [D]. */
const SINK = 0.75;
/** A standing person is so much lower than one over a straight leg, m [D]. */
const EASY = 0.006;
/** A step of this length, share of stature, has all of the foot's pitch; shorter ones less. */
const FULL_STEP = 0.33;
/** The foot that landed on its heel is flat after this share of the double support. */
const FLAT_BY = 0.6;

/** How long a step has been on, s, without what precedes a first step; and how long it lasts so. */
const begun = (step: Step, doubleSupport: number, since: number) =>
  step.first ? Math.max(0, since - (step.lift - doubleSupport)) : since;

/** The hips' height over the floor, m. */
export function hipHeight(stature: number, { step, since, gait }: Stride): number {
  const leg = NEARLY_STRAIGHT * (LENGTH.thigh + LENGTH.shank) * stature;
  const top = LENGTH.ankleHeight * stature + leg - EASY;
  if (step === undefined) return top;
  const half = Math.max(0.1, step.advance) / 2;
  const drop = SINK * (leg - Math.sqrt(leg * leg - half * half));
  const lasts = step.land - (step.first ? step.lift - gait.doubleSupport : 0);
  const phase = (2 * Math.PI * (begun(step, gait.doubleSupport, since) - gait.doubleSupport / 2)) / lasts;
  const low = (1 + Math.cos(phase)) / 2;
  const eased = step.first && since < step.lift ? minimumJerk(since / step.lift) : 1;
  return top - drop * low * eased;
}

/** Which way the pelvis faces, rad: half way between the feet, turned on while one swings. */
export function pelvisYaw({ step, since, feet }: Stride): number {
  if (step === undefined) return feet.left.yaw + wrapped(feet.right.yaw - feet.left.yaw) / 2;
  const stance = footOf(feet, -step.side as Side);
  const s = minimumJerk((since - step.lift / 2) / (step.land - step.lift / 2));
  const from = stance.yaw + wrapped(step.from.yaw - stance.yaw) / 2;
  const to = stance.yaw + wrapped(step.to.yaw - stance.yaw) / 2;
  return from + s * wrapped(to - from);
}

/** The pose of a foot (its origin is the ankle), `ahead` s from now if it swings. */
export function footPose(stature: number, stride: Stride, side: Side, ahead = 0): Pose {
  const { step, since, feet, gait } = stride;
  const foot = footOf(feet, side);
  if (step === undefined) return planted(stature, foot, 0);
  const vigour = Math.min(1, Math.max(0, step.advance) / (FULL_STEP * stature));
  const on = begun(step, gait.doubleSupport, since) / gait.doubleSupport;
  if (side !== step.side) {
    const flat = step.first ? 1 : minimumJerk(on / FLAT_BY);
    return planted(stature, foot, vigour * PITCH.landing * (1 - flat));
  }
  // The heel rises faster and faster, so that the foot leaves the floor on the move.
  if (since < step.lift) return planted(stature, step.from, vigour * PITCH.leaving * Math.min(1, on) ** 2);
  const u = Math.min(1, (since + ahead - step.lift) / (step.land - step.lift));
  return swinging(stature, step.from, step.to, u, vigour, gait.clearance);
}
