// An arm as geometry: which angles bring the hand to a place that is given in the thorax frame, in closed form.
import { LENGTH } from "../../core/body/segments.ts";
import type { Vec3 } from "../../core/frames.ts";
import type { Side } from "./leg.ts";

export interface ArmAngles {
  readonly shoulderFlexion: number;
  readonly shoulderAbduction: number;
  readonly elbowFlexion: number;
}

/** Where a hand closes around a bar, from the wrist, share of its length. */
export const PALM = 0.5;
const MOST_BENT = 2.4;
const LEAST_BENT = 0.1;

/** The shoulder joint in the thorax frame, m. */
const shoulderOf = (stature: number, side: Side): Vec3 => [
  0,
  side * LENGTH.shoulderHalfBreadth * stature,
  (LENGTH.trunk - LENGTH.lumbar) * stature,
];

/** Angles for a palm at this place of the thorax frame. What is out of reach is reached for with a straight arm. */
export function armAngles(stature: number, side: Side, palm: Vec3): ArmAngles {
  const shoulder = shoulderOf(stature, side);
  const [upper, lower] = [LENGTH.upperArm * stature, (LENGTH.forearm + PALM * LENGTH.hand) * stature];
  const [x, y, z] = [palm[0] - shoulder[0], palm[1] - shoulder[1], palm[2] - shoulder[2]];
  const squared = x * x + y * y + z * z;
  const cosine = (squared - upper * upper - lower * lower) / (2 * upper * lower);
  const elbow = clamp(Math.acos(clamp(cosine, -1, 1)), LEAST_BENT, MOST_BENT);
  const [ahead, below] = [lower * Math.sin(elbow), -upper - lower * Math.cos(elbow)];
  const reach = Math.hypot(ahead, below) / Math.sqrt(squared);
  const roll = Math.asin(clamp((-y * reach) / below, -1, 1));
  return {
    shoulderFlexion: Math.atan2(x, -z) - Math.atan2(ahead, -below * Math.cos(roll)),
    shoulderAbduction: side * roll,
    elbowFlexion: elbow,
  };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
