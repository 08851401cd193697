// Postures of typical angles, their certainty near the borders, and the unknown.
import { expect, test } from "vitest";
import { degrees, radians } from "../core/units.ts";
import type { BodyAngles } from "./angles.ts";
import { posture } from "./posture.ts";

const angles = (lean: number, hip: number, knee: number): BodyAngles => ({
  trunkLean: degrees(lean),
  trunkTilt: degrees(0),
  leftHip: degrees(hip),
  rightHip: degrees(hip),
  leftKnee: degrees(knee),
  rightKnee: degrees(knee),
});

test.each([
  ["standing", angles(3, 8, 4)],
  ["standing", angles(5, 20, 19)],
  ["sitting", angles(0, 80, 95)],
  ["sitting", angles(40, 110, 95)],
  ["other", angles(30, 60, 50)],
  ["lying", angles(85, 5, 5)],
  ["lying", angles(-80, 60, 70)],
] as const)("a person is seen %s", (expected, seen) => {
  expect(posture(seen).posture).toBe(expected);
  expect(posture(seen).confidence).toBeGreaterThanOrEqual(0.5);
});

test("lying on the side counts as lying", () => {
  expect(posture({ ...angles(0, 10, 10), trunkTilt: degrees(85) }).posture).toBe("lying");
});

test("clear postures are surer than those near a border", () => {
  expect(posture(angles(0, 85, 95)).confidence).toBeGreaterThan(posture(angles(0, 55, 65)).confidence);
});

test("an unknown angle makes the posture unknown, with no confidence", () => {
  expect(posture({ ...angles(3, 8, 4), leftKnee: radians(NaN) })).toEqual({
    posture: "unknown",
    confidence: 0,
  });
});
