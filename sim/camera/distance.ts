// Signed distances of simple bodies and their smooth union: what the person is modelled from. Metres.
import type { Vec3 } from "../../core/frames.ts";

/** Distance to a surface, negative inside. */
export type Distance = (p: Vec3) => number;

export const clamp = (x: number, low: number, high: number): number => Math.min(high, Math.max(low, x));
export const mix = (a: number, b: number, t: number): number => a + (b - a) * t;
/** 0 before `from`, 1 after `to`, smooth between. */
export const smoothStep = (from: number, to: number, x: number): number => {
  const t = clamp((x - from) / (to - from), 0, 1);
  return t * t * (3 - 2 * t);
};
export const mixPoints = (a: Vec3, b: Vec3, t: number): Vec3 => [
  mix(a[0], b[0], t),
  mix(a[1], b[1], t),
  mix(a[2], b[2], t),
];

/** The union of two distances, rounded over a width `k` (Quilez, polynomial smooth minimum). */
export function smoothUnion(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - h * h * k * 0.25;
}

/** A rod from `a` to `b` whose radius goes from `ra` to `rb`. */
export function rod(p: Vec3, a: Vec3, b: Vec3, ra: number, rb: number): number {
  const [bx, by, bz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [px, py, pz] = [p[0] - a[0], p[1] - a[1], p[2] - a[2]];
  const t = clamp((px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz), 0, 1);
  const [dx, dy, dz] = [px - bx * t, py - by * t, pz - bz * t];
  return Math.sqrt(dx * dx + dy * dy + dz * dz) - (ra + (rb - ra) * t);
}

/** An ellipsoid's distance to first order (Quilez). */
export function ellipsoid(p: Vec3, centre: Vec3, radii: Vec3): number {
  const x = (p[0] - centre[0]) / radii[0];
  const y = (p[1] - centre[1]) / radii[1];
  const z = (p[2] - centre[2]) / radii[2];
  const k0 = Math.sqrt(x * x + y * y + z * z);
  const [gx, gy, gz] = [x / radii[0], y / radii[1], z / radii[2]];
  const k1 = Math.sqrt(gx * gx + gy * gy + gz * gz);
  return k1 < 1e-9 ? -Math.min(...radii) : (k0 * (k0 - 1)) / k1;
}
