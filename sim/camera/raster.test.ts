// Triangles fill exactly their pixels, the nearest wins, and what faces away or lies behind the lens is not drawn.
import { expect, test } from "vitest";
import { degrees } from "../../core/units.ts";
import { lens, project } from "./lens.ts";
import { fillPixels, projected } from "./raster.ts";
import type { PixelTarget, Projected } from "./raster.ts";
import { shadowMap } from "./shadow.ts";

const target = (width: number, height: number): PixelTarget => ({
  width,
  height,
  depth: new Float32Array(width * height),
  triangle: new Int32Array(width * height).fill(-1),
  first: new Float32Array(width * height),
  second: new Float32Array(width * height),
});
const points = (...xyz: readonly [number, number, number][]): Projected => {
  const seen = projected(xyz.length);
  xyz.forEach(([x, y, depth], i) => {
    seen.x[i] = x;
    seen.y[i] = y;
    seen.depth[i] = depth;
  });
  return seen;
};
/** Two triangles over a whole 8 × 6 picture, turned towards the viewer. */
const SQUARE = Uint32Array.of(0, 1, 2, 0, 2, 3);
const square = (depth: number) => points([0, 0, depth], [0, 6, depth], [8, 6, depth], [8, 0, depth]);

test("two triangles that share an edge cover a square without a hole", () => {
  const into = target(8, 6);
  fillPixels(into, square(1), SQUARE, 0);
  expect([...into.triangle].every((id) => id === 0 || id === 1)).toBe(true);
});

test("the nearer triangle wins, whichever is drawn first", () => {
  for (const order of [
    [1, 2],
    [2, 1],
  ]) {
    const into = target(8, 6);
    for (const depth of order) fillPixels(into, square(depth), SQUARE, depth * 10);
    expect(new Set(into.triangle)).toEqual(new Set([20, 21]));
  }
});

test("a triangle that faces away, lies behind the lens or has no number is not drawn", () => {
  const into = target(8, 6);
  fillPixels(into, square(1), Uint32Array.of(0, 2, 1), 0);
  fillPixels(into, square(0), SQUARE, 0);
  fillPixels(into, square(NaN), SQUARE, 0);
  expect([...into.triangle].every((id) => id === -1)).toBe(true);
});

test("the lens puts what is ahead in the middle, left to the left, up upwards, and nothing from behind", () => {
  const view = lens(320, 240, degrees(90), [1, 2, 1], [0, 0, 0, 1]);
  const seen = projected(4);
  project(view, Float32Array.of(3, 2, 1, 3, 3, 1, 3, 2, 2, -1, 2, 1), seen);
  expect([seen.x[0], seen.y[0], seen.depth[0]]).toEqual([160, 120, 0.5]);
  expect(seen.x[1]).toBeCloseTo(80, 4);
  expect(seen.y[2]).toBeCloseTo(40, 4);
  expect(seen.depth[3]).toBe(0);
});

test("what stands between the lamp and the floor shades the floor beneath it, and only there", () => {
  const shadows = shadowMap([0, 0, 1], [0, 0, 0]);
  const plate = {
    positions: Float32Array.of(-0.5, -0.5, 1, 0.5, -0.5, 1, 0.5, 0.5, 1, -0.5, 0.5, 1),
    triangles: Uint32Array.of(0, 1, 2, 0, 2, 3),
  };
  shadows.clear();
  const below = shadows.watch(0.2, 0.3, 0, 0.02);
  const beside = shadows.watch(0.8, 0.3, 0, 0.02);
  expect(shadows.watchedLight(below)).toBe(1);
  shadows.add(plate);
  expect(shadows.mayShade(below)).toBe(true);
  expect(shadows.watchedLight(below)).toBe(0);
  expect(shadows.fixedLight(below)).toBe(1);
  expect(shadows.watchedLight(beside)).toBe(1);
  expect(shadows.light(0.2, 0.3, 1.2, 0.02)).toBe(1);
  expect(shadows.light(50, 0, 0, 0.02)).toBe(1);
});
