// The camera's geometry: where points of the room fall in the picture.
import type { Quat, Vec3 } from "../../core/frames.ts";
import { rotate } from "../../core/frames.ts";
import type { Radians } from "../../core/units.ts";
import type { Projected } from "./raster.ts";

/** A pinhole lens in the map: unit vectors along the view, to the right and up, and the focal length in pixels. */
export interface Lens {
  readonly width: number;
  readonly height: number;
  readonly focal: number;
  readonly eye: Vec3;
  readonly forward: Vec3;
  readonly right: Vec3;
  readonly up: Vec3;
}

/** Nearer than this is behind the lens, m. */
export const NEAR = 0.05;

/** @param rotation of the camera's body: it looks along its x, with z up (SDF's habit) */
export function lens(width: number, height: number, fieldOfView: Radians, eye: Vec3, rotation: Quat): Lens {
  return {
    width,
    height,
    focal: width / 2 / Math.tan(fieldOfView / 2),
    eye,
    forward: rotate(rotation, [1, 0, 0]),
    right: rotate(rotation, [0, -1, 0]),
    up: rotate(rotation, [0, 0, 1]),
  };
}

/** Projects x y z triples into `into`; what is behind the lens gets depth 0. */
export function project(
  { width, height, focal, eye, forward, right, up }: Lens,
  points: Float32Array,
  into: Projected,
): void {
  const [ex, ey, ez] = eye;
  const [fx, fy, fz] = forward;
  const [rx, ry, rz] = right;
  const [ux, uy, uz] = up;
  for (let i = 0, v = 0; i < points.length; i += 3, v++) {
    const x = (points[i] as number) - ex;
    const y = (points[i + 1] as number) - ey;
    const z = (points[i + 2] as number) - ez;
    const distance = x * fx + y * fy + z * fz;
    const nearness = distance > NEAR ? 1 / distance : 0;
    into.depth[v] = nearness;
    into.x[v] = width / 2 + focal * (x * rx + y * ry + z * rz) * nearness;
    into.y[v] = height / 2 - focal * (x * ux + y * uy + z * uz) * nearness;
  }
}
