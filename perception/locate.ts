// Places a person in the map: where must the found body stand so that the camera sees it where it does?
import { rotate } from "../core/frames.ts";
import type { Transform, Vec3 } from "../core/frames.ts";
import { radians } from "../core/units.ts";
import type { Radians } from "../core/units.ts";
import type { Intrinsics } from "./camera.ts";
import type { Detection, Landmark } from "./landmarker.ts";
import { add, cross, dot, length, scale } from "./vectors.ts";

export interface Place {
  /** 33 points in the map frame, m. */
  readonly points: readonly Vec3[];
  /** Root of the mean squared angle between where landmarks are seen and where the placed body has them, rad. */
  readonly residual: Radians;
  /** From the lens to the middle of the hips, m. */
  readonly distance: number;
}

/** Directions in the optical frame with z = 1. */
const rayOf = (landmark: Landmark, camera: Intrinsics): readonly [number, number] => [
  (landmark.x * camera.width - camera.centreX) / camera.focalX,
  (landmark.y * camera.height - camera.centreY) / camera.focalY,
];

/**
 * The translation t that best explains the picture: with rays (u, v) and body points X, every landmark gives
 * (X + t).x = u (X + t).z and (X + t).y = v (X + t).z, weighted by its visibility. Linear in t, so it is solved in
 * closed form; undefined when the landmarks do not fix it.
 */
function solveTranslation(
  rays: readonly (readonly [number, number])[],
  body: readonly Vec3[],
  weights: readonly number[],
) {
  let [w, wu, wv, wuv] = [0, 0, 0, 0];
  let [bx, by, bz] = [0, 0, 0];
  for (const [i, [u, v]] of rays.entries()) {
    const weight = weights[i] ?? 0;
    const [x, y, z] = body[i] ?? [NaN, NaN, NaN];
    const [ex, ey] = [u * z - x, v * z - y];
    w += weight;
    wu += weight * u;
    wv += weight * v;
    wuv += weight * (u * u + v * v);
    bx += weight * ex;
    by += weight * ey;
    bz -= weight * (u * ex + v * ey);
  }
  // w tx - wu tz = bx;  w ty - wv tz = by;  -wu tx - wv ty + wuv tz = bz
  const spread = wuv - (wu * wu + wv * wv) / w;
  if (!(w > 0 && spread > 1e-9)) return undefined;
  const tz = (bz + (wu * bx + wv * by) / w) / spread;
  const t: Vec3 = [(bx + wu * tz) / w, (by + wv * tz) / w, tz];
  return tz > 0 ? t : undefined;
}

function rootMeanSquare(
  rays: readonly (readonly [number, number])[],
  placed: readonly Vec3[],
  weights: readonly number[],
) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const squares = placed.map((point, i) => {
    const [u, v] = rays[i] ?? [NaN, NaN];
    const ray: Vec3 = [u, v, 1];
    return (weights[i] ?? 0) * Math.atan2(length(cross(point, ray)), dot(point, ray)) ** 2;
  });
  return radians(Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / total));
}

/**
 * @param detection image and world landmarks of one person
 * @param X_MC the camera's optical frame in the map: gives gravity, so angles of the result are against true vertical
 * @param bodyScale multiplies the world landmarks (see body-size.ts): distance errs by as much as this does
 * @returns undefined when the landmarks do not fix a place in front of the camera
 */
export function locate(
  detection: Detection,
  camera: Intrinsics,
  X_MC: Transform<"map", "camera_optical">,
  bodyScale: number,
): Place | undefined {
  const rays = detection.image.map((landmark) => rayOf(landmark, camera));
  const weights = detection.image.map(({ visibility }) => visibility);
  const body = detection.world.map(({ x, y, z }): Vec3 => scale([x, y, z], bodyScale));
  const t = solveTranslation(rays, body, weights);
  if (t === undefined) return undefined;
  const placed = body.map((point) => add(point, t));
  return {
    points: placed.map((point) => add(rotate(X_MC.rotation, point), X_MC.translation)),
    residual: rootMeanSquare(rays, placed, weights),
    distance: length(t),
  };
}
