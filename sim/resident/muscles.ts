// How strong the resident is: a motor for every axis of the body, its stiffness, and what it can pull each way.
import { metres, type Metres } from "../../core/units.ts";
import type { Motor } from "../mujoco/mjcf.ts";
import { conditionOf, strengthLeft } from "./condition.ts";
import { jointName } from "./joints.ts";
import type { ResidentParameters } from "./parameters.ts";
import { postureModel } from "./posture.ts";

/** One axis of the body: its joint's child link, which axis of that joint, and what drives it. */
export interface Muscle {
  readonly name: string;
  readonly link: string;
  readonly index: number;
  /** N·m/rad at 60 kg; scaled with mass. */
  readonly stiffness: number;
  /** Peak effort in the positive and negative direction, N·m for the whole person of 60 kg, or of the leg's need. */
  readonly positive: number;
  readonly negative: number;
}

/** N·m·s/rad for each N·m/rad: near critical for segments of these inertias. */
export const DAMPING_TIME = 0.1;
const REFERENCE_MASS = 60;

/** Peak static moments of both legs together while this body rises from this seat in balance, N·m. */
export interface RiseNeed {
  readonly hip: number;
  readonly knee: number;
  readonly ankle: number;
}

/** Feet can press at most so far before the ankle: where the ball of the foot is, as a share of stature. */
const BALL_OF_FOOT = 0.09;
/** On top of the static moments: acceleration, and holding balance on the way; below 1 / 1.15 no way up exists at all. */
const DYNAMIC_SHARE = 1.15;

/**
 * What this person's legs must give to rise alone from this seat: the largest static moments on the way, balanced over
 * the feet, with a share for acceleration. A leg strength of 1 is exactly this.
 */
export function riseNeed(p: ResidentParameters, seatHeight: Metres): RiseNeed {
  const model = postureModel(p, seatHeight);
  let [hip, knee] = [0, 0];
  for (let i = 0; i <= 50; i++) {
    const load = model.load(model.balanced(i / 50, balanceTarget(p, i / 50)));
    hip = Math.max(hip, load.hip);
    knee = Math.max(knee, load.knee);
  }
  const ankle = p.bodyMass * 9.81 * BALL_OF_FOOT * p.stature;
  return { hip: hip * DYNAMIC_SHARE, knee: knee * DYNAMIC_SHARE, ankle: ankle * DYNAMIC_SHARE };
}

/** Where the mass goes on the way, forward of the ankles: over them at seat-off, a little before them when standing. */
export function balanceTarget(p: ResidentParameters, rise: number): Metres {
  return metres(0.02 * p.stature * Math.min(1, 2 * rise));
}

const legs = (side: "left" | "right"): Muscle[] => [
  { name: `${side}_hip_flexion`, link: `${side}_thigh`, index: 0, stiffness: 500, positive: 60, negative: 0 },
  {
    name: `${side}_hip_abduction`,
    link: `${side}_thigh`,
    index: 1,
    stiffness: 400,
    positive: 60,
    negative: 60,
  },
  {
    name: `${side}_knee_flexion`,
    link: `${side}_shank`,
    index: 0,
    stiffness: 500,
    positive: 30,
    negative: 0,
  },
  {
    name: `${side}_knee_rotation`,
    link: `${side}_shank`,
    index: 1,
    stiffness: 100,
    positive: 30,
    negative: 30,
  },
  {
    name: `${side}_ankle_dorsiflexion`,
    link: `${side}_foot`,
    index: 0,
    stiffness: 500,
    positive: 25,
    negative: 0,
  },
  {
    name: `${side}_ankle_eversion`,
    link: `${side}_foot`,
    index: 1,
    stiffness: 200,
    positive: 25,
    negative: 25,
  },
];
const arms = (side: "left" | "right"): Muscle[] => [
  {
    name: `${side}_shoulder_flexion`,
    link: `${side}_upper_arm`,
    index: 0,
    stiffness: 40,
    positive: 20,
    negative: 20,
  },
  {
    name: `${side}_shoulder_abduction`,
    link: `${side}_upper_arm`,
    index: 1,
    stiffness: 40,
    positive: 20,
    negative: 20,
  },
  {
    name: `${side}_elbow_flexion`,
    link: `${side}_forearm`,
    index: 0,
    stiffness: 20,
    positive: 15,
    negative: 15,
  },
];

export const MUSCLES: readonly Muscle[] = [
  { name: "lumbar_flexion", link: "thorax", index: 0, stiffness: 600, positive: 80, negative: 160 },
  { name: "lumbar_lateral", link: "thorax", index: 1, stiffness: 600, positive: 80, negative: 80 },
  { name: "neck_flexion", link: "head", index: 0, stiffness: 40, positive: 15, negative: 15 },
  { name: "neck_lateral", link: "head", index: 1, stiffness: 40, positive: 15, negative: 15 },
  ...legs("left"),
  ...legs("right"),
  ...arms("left"),
  ...arms("right"),
];

/** The motors of the body, in the order of `MUSCLES`. Extension of hip and knee and plantar flexion have the leg's strength, less what the condition takes. */
export function bodyMotors(
  p: ResidentParameters,
  seatHeight: Metres,
  axisName: (joint: string, index: number) => string,
): Motor[] {
  const need = riseNeed(p, seatHeight);
  const scale = p.bodyMass / REFERENCE_MASS;
  const condition = conditionOf(p);
  return MUSCLES.map(({ name, link, index, stiffness, positive, negative }) => {
    const extension = p.legStrength / 2;
    const strong: Readonly<Record<string, number>> = {
      hip_flexion: need.hip * extension,
      knee_flexion: need.knee * extension,
      ankle_dorsiflexion: need.ankle * extension,
    };
    const left = strengthLeft(condition, name);
    const legExtension = strong[name.replace(/^(left|right)_/, "")];
    return {
      axis: axisName(jointName(link), index),
      stiffness: stiffness * scale,
      damping: stiffness * scale * DAMPING_TIME,
      lower: -(legExtension ?? negative * scale) * left,
      upper: positive * scale * left,
    };
  });
}
