// Says how a person holds themselves (lying, sitting, standing, other) from their angles, and how sure that is.
import { degrees } from "../core/units.ts";
import type { BodyAngles } from "./angles.ts";

const POSTURES = ["unknown", "lying", "sitting", "standing", "other"] as const;
export type Posture = (typeof POSTURES)[number];

export interface PostureEstimate {
  readonly posture: Posture;
  /** 0..1: how far the angles are inside the range of this posture. */
  readonly confidence: number;
}

/** Where one posture becomes another, and over how much the certainty goes from none to full. */
interface Border {
  readonly at: number;
  readonly width: number;
}
// Trunk beyond 60° is the fall detector's "trunk down" (DOMAIN §2.4); the knee and hip borders lie half way between
// the joint angles of quiet sitting (knee 80..100°, hip 70..100°) and of standing (0..20°, with MediaPipe's own bias
// of 12..19° on a straight knee).
const LYING_TRUNK: Border = { at: degrees(60), width: degrees(20) };
const SEATED_KNEE: Border = { at: degrees(60), width: degrees(20) };
// Seen from the front a hip reads up to 28° straighter than it is (measured), so its border lies lower.
const SEATED_HIP: Border = { at: degrees(40), width: degrees(20) };
const STRAIGHT_KNEE: Border = { at: degrees(42), width: degrees(20) };
const STRAIGHT_HIP: Border = { at: degrees(45), width: degrees(20) };

/** 0 well below the border, 1/2 on it, 1 well above. */
const above = (value: number, { at, width }: Border): number =>
  Math.min(1, Math.max(0, 0.5 + (value - at) / (2 * width)));
const below = (value: number, border: Border): number => 1 - above(value, border);

/**
 * Each posture scores as its least fulfilled condition; the best one wins, and "other" takes what is left.
 * Any angle that is not a number makes the posture unknown.
 */
export function posture(angles: BodyAngles): PostureEstimate {
  const knee = (angles.leftKnee + angles.rightKnee) / 2;
  const hip = (angles.leftHip + angles.rightHip) / 2;
  const trunk = Math.max(Math.abs(angles.trunkLean), Math.abs(angles.trunkTilt));
  if (!Number.isFinite(knee + hip + trunk)) return { posture: "unknown", confidence: 0 };
  const upright = below(trunk, LYING_TRUNK);
  const scores: readonly (readonly [Posture, number])[] = [
    ["lying", above(trunk, LYING_TRUNK)],
    ["sitting", Math.min(upright, above(knee, SEATED_KNEE), above(hip, SEATED_HIP))],
    ["standing", Math.min(upright, below(knee, STRAIGHT_KNEE), below(hip, STRAIGHT_HIP))],
  ];
  const [best, score] = scores.reduce((a, b) => (b[1] > a[1] ? b : a));
  return score >= 0.5 ? { posture: best, confidence: score } : { posture: "other", confidence: 1 - score };
}
