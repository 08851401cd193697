// The few vector operations that angles and places need; metres or unit directions, plain numbers.
import type { Vec3 } from "../core/frames.ts";

export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const length = (a: Vec3): number => Math.sqrt(dot(a, a));
export const middle = (a: Vec3, b: Vec3): Vec3 => scale(add(a, b), 0.5);
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
/** The angle between two directions, 0..pi; NaN when one of them has no length. */
export const angleBetween = (a: Vec3, b: Vec3): number =>
  Math.atan2(length(cross(a, b)), dot(a, b) || emptyOf(a, b));
/** NaN for a vector of no length, whose angle is unknown; 0 for two at right angles. */
const emptyOf = (a: Vec3, b: Vec3): number => (length(a) > 0 && length(b) > 0 ? 0 : NaN);
