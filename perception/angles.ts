// Trunk, hip and knee angles of a person from landmarks in a frame whose z is true vertical.
import { LANDMARK } from "../core/body/skeleton.ts";
import type { LandmarkName } from "../core/body/skeleton.ts";
import type { Vec3 } from "../core/frames.ts";
import { radians } from "../core/units.ts";
import type { Radians } from "../core/units.ts";
import { add, angleBetween, cross, dot, length, middle, scale, subtract } from "./vectors.ts";

/** NaN wherever a landmark is missing or the body is so folded that the angle has no meaning. */
export interface BodyAngles {
  /** Of the trunk (mid hip to mid shoulder) from vertical, forward positive. */
  readonly trunkLean: Radians;
  /** Of the trunk from vertical, to the person's left positive. */
  readonly trunkTilt: Radians;
  /** Flexion, 0 with thigh and shank in line (ISB: extension is 0). */
  readonly leftKnee: Radians;
  readonly rightKnee: Radians;
  /** Flexion, 0 with trunk and thigh in line. */
  readonly leftHip: Radians;
  readonly rightHip: Radians;
}

const UP: Vec3 = [0, 0, 1];
const MISSING: Vec3 = [NaN, NaN, NaN];

/**
 * The level direction to the person's left; NaN when it cannot be told. Hips and shoulders speak of it across,
 * thighs and feet along the way they point, each as much as it is long and level: seated, the thighs tell most.
 */
export function levelLeft(points: readonly Vec3[]): Vec3 {
  const at = (name: LandmarkName): Vec3 => points[LANDMARK[name]] ?? MISSING;
  const across = (part: "hip" | "shoulder") => subtract(at(`left_${part}`), at(`right_${part}`));
  const ahead = (from: LandmarkName, to: LandmarkName) => cross(UP, subtract(at(to), at(from)));
  const told = [
    across("hip"),
    across("shoulder"),
    ahead("left_hip", "left_knee"),
    ahead("right_hip", "right_knee"),
    ahead("left_heel", "left_foot_index"),
    ahead("right_heel", "right_foot_index"),
  ];
  const sum = told.filter((vector) => Number.isFinite(length(vector))).reduce(add, [0, 0, 0]);
  const level: Vec3 = [sum[0], sum[1], 0];
  return scale(level, 1 / length(level));
}

/**
 * @param points 33 landmarks in metres, z vertical (frame map, or any frame turned about the vertical)
 * @param left the level unit vector to the person's left, where it is known better than from these points alone: an
 *   error of it turns forward lean into sideways tilt
 */
export function bodyAngles(points: readonly Vec3[], left: Vec3 = levelLeft(points)): BodyAngles {
  const at = (name: LandmarkName): Vec3 => points[LANDMARK[name]] ?? MISSING;
  const trunk = subtract(
    middle(at("left_shoulder"), at("right_shoulder")),
    middle(at("left_hip"), at("right_hip")),
  );
  const forward = cross(left, UP);
  const flexion = (a: Vec3, b: Vec3, c: Vec3) => radians(angleBetween(subtract(b, a), subtract(c, b)));
  const hip = (side: "left" | "right") => {
    const thigh = subtract(at(`${side}_knee`), at(`${side}_hip`));
    return radians(angleBetween(scale(trunk, -1), thigh));
  };
  const knee = (side: "left" | "right") =>
    flexion(at(`${side}_hip`), at(`${side}_knee`), at(`${side}_ankle`));
  return {
    trunkLean: radians(Math.atan2(dot(trunk, forward), dot(trunk, UP))),
    trunkTilt: radians(Math.atan2(dot(trunk, left), Math.hypot(dot(trunk, UP), dot(trunk, forward)))),
    leftKnee: knee("left"),
    rightKnee: knee("right"),
    leftHip: hip("left"),
    rightHip: hip("right"),
  };
}
