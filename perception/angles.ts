// Trunk, hip and knee angles of a person from landmarks in a frame whose z is true vertical.
import { LANDMARK } from "../core/body/skeleton.ts";
import type { LandmarkName } from "../core/body/skeleton.ts";
import type { Vec3 } from "../core/frames.ts";
import { radians } from "../core/units.ts";
import type { Radians } from "../core/units.ts";
import { angleBetween, cross, dot, length, middle, scale, subtract } from "./vectors.ts";

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

/** The level direction to the person's left, by hips and shoulders; NaN when they lie on one side. */
export function levelLeft(points: readonly Vec3[]): Vec3 {
  const at = (name: LandmarkName): Vec3 => points[LANDMARK[name]] ?? MISSING;
  const hips = subtract(at("left_hip"), at("right_hip"));
  const shoulders = subtract(at("left_shoulder"), at("right_shoulder"));
  const across: Vec3 = [hips[0] + shoulders[0], hips[1] + shoulders[1], 0];
  return scale(across, 1 / length(across));
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
