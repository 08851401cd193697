// Tests of the hull: it holds every point, leaves out what lies inside, and goes round counter-clockwise.
import { array, assert, integer, property, tuple } from "fast-check";
import { expect, test } from "vitest";
import { contains, hullOf } from "./polygon.ts";

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
