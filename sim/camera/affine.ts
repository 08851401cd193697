// Rigid transforms as flat 3×4 matrices, row by row: what skinning and projection multiply thousands of times a frame.
import type { Quat, Vec3 } from "../../core/frames.ts";

/** r00 r01 r02 tx, r10 r11 r12 ty, r20 r21 r22 tz; lengths in metres. */
export type Affine = Float64Array;

export const affineOf = ([x, y, z]: Vec3, [qx, qy, qz, qw]: Quat): Affine =>
  Float64Array.of(
    1 - 2 * (qy * qy + qz * qz),
    2 * (qx * qy - qz * qw),
    2 * (qx * qz + qy * qw),
    x,
    2 * (qx * qy + qz * qw),
    1 - 2 * (qx * qx + qz * qz),
    2 * (qy * qz - qx * qw),
    y,
    2 * (qx * qz - qy * qw),
    2 * (qy * qz + qx * qw),
    1 - 2 * (qx * qx + qy * qy),
    z,
  );

export const translation = (x: number, y: number, z: number): Affine =>
  Float64Array.of(1, 0, 0, x, 0, 1, 0, y, 0, 0, 1, z);

/** A turn about x by `angle` radians. */
export function turnX(angle: number): Affine {
  const [c, s] = [Math.cos(angle), Math.sin(angle)];
  return Float64Array.of(1, 0, 0, 0, 0, c, -s, 0, 0, s, c, 0);
}

const entry = (m: Affine, i: number): number => m[i] ?? NaN;

export function multiply(a: Affine, b: Affine): Affine {
  const out = new Float64Array(12);
  for (let row = 0; row < 12; row += 4) {
    for (let column = 0; column < 4; column++) {
      let sum = column === 3 ? entry(a, row + 3) : 0;
      for (let k = 0; k < 3; k++) sum += entry(a, row + k) * entry(b, 4 * k + column);
      out[row + column] = sum;
    }
  }
  return out;
}

/** Of a rigid transform only. */
export function inverse(m: Affine): Affine {
  const out = new Float64Array(12);
  for (let row = 0; row < 3; row++) {
    let moved = 0;
    for (let column = 0; column < 3; column++) {
      const value = entry(m, 4 * column + row);
      out[4 * row + column] = value;
      moved += value * entry(m, 4 * column + 3);
    }
    out[4 * row + 3] = -moved;
  }
  return out;
}

export const apply = (m: Affine, [x, y, z]: Vec3): Vec3 => [
  entry(m, 0) * x + entry(m, 1) * y + entry(m, 2) * z + entry(m, 3),
  entry(m, 4) * x + entry(m, 5) * y + entry(m, 6) * z + entry(m, 7),
  entry(m, 8) * x + entry(m, 9) * y + entry(m, 10) * z + entry(m, 11),
];

export const originOf = (m: Affine): Vec3 => [entry(m, 3), entry(m, 7), entry(m, 11)];

/** Half way between two orientations, along the shorter arc. */
export function halfWay(a: Quat, b: Quat): Quat {
  const sign = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -1 : 1;
  const sum: Quat = [a[0] + sign * b[0], a[1] + sign * b[1], a[2] + sign * b[2], a[3] + sign * b[3]];
  const norm = Math.hypot(...sum);
  return [sum[0] / norm, sum[1] / norm, sum[2] / norm, sum[3] / norm];
}
