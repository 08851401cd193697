// Straight walls with openings, and handrails along them.
import type { Vec3 } from "../../core/frames.ts";
import { WARD as W } from "./dimensions.ts";
import { GLASS, STEEL, WALL } from "./colours.ts";
import { bar, box, type Part } from "./parts.ts";

/** A wall along x or y, by its middle line. m */
export interface Wall {
  readonly name: string;
  readonly along: "x" | "y";
  readonly from: number;
  readonly to: number;
  /** Where its middle line is on the other axis. */
  readonly at: number;
  readonly openings?: readonly Opening[];
}
interface Opening {
  /** Middle, along the wall. */
  readonly at: number;
  readonly width: number;
  /** A door reaches the floor; a window is from sill to lintel and shut with glass. */
  readonly kind: "door" | "window";
}
const SILL = 0.9;

export function wall({ name, along, from, to, at, openings = [] }: Wall): Part[] {
  const block = (
    part: string,
    a: number,
    b: number,
    low: number,
    high: number,
    colour = WALL,
    thick: number = W.wall,
  ) => {
    const [middle, size] = [(a + b) / 2, b - a];
    const where: Vec3 = along === "x" ? [middle, at, (low + high) / 2] : [at, middle, (low + high) / 2];
    return box(part, where, along === "x" ? [size, thick, high - low] : [thick, size, high - low], colour);
  };
  const parts: Part[] = [];
  let begin = from;
  const sorted = openings.toSorted((one, other) => one.at - other.at);
  for (const [i, { at: middle, width, kind }] of sorted.entries()) {
    const [left, right] = [middle - width / 2, middle + width / 2];
    if (!(left > begin && right < to)) throw new Error(`wall ${name}: expected opening ${i} within it`);
    parts.push(block(`${name}_${i}`, begin, left, 0, W.height));
    parts.push(block(`${name}_lintel_${i}`, left, right, W.doorHeight, W.height));
    if (kind === "window") {
      parts.push(block(`${name}_sill_${i}`, left, right, 0, SILL));
      parts.push(block(`${name}_glass_${i}`, left, right, SILL, W.doorHeight, GLASS, 0.02));
    }
    begin = right;
  }
  return [...parts, block(`${name}_${sorted.length}`, begin, to, 0, W.height)];
}

/** A handrail on the face of a wall that runs along x; `face` is its y, `inward` the side people walk on. */
export function handrail(
  name: string,
  [from, to]: readonly [number, number],
  face: number,
  inward: 1 | -1,
  heights: readonly [number, number] = [W.handrail, W.handrail],
): Part[] {
  const y = face + inward * (W.handrailOff + W.handrailRadius);
  const brackets = Math.max(2, Math.ceil((to - from) / 1.2) + 1);
  return [
    bar(name, [from, y, heights[0]], [to, y, heights[1]], W.handrailRadius, [0.75, 0.55, 0.35, 1]),
    ...Array.from({ length: brackets }, (_, i) => {
      const share = (i + 0.5) / brackets;
      const z = heights[0] + share * (heights[1] - heights[0]) - 0.03;
      const x = from + share * (to - from);
      return box(
        `${name}_bracket_${i}`,
        [x, face + (y - face) / 2, z],
        [0.03, Math.abs(y - face), 0.02],
        STEEL,
        { only: "seen" },
      );
    }),
  ];
}
