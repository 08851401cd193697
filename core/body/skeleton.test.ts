// The landmark list is the model's own order, and every bone joins two of its names.
import { expect, test } from "vitest";
import { BONES, LANDMARK, LANDMARKS } from "./skeleton.ts";

test("there are 33 different landmarks, in the model's order", () => {
  expect(new Set(LANDMARKS).size).toBe(33);
  expect([LANDMARK.nose, LANDMARK.left_shoulder, LANDMARK.right_hip, LANDMARK.right_foot_index]).toEqual([
    0, 11, 24, 32,
  ]);
});

test("no bone joins a landmark to itself or is drawn twice", () => {
  const keys = BONES.map(([a, b]) => [a, b].toSorted().join());
  expect(new Set(keys).size).toBe(BONES.length);
  for (const [a, b] of BONES) expect(a).not.toBe(b);
});
