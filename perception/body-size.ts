// How large a found body is against the one it belongs to: the scale that turns the model's metres into true ones.
import { LANDMARK } from "../core/body/skeleton.ts";
import type { LandmarkName } from "../core/body/skeleton.ts";
import type { Vec3 } from "../core/frames.ts";
import type { Metres } from "../core/units.ts";
import { length, subtract } from "./vectors.ts";

/** Parts of the stature: Drillis & Contini 1966 as in Winter, "Biomechanics and Motor Control", figure 4.1. */
const SEGMENTS: readonly (readonly [LandmarkName, LandmarkName, number])[] = [
  ["left_hip", "left_knee", 0.245],
  ["right_hip", "right_knee", 0.245],
  ["left_knee", "left_ankle", 0.246],
  ["right_knee", "right_ankle", 0.246],
  ["left_shoulder", "left_hip", 0.288],
  ["right_shoulder", "right_hip", 0.288],
];
/** The model never errs by more than this; beyond, the landmarks are wrong, not the size. */
const MOST = 1.5;

/**
 * Stature over the stature that the found segments speak of: multiply found metres by it.
 * The median of the six segments, so that one badly seen limb does not count. 1 when nothing can be told.
 */
export function bodyScale(world: readonly Vec3[], stature: Metres | undefined): number {
  if (stature === undefined || !(stature > 0)) return 1;
  const statures = SEGMENTS.map(([from, to, part]) => {
    const [a, b] = [world[LANDMARK[from]], world[LANDMARK[to]]];
    return a === undefined || b === undefined ? NaN : length(subtract(a, b)) / part;
  })
    .filter((value) => value > 0)
    .toSorted((a, b) => a - b);
  const half = statures.length / 2;
  const found = ((statures[Math.ceil(half) - 1] ?? NaN) + (statures[Math.floor(half)] ?? NaN)) / 2;
  const scale = stature / found;
  return scale > 0 ? Math.min(MOST, Math.max(1 / MOST, scale)) : 1;
}
