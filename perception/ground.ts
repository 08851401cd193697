// Feet on the floor, or hips on a known seat, fix how far away a person is: a picture alone cannot tell near from far.
import { LANDMARK } from "../core/body/skeleton.ts";
import type { LandmarkName } from "../core/body/skeleton.ts";
import type { Vec3 } from "../core/frames.ts";
import { metres, type Metres } from "../core/units.ts";
import { add, scale, subtract } from "./vectors.ts";

/** Height of a landmark above the floor when the sole is flat on it: the ankle of DOMAIN §2.3 at 1.6 m, heel and toe by it. */
const FEET: readonly (readonly [LandmarkName, number])[] = [
  ["left_ankle", 0.065],
  ["right_ankle", 0.065],
  ["left_heel", 0.03],
  ["right_heel", 0.03],
];
/** Feet higher than this are not standing on the floor: the person lies in bed, or sits with hanging legs. */
const ON_FLOOR = metres(0.2);

/** The weighted mean height by which the feet miss the floor, m; NaN when they are not seen. */
function missBy(
  points: readonly Vec3[],
  visibility: readonly number[],
): { readonly height: number; readonly rest: number } {
  let [weight, height, rest] = [0, 0, 0];
  for (const [name, above] of FEET) {
    const point = points[LANDMARK[name]];
    const seen = visibility[LANDMARK[name]] ?? 0;
    if (point === undefined) continue;
    weight += seen;
    height += seen * point[2];
    rest += seen * above;
  }
  return { height: height / weight, rest: rest / weight };
}

/** The model errs in size by up to a third while a person leans far forward; more is an error of landmarks. */
const MOST = 1.35;

/**
 * By how much the body must be moved along its rays, all by the same factor, so that the feet stand on the floor z = 0.
 * Feet are never below a floor, so there they are always brought up; 1 when they are not seen or well above it.
 * @param points in the map, m
 * @param lens the camera's place in the map, m; must be above the feet
 */
export function floorFactor(points: readonly Vec3[], visibility: readonly number[], lens: Vec3): number {
  const { height, rest } = missBy(points, visibility);
  if (!(height - rest <= ON_FLOOR && lens[2] > height + ON_FLOOR)) return 1;
  const factor = (lens[2] - rest) / (lens[2] - height);
  return Math.min(MOST, Math.max(1 / MOST, factor));
}

/** Hip joints above a firm seat, as a share of stature: half the depth of the thigh over the seat bones [D], ± 0.004. */
const HIP_OVER_SEAT = 0.058;
/** Hips further than this from where they would be on the seat are not on it. */
const ON_SEAT = metres(0.08);

/**
 * By how much the body must be moved along its rays so that the hips are as high as on the seat; undefined when they
 * are not on it, or seat or stature are not known.
 * @param points in the map, m
 */
export function seatFactor(
  points: readonly Vec3[],
  lens: Vec3,
  stature: Metres | undefined,
  seat: Metres | undefined,
): number | undefined {
  const [left, right] = [points[LANDMARK.left_hip], points[LANDMARK.right_hip]];
  const height = ((left?.[2] ?? NaN) + (right?.[2] ?? NaN)) / 2;
  const wanted = (seat ?? NaN) + HIP_OVER_SEAT * (stature ?? NaN);
  return Math.abs(height - wanted) <= ON_SEAT ? (lens[2] - wanted) / (lens[2] - height) : undefined;
}

/** Moves every point along its ray from the lens; what the camera sees stays the same. */
export const alongRays = (points: readonly Vec3[], lens: Vec3, factor: number): readonly Vec3[] =>
  points.map((point) => add(lens, scale(subtract(point, lens), factor)));

/**
 * Seen from the side the model puts the body's middle towards the shoulder that is further away: so much at a right
 * angle, m [measured on 20 seated people at 38°: 2.6 cm]. From the front there is nothing to correct.
 */
const SIDE_ERROR = metres(0.042);

/**
 * Moves the body level, across the way one looks at it, by what the model errs at the angle it is seen from.
 * @param points in the map, m
 * @param lens the camera's place in the map, m
 * @param left the person's left, level and of length 1
 */
export function sideways(points: readonly Vec3[], lens: Vec3, left: Vec3): readonly Vec3[] {
  const hip = points[LANDMARK.left_hip] ?? lens;
  const [x, y] = [lens[0] - hip[0], lens[1] - hip[1]];
  const away = Math.hypot(x, y);
  // how far the camera stands to the left of where they face, as a sine
  const side = (left[0] * x + left[1] * y) / away;
  const shift: Vec3 = [(-y / away) * SIDE_ERROR * side, (x / away) * SIDE_ERROR * side, 0];
  return shift.every(Number.isFinite) ? points.map((point) => add(point, shift)) : points;
}
