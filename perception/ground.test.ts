// The place of a body whose picture cannot tell it: across the view, a body seen from its side is put right by what the model errs.
import { expect, test } from "vitest";
import type { Vec3 } from "../core/frames.ts";
import { sideways } from "./ground.ts";

const LEFT: Vec3 = [0, 1, 0];
/** Somebody at the origin who faces x; only the left hip says where they are. */
const BODY: readonly Vec3[] = Array.from({ length: 33 }, () => [0, 0, 0.5]);
const moved = (lens: Vec3, left = LEFT) => sideways(BODY, lens, left)[0] ?? [NaN, NaN, NaN];

test("seen from the front nobody is moved", () => {
  expect(moved([2, 0, 1.5])).toEqual([0, 0, 0.5].map((value) => expect.closeTo(value, 12) as number));
});

test("seen from the left one is moved back, and from the right the same, level and across the view", () => {
  for (const side of [1, -1]) {
    const [x, y, z] = moved([0, 2 * side, 1.5]);
    expect(x).toBeCloseTo(-0.042, 6);
    expect(y).toBeCloseTo(0, 6);
    expect(z).toBe(0.5);
  }
});

test("seen at 38° from the left, one is moved by 2.6 cm towards the camera's side", () => {
  const angle = (38 * Math.PI) / 180;
  const [x, y] = moved([2 * Math.cos(angle), 2 * Math.sin(angle), 1.5]);
  expect(Math.hypot(x, y)).toBeCloseTo(0.0259, 3);
  expect(x * Math.cos(angle) + y * Math.sin(angle)).toBeCloseTo(0, 6);
  expect(y).toBeGreaterThan(0);
});

test("nobody is moved whose facing is unknown", () => {
  expect(moved([2, 1, 1.5], [NaN, NaN, 0])).toEqual([0, 0, 0.5]);
});
