// Who leans back flexes hips and trunk, who leans to a side bends away from it, and neither without bound.
import { expect, test } from "vitest";
import { radians, seconds } from "../../core/units.ts";
import { sitBalance } from "./sit-balance.ts";

const step = (back: number, left: number, times = 1) => {
  const balance = sitBalance();
  let told = balance.step(radians(back), radians(left), seconds(0.01));
  for (let i = 1; i < times; i++) told = balance.step(radians(back), radians(left), seconds(0.01));
  return told;
};

test("upright nothing is added", () => {
  for (const angle of Object.values(step(0, 0, 100))) expect(angle).toBeCloseTo(0, 12);
});
test("who leans back flexes both hips and the trunk, who leans forward extends them", () => {
  const { left_hip_flexion: left, right_hip_flexion: right, lumbar_flexion: trunk } = step(0.4, 0);
  expect(left).toBeCloseTo(0.12, 2);
  expect(right).toBe(left);
  expect(trunk).toBeCloseTo(0.2, 9);
  expect(step(-0.4, 0).lumbar_flexion).toBeCloseTo(-0.2, 9);
});
test("who leans to the left bends to the right", () => {
  expect(step(0, 0.2).lumbar_lateral).toBeLessThan(-0.15);
  expect(step(0, -0.2).lumbar_lateral).toBeGreaterThan(0.15);
});
test("what has been leant for long adds up, to a bound", () => {
  expect(step(0.4, 0, 100).left_hip_flexion).toBeGreaterThan(0.2);
  expect(step(1.5, 0, 10_000).left_hip_flexion).toBeCloseTo(0.55, 9);
  expect(step(0, 1, 10_000).lumbar_lateral).toBeCloseTo(-1.2, 9);
});
