// One pixel's piece of a surface: where it is, how it is turned and how it is painted.
import type { Mesh } from "./mesh.ts";
import { noise } from "./noise.ts";
import type { Paint } from "./paint.ts";
import type { Projected } from "./raster.ts";

/** Filled in place for every pixel. Position in m and unit normal, both in the map. */
export interface Fragment extends Paint {
  x: number;
  y: number;
  z: number;
  nx: number;
  ny: number;
  nz: number;
  openness: number;
}
export const fragment = (): Fragment => ({
  x: 0,
  y: 0,
  z: 0,
  nx: 0,
  ny: 0,
  nz: 1,
  openness: 1,
  red: 0,
  green: 0,
  blue: 0,
  gloss: 0,
  creases: 0,
});

/** Creases of cloth tilt the normal by up to this much, at this many folds a metre along and across. */
const CREASE_DEPTH = 0.55;
const ACROSS = 14;
const ALONG = 22;

function crease(into: Fragment, x: number, y: number, z: number): void {
  const depth = CREASE_DEPTH * into.creases;
  into.nx += depth * (noise(x * ACROSS + 90, y * ACROSS + 20, z * ALONG + 20) - 0.5);
  into.ny += depth * (noise(x * ACROSS + 20, y * ACROSS + 70, z * ALONG + 50) - 0.5);
  into.nz += depth * (noise(x * ACROSS + 50, y * ACROSS + 40, z * ALONG + 70) - 0.5);
}

/** One coordinate of three vertices, mixed by their weights. */
const mixed = (
  from: Float32Array,
  axis: number,
  a: number,
  b: number,
  c: number,
  wa: number,
  wb: number,
  wc: number,
): number =>
  (from[a * 3 + axis] as number) * wa +
  (from[b * 3 + axis] as number) * wb +
  (from[c * 3 + axis] as number) * wc;

/**
 * Fills `into` for a point of a triangle.
 * @param u v weights of its first and second vertex on the screen; turned into weights in the room by the depths
 */
export function sampleSurface(
  mesh: Mesh,
  seen: Projected,
  triangle: number,
  u: number,
  v: number,
  into: Fragment,
): void {
  const { positions: P, normals: N, rest: R, triangles, openness } = mesh;
  const a = triangles[triangle * 3] as number;
  const b = triangles[triangle * 3 + 1] as number;
  const c = triangles[triangle * 3 + 2] as number;
  const nearA = u * (seen.depth[a] as number);
  const nearB = v * (seen.depth[b] as number);
  const nearC = (1 - u - v) * (seen.depth[c] as number);
  const sum = nearA + nearB + nearC;
  const wa = nearA / sum;
  const wb = nearB / sum;
  const wc = nearC / sum;
  into.x = mixed(P, 0, a, b, c, wa, wb, wc);
  into.y = mixed(P, 1, a, b, c, wa, wb, wc);
  into.z = mixed(P, 2, a, b, c, wa, wb, wc);
  into.nx = mixed(N, 0, a, b, c, wa, wb, wc);
  into.ny = mixed(N, 1, a, b, c, wa, wb, wc);
  into.nz = mixed(N, 2, a, b, c, wa, wb, wc);
  into.openness = (openness[a] as number) * wa + (openness[b] as number) * wb + (openness[c] as number) * wc;
  const x = mixed(R, 0, a, b, c, wa, wb, wc);
  const y = mixed(R, 1, a, b, c, wa, wb, wc);
  const z = mixed(R, 2, a, b, c, wa, wb, wc);
  mesh.paint(into, a, x, y, z);
  if (into.creases > 0) crease(into, x, y, z);
  const size = Math.sqrt(into.nx * into.nx + into.ny * into.ny + into.nz * into.nz) || 1;
  into.nx /= size;
  into.ny /= size;
  into.nz /= size;
}
