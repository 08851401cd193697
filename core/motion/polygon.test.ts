// Tests of polygons: what lies inside, where the outline is nearest and faces, and the hull of points.
import { array, assert, double, integer, property, tuple } from "fast-check";
import { describe, expect, test } from "vitest";
import { boxOf, contains, grown, hullOf, nearestOf, nowhere, polygon } from "./polygon.ts";

const SQUARE = polygon([1, 5], [2, 5], [2, 6], [1, 6]);
const DIAMOND = polygon([0, -1], [1, 0], [0, 1], [-1, 0]);
/** A body and two legs around a gap, as the robot has them. */
const LEGS = polygon([0, 0], [4, 0], [4, 1], [1, 1], [1, 2], [4, 2], [4, 3], [0, 3]);
const nearest = (...[of, x, y]: [typeof LEGS, number, number]) => {
  const found = nowhere();
  nearestOf(of, x, y, found);
  return found;
};

test("the box around a polygon ends at its outermost corners, each coordinate for itself", () => {
  expect(boxOf(polygon([1, 5], [2, 5], [2, 7], [1.5, 9]))).toEqual({ left: 1, right: 2, bottom: 5, top: 9 });
  expect(boxOf(polygon([-1, -5], [-1, -7], [-2, -5]))).toEqual({ left: -2, right: -1, bottom: -7, top: -5 });
});
test("grown shapes gain their margin outwards on each side, and their gap narrows by it on both", () =>
  expect([...grown(LEGS, 0.25)]).toEqual(
    [
      [-0.25, -0.25],
      [4.25, -0.25],
      [4.25, 1.25],
      [1.25, 1.25],
      [1.25, 1.75],
      [4.25, 1.75],
      [4.25, 3.25],
      [-0.25, 3.25],
    ].flat(),
  ));

describe("inside", () => {
  test("is what the outline goes round, the gap left out", () => {
    const places = [
      [0.5, 1.5],
      [3, 0.5],
      [3, 2.5],
      [3, 1.5],
      [-1, 1.5],
      [5, 0.5],
      [3, -1],
      [3, 4],
    ] as const;
    expect(places.map(([x, y]) => contains(LEGS, x, y))).toEqual([
      ...[true, true, true],
      ...[false, false, false, false, false],
    ]);
  });
  test("does not depend on whether a corner is level with the point", () => {
    expect([-2, -0.5, 0, 0.5, 2].map((x) => contains(DIAMOND, x, 0))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
    expect([contains(DIAMOND, -2, 1), contains(DIAMOND, -2, -1)]).toEqual([false, false]);
  });
  test("takes in a point on the line between two neighbours once", () => {
    const right = polygon([2, 5], [3, 5], [3, 6], [2, 6]);
    const above = polygon([1, 6], [2, 6], [2, 7], [1, 7]);
    expect([contains(SQUARE, 2, 5.5), contains(right, 2, 5.5)]).toEqual([false, true]);
    expect([contains(SQUARE, 1.5, 6), contains(above, 1.5, 6)]).toEqual([false, true]);
  });
});

describe("the nearest point of the outline", () => {
  test("is at right angles to a side, or at a corner, with the way out of that side, at a corner of the one before it", () => {
    expect(nearest(LEGS, 2, -3)).toEqual({ x: 2, y: 0, squared: 9, nx: 0, ny: -1 });
    expect(nearest(LEGS, 2, 4)).toEqual({ x: 2, y: 3, squared: 1, nx: 0, ny: 1 });
    expect(nearest(LEGS, -2, 1.5)).toEqual({ x: 0, y: 1.5, squared: 4, nx: -1, ny: -0 });
    expect(nearest(LEGS, 3, 1.4)).toMatchObject({ x: 3, y: 1, ny: 1 });
    expect(nearest(LEGS, 7, 7)).toMatchObject({ x: 4, y: 3, squared: 25, nx: 1 });
    const { nx, ny } = nearest(DIAMOND, 3, 3);
    expect([nx, ny]).toEqual([expect.closeTo(Math.SQRT1_2, 12), expect.closeTo(Math.SQRT1_2, 12)]);
  });
  test("is nowhere, infinitely far, before it was looked for", () =>
    expect(nowhere()).toEqual({ x: NaN, y: NaN, squared: Infinity, nx: NaN, ny: NaN }));
  test("is no further than any point of the outline, and its way out leads out", () =>
    assert(
      property(double({ min: -2, max: 6, noNaN: true }), double({ min: -2, max: 5, noNaN: true }), (x, y) => {
        const { squared, nx, ny, ...at } = nearest(LEGS, x, y);
        expect(squared).toBeCloseTo((x - at.x) ** 2 + (y - at.y) ** 2, 12);
        for (let corner = 0; corner < LEGS.length; corner += 2)
          expect(squared).toBeLessThanOrEqual(
            (x - (LEGS[corner] ?? NaN)) ** 2 + (y - (LEGS[corner + 1] ?? NaN)) ** 2 + 1e-12,
          );
        expect(Math.hypot(nx, ny)).toBeCloseTo(1, 12);
        if (Math.abs(at.x % 1) > 0.01 || Math.abs(at.y % 1) > 0.01) {
          expect(contains(LEGS, at.x + nx / 1000, at.y + ny / 1000)).toBe(false);
          expect(contains(LEGS, at.x - nx / 1000, at.y - ny / 1000)).toBe(true);
        }
      }),
      { numRuns: 50, seed: 1 },
    ));
});

test("the hull of two feet is their outline, without the corners between them", () => {
  const feet = [0.1, -0.1].flatMap((y) =>
    [-0.05, 0.2].flatMap((x) => [-0.04, 0.04].map((side): [number, number] => [x, y + side])),
  );
  expect([...hullOf(feet)]).toEqual([-0.05, -0.14, 0.2, -0.14, 0.2, 0.14, -0.05, 0.14]);
});

test("the middle of any points lies in their hull", () => {
  const coordinate = integer({ min: -50, max: 50 });
  const points = array(tuple(coordinate, coordinate), { minLength: 3, maxLength: 20 });
  assert(
    property(points, (list) => {
      const hull = hullOf(list);
      const [x, y] = [0, 1].map((axis) => list.reduce((sum, p) => sum + (p[axis] ?? NaN), 0) / list.length);
      expect(hull.length < 6 || contains(hull, x ?? NaN, y ?? NaN)).toBe(true);
    }),
  );
});

test("points in a row have no inside", () => {
  const row = hullOf([
    [0, 0],
    [1, 1],
    [2, 2],
  ]);
  expect(row.length).toBeLessThan(6);
});
