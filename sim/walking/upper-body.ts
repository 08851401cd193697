// What trunk, head and arms do while the legs walk: upright, arms swinging against the legs, or holding handles.
import type { Vec3 } from "../../core/frames.ts";
import type { Metres } from "../../core/units.ts";
import { compose, invert } from "../sdf/pose.ts";
import { armAngles } from "./arm.ts";
import type { BodyState } from "./body.ts";

type Angles = Readonly<Record<string, number>>;
const SIDES = [
  ["left", "right", 1],
  ["right", "left", -1],
] as const;

/** Arms hang so, and swing by this share of the thigh on the other side [D]; rad. */
const HANG = { shoulder: 0.08, abduction: 0.22, elbow: 0.35 } as const;
const SWING = 0.45;

/** The spine bends at most so, rad: sim/resident/joints.ts. */
const BENDS = { flexion: 0.4, lateral: 0.3 } as const;

/** The trunk stays upright over a pelvis that pitches and rolls; angles by muscle name. */
export const upright = ({
  pelvisTurn: [roll, pitch],
}: Pick<BodyState, "pelvisTurn">): Record<string, number> => ({
  lumbar_flexion: clamp(-pitch, BENDS.flexion),
  lumbar_lateral: clamp(roll, BENDS.lateral),
});

/** Angles by muscle name, given those of the legs. */
export function freeArms(legs: Angles): Record<string, number> {
  const mean = ((legs["left_hip_flexion"] ?? 0) + (legs["right_hip_flexion"] ?? 0)) / 2;
  const angles: Record<string, number> = {};
  for (const [name, other] of SIDES) {
    const swing = SWING * ((legs[`${other}_hip_flexion`] ?? 0) - mean);
    angles[`${name}_shoulder_flexion`] = HANG.shoulder + swing;
    angles[`${name}_shoulder_abduction`] = HANG.abduction;
    angles[`${name}_elbow_flexion`] = HANG.elbow + Math.max(0, swing / 2);
  }
  return angles;
}

/** Angles that bring the palms to these places of the world; an arm without one is left as it is. */
export function reaching(
  stature: Metres,
  { thorax }: Pick<BodyState, "thorax">,
  palms: readonly [left: Vec3 | undefined, right: Vec3 | undefined],
): Record<string, number> {
  const angles: Record<string, number> = {};
  for (const [name, , side] of SIDES) {
    const palm = palms[side > 0 ? 0 : 1];
    if (palm === undefined) continue;
    const { position } = compose(invert(thorax), { position: palm, rotation: [0, 0, 0, 1] });
    const arm = armAngles(stature, side, position);
    angles[`${name}_shoulder_flexion`] = arm.shoulderFlexion;
    angles[`${name}_shoulder_abduction`] = arm.shoulderAbduction;
    angles[`${name}_elbow_flexion`] = arm.elbowFlexion;
  }
  return angles;
}

const clamp = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
