// A leg as geometry: which joint angles bring the foot to a pose that is given in the pelvis frame, in closed form.
import { LENGTH } from "../../core/body/segments.ts";
import type { Metres } from "../../core/units.ts";
import type { Pose } from "../sdf/model.ts";
import { conjugate, fromRollPitchYaw, multiply, toRollPitchYaw } from "../sdf/pose.ts";

/** Angles of one leg, rad, clinical directions as in sim/resident/joints.ts. */
export interface LegAngles {
  readonly hipFlexion: number;
  readonly hipAbduction: number;
  readonly kneeFlexion: number;
  readonly kneeRotation: number;
  readonly ankleDorsiflexion: number;
  readonly ankleEversion: number;
}

/** +1 is the left side, -1 the right: the sign of y there. */
export type Side = 1 | -1;

/** The least bend of a knee that carries, rad (about 5° at mid-stance, Winter 2009): a straight leg has no way to go. */
const STRAIGHTEST = 0.08;
const MOST_BENT = 2.2;

/** Angles for a foot (its origin is the ankle) in the pelvis frame. What is out of reach is reached for with a straight leg. */
export function legAngles(stature: Metres, side: Side, foot: Pose): LegAngles {
  const [thigh, shank] = [LENGTH.thigh * stature, LENGTH.shank * stature];
  const [x, y, z] = [
    foot.position[0],
    foot.position[1] - side * LENGTH.hipHalfBreadth * stature,
    foot.position[2],
  ];
  const squared = x * x + y * y + z * z;
  const cosine = (squared - thigh * thigh - shank * shank) / (2 * thigh * shank);
  const knee = clamp(Math.acos(clamp(cosine, -1, 1)), STRAIGHTEST, MOST_BENT);
  // The ankle as seen from the hip with only the knee bent.
  const [ahead, below] = [-shank * Math.sin(knee), -thigh - shank * Math.cos(knee)];
  const reach = Math.hypot(ahead, below) / Math.sqrt(squared);
  const roll = Math.asin(clamp((-y * reach) / below, -1, 1));
  const flexion = Math.atan2(x, -z) - Math.atan2(ahead, -below * Math.cos(roll));
  const shankTurn = multiply(
    multiply(fromRollPitchYaw(0, -flexion, 0), fromRollPitchYaw(roll, 0, 0)),
    fromRollPitchYaw(0, knee, 0),
  );
  const [ankleRoll, anklePitch, kneeYaw] = toRollPitchYaw(multiply(conjugate(shankTurn), foot.rotation));
  return {
    hipFlexion: flexion,
    hipAbduction: side * roll,
    kneeFlexion: knee,
    kneeRotation: side * kneeYaw,
    ankleDorsiflexion: -anklePitch,
    ankleEversion: side * ankleRoll,
  };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
