// Which motion leads into something that touches the robot: how every axis moves a point of one of its links along a normal.
import type { Vec3 } from "../frames.ts";
import type { Velocities } from "./limits.ts";

/** How the axes beyond the base move each link, m/s for 1 m/s of `lift_joint`, `left_arm_joint`, `right_arm_joint` (transfer-robot.sdf). */
const LIFT: Vec3 = [0, 0, 1];
const NOT: Vec3 = [0, 0, 0];
const MOVED_BY: Readonly<Record<string, readonly [lift: Vec3, left: Vec3, right: Vec3]>> = {
  base_link: [NOT, NOT, NOT],
  left_wheel: [NOT, NOT, NOT],
  right_wheel: [NOT, NOT, NOT],
  lift_link: [LIFT, NOT, NOT],
  left_arm: [LIFT, [0, -1, 0], NOT],
  right_arm: [LIFT, NOT, [0, 1, 0]],
};

const dot = (a: Vec3, b: Vec3) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
/** No direction is known: every motion may lead in. */
const ANY: Velocities = [NaN, NaN, NaN, NaN, NaN];
/** [1] how far the length of a normal may be off by rounding to 32 bits */
const UNIT = 1e-3;

/**
 * Speed of approach for each of `AXES`, of a link's point along a normal that leads out of the robot, both in base_link.
 * Not a number where the link or the normal is not known.
 */
export function leadsInto(link: string, point: Vec3, normal: Vec3): Velocities {
  const moved = MOVED_BY[link];
  const isPlace = Number.isFinite(point[0]) && Number.isFinite(point[1]);
  const isNormal = Math.abs(Math.hypot(...normal) - 1) <= UNIT;
  if (moved === undefined || !isPlace || !isNormal) return ANY;
  const turning: Vec3 = [-point[1], point[0], 0];
  return [normal[0], dot(turning, normal), ...moved.map((axis) => dot(axis, normal))];
}
