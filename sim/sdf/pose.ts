// Poses in plain arithmetic: compose, invert, rotate, and SDF's roll-pitch-yaw.
import type { Quat, Vec3 } from "../../core/frames.ts";
import type { Pose } from "./model.ts";

export const IDENTITY: Pose = { position: [0, 0, 0], rotation: [0, 0, 0, 1] };

/** Hamilton product of two quaternions x y z w: the rotation `b`, then `a`. */
export function multiply([ax, ay, az, aw]: Quat, [bx, by, bz, bw]: Quat): Quat {
  return [
    aw * bx + ax * bw + ay * bz - az * by,
    aw * by - ax * bz + ay * bw + az * bx,
    aw * bz + ax * by - ay * bx + az * bw,
    aw * bw - ax * bx - ay * by - az * bz,
  ];
}

export const conjugate = ([x, y, z, w]: Quat): Quat => [-x, -y, -z, w];

/** The vector turned by a unit quaternion. */
export function rotate([qx, qy, qz, qw]: Quat, [x, y, z]: Vec3): Vec3 {
  const tx = 2 * (qy * z - qz * y);
  const ty = 2 * (qz * x - qx * z);
  const tz = 2 * (qx * y - qy * x);
  return [x + qw * tx + qy * tz - qz * ty, y + qw * ty + qz * tx - qx * tz, z + qw * tz + qx * ty - qy * tx];
}

const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];

/** X_AC from X_AB and X_BC. */
export function compose(X_AB: Pose, X_BC: Pose): Pose {
  return {
    position: add(X_AB.position, rotate(X_AB.rotation, X_BC.position)),
    rotation: multiply(X_AB.rotation, X_BC.rotation),
  };
}

/** X_BA from X_AB. */
export function invert({ position, rotation }: Pose): Pose {
  const back = conjugate(rotation);
  const [x, y, z] = rotate(back, position);
  return { position: [-x, -y, -z], rotation: back };
}

/** Fixed-axis roll, pitch, yaw in rad (SDF's order: Rz(yaw)·Ry(pitch)·Rx(roll)). */
export function fromRollPitchYaw(roll: number, pitch: number, yaw: number): Quat {
  const about = (axis: 0 | 1 | 2, angle: number): Quat => {
    const q: [number, number, number, number] = [0, 0, 0, Math.cos(angle / 2)];
    q[axis] = Math.sin(angle / 2);
    return q;
  };
  return multiply(multiply(about(2, yaw), about(1, pitch)), about(0, roll));
}

/** Fixed-axis roll, pitch, yaw of a unit quaternion, rad: the inverse of `fromRollPitchYaw`; upright pitch has roll 0. */
export function toRollPitchYaw(rotation: Quat): Vec3 {
  const [xx, xy, xz] = rotate(rotation, [1, 0, 0]);
  const [yx, yy, yz] = rotate(rotation, [0, 1, 0]);
  const [, , zz] = rotate(rotation, [0, 0, 1]);
  const level = Math.hypot(xx, xy);
  const pitch = Math.atan2(-xz, level);
  if (level < 1e-9) return [0, pitch, Math.atan2(-yx, yy)];
  return [Math.atan2(yz, zz), pitch, Math.atan2(xy, xx)];
}
