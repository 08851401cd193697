// Consent in the picture: zones without consent are filled before the picture leaves the renderer.
import type { Vec3 } from "../../core/frames.ts";
import { hullOf, type Polygon } from "../../core/motion/polygon.ts";
import { NEAR, type Lens } from "./lens.ts";

/**
 * What is not to be seen. `person`: the resident is nothing but a filled shape. `picture`: a part of the picture, as shares
 * of its width and height from the upper left. `room`: whatever is seen through a box of the map, m, and what is before it.
 */
export type ConsentZone =
  | { readonly kind: "person" }
  | {
      readonly kind: "picture";
      readonly left: number;
      readonly top: number;
      readonly right: number;
      readonly bottom: number;
    }
  | { readonly kind: "room"; readonly least: Vec3; readonly most: Vec3 };

/** Red, green, blue of what is filled: no skin, cloth or wall of the ward has it. */
export const VEIL = [72, 64, 96] as const;

export function fill(rgba: Uint8ClampedArray, pixel: number): void {
  rgba[4 * pixel] = VEIL[0];
  rgba[4 * pixel + 1] = VEIL[1];
  rgba[4 * pixel + 2] = VEIL[2];
}

export const veilsPerson = (zones: readonly ConsentZone[]): boolean =>
  zones.some(({ kind }) => kind === "person");

/** Fills all zones but that of the person, which the renderer draws. */
export function veil(rgba: Uint8ClampedArray, lens: Lens, zones: readonly ConsentZone[]): void {
  for (const zone of zones) {
    if (zone.kind === "picture") fillRectangle(rgba, lens, zone);
    if (zone.kind === "room") fillOutline(rgba, lens, hullOf(corners(lens, zone.least, zone.most)));
  }
}

function fillRectangle(
  rgba: Uint8ClampedArray,
  { width, height }: Lens,
  { left, top, right, bottom }: Extract<ConsentZone, { kind: "picture" }>,
): void {
  for (let y = Math.max(0, Math.floor(top * height)); y < Math.min(height, Math.ceil(bottom * height)); y++)
    for (let x = Math.max(0, Math.floor(left * width)); x < Math.min(width, Math.ceil(right * width)); x++)
      fill(rgba, y * width + x);
}

/** Row by row, from where the convex outline is leftmost within the row to where it is rightmost: rather a pixel too many. */
function fillOutline(rgba: Uint8ClampedArray, { width, height }: Lens, outline: Polygon): void {
  const ys = outline.filter((_, i) => i % 2 === 1);
  const [top, bottom] = [
    Math.max(0, Math.floor(Math.min(...ys))),
    Math.min(height, Math.ceil(Math.max(...ys))),
  ];
  for (let y = top; y < bottom; y++) {
    const [left, right] = reachOf(outline, y);
    for (let x = Math.max(0, Math.floor(left)); x < Math.min(width, Math.ceil(right)); x++)
      fill(rgba, y * width + x);
  }
}

/** How far left and right an outline reaches between a row's upper and lower edge. */
function reachOf(outline: Polygon, row: number): readonly [left: number, right: number] {
  let [left, right] = [Infinity, -Infinity];
  for (let at = 0; at < outline.length; at += 2) {
    const [px = NaN, py = NaN] = outline.subarray(at, at + 2);
    const next = (at + 2) % outline.length;
    const [qx = NaN, qy = NaN] = outline.subarray(next, next + 2);
    if (Math.max(py, qy) < row || Math.min(py, qy) > row + 1) continue;
    for (const edge of [row, row + 1]) {
      const share = py === qy ? 0 : Math.min(1, Math.max(0, (edge - py) / (qy - py)));
      const x = px + share * (qx - px);
      [left, right] = [Math.min(left, x), Math.max(right, x)];
    }
  }
  return [left, right];
}

/** Where the corners of a box fall in the picture; edges that pass behind the lens end at it. */
function corners(lens: Lens, least: Vec3, most: Vec3): (readonly [x: number, y: number])[] {
  const box = Array.from({ length: 8 }, (_, i) =>
    seen(
      lens,
      [0, 1, 2].map((axis) => ((i >> axis) & 1 ? most[axis] : least[axis]) ?? NaN) as unknown as Vec3,
    ),
  );
  const ends = box.filter(([, , depth]) => depth >= NEAR);
  box.forEach((from, i) => {
    for (const axis of [1, 2, 4]) {
      const to = box[i ^ axis];
      if (to === undefined || !(from[2] < NEAR && to[2] >= NEAR)) continue;
      const share = (NEAR - from[2]) / (to[2] - from[2]);
      ends.push([from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1]), NEAR]);
    }
  });
  const { width, height, focal } = lens;
  return ends.map(([across, up, depth]) => [
    width / 2 + (focal * across) / depth,
    height / 2 - (focal * up) / depth,
  ]);
}

/** A point to the right, up and ahead of the eye, m. */
function seen({ eye, right, up, forward }: Lens, [x, y, z]: Vec3): Vec3 {
  const way: Vec3 = [x - eye[0], y - eye[1], z - eye[2]];
  const along = (axis: Vec3) => way[0] * axis[0] + way[1] * axis[1] + way[2] * axis[2];
  return [along(right), along(up), along(forward)];
}
