// The gate under random walks of everything at once: every sample is checked against all limits jointly.
import { expect, test } from "vitest";
import { walk } from "./walk/walk.ts";

/** The full number is walked by `npm run verify`. */
const WALKS = 200;
const STEPS = 200;

test.each([11, 12, 13])(
  "SR-24 random walks through the gate keep every limit at every sample, and nobody moves it unasked (seed %i)",
  (seed) => {
    let moved = 0;
    for (let each = 0; each < WALKS; each += 1) {
      const walked = walk(seed * 1000 + each, STEPS);
      expect([seed * 1000 + each, walked.violation]).toEqual([seed * 1000 + each, undefined]);
      moved += walked.moved;
    }
    expect(moved).toBeGreaterThan((WALKS * STEPS) / 20);
  },
);
test("the same seed walks the same way", () => expect(walk(7, STEPS)).toEqual(walk(7, STEPS)));
// found by a million walks: a velocity that turns round passes zero, and what comes after is no start from rest
test.each([387_968, 928_614])("SR-24 a velocity that passes zero is no stop (seed %i)", (seed) =>
  expect(walk(seed, STEPS).violation).toBeUndefined(),
);
