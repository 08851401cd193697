// The frame of the person in care: between the hips, x the way they face, z up, from what the eyes see of them.
import type { Person, Point, TransformStamped } from "../../core/messages.ts";
import { LANDMARK } from "../../core/body/skeleton.ts";
import { metres } from "../../core/units.ts";
import { onFloor, transformOf } from "./transforms.ts";

/** Hips that lie closer together than this, seen from above, do not tell which way a person faces: a third of an adult's [D]. */
const HIPS_APART = metres(0.05);

/** Of the person in the map, as old as the picture; undefined of whoever is not seen, or not well enough to have a side. */
export function personTransform({ header, seen, points }: Person): TransformStamped | undefined {
  const [left, right] = [points[LANDMARK.left_hip], points[LANDMARK.right_hip]];
  if (!seen || left === undefined || right === undefined) return undefined;
  const [x, y] = [left.x - right.x, left.y - right.y];
  if (!(Math.hypot(x, y) >= HIPS_APART)) return undefined;
  // who faces along x has the left hip towards y
  return transformOf(header.stamp, "map", "person", onFloor(middle(left, right), Math.atan2(-x, y)));
}

const middle = (a: Point, b: Point) => [(a.x + b.x) / 2, (a.y + b.y) / 2, (a.z + b.z) / 2] as const;
