// The permitted contact force of each region of the body: half of ISO/TS 15066's, and none where it is not known.
import { describe, expect, test } from "vitest";
import { BodyContact } from "../messages.ts";
import { contactLimit, LIMITS, LOAD_LIMITS, SLOW_SCALE, SUPPORT_SHARE } from "./limits.ts";

describe("SR-6 the permitted contact force, of frail residents half of the standard's", () => {
  test.each([
    ["BACK_SHOULDER", 210],
    ["CHEST", 140],
    ["ABDOMEN", 110],
    ["PELVIS", 180],
    ["NECK", 150],
    ["UPPER_ARM", 150],
    ["FOREARM", 160],
    ["HAND", 140],
    ["THIGH", 220],
    ["LOWER_LEG", 130],
  ] as const)("of %s is half of %f N", (region, standard) =>
    expect(contactLimit(BodyContact[region])).toBe(standard / 2),
  );
  test.each([BodyContact.HEAD, BodyContact.FACE, 12, -1, NaN])(
    "of head, face and what is no region (%s) is none",
    (region) => expect(contactLimit(region)).toBe(0),
  );
});

test("a slow robot goes at half of its speed, and pads bear 60 % of body weight at most", () => {
  expect([SLOW_SCALE, SUPPORT_SHARE]).toEqual([0.5, 0.6]);
});
test("pads touch before they bear, and what slows does so before what stops", () => {
  expect(LOAD_LIMITS.touching).toBeLessThan(LOAD_LIMITS.bearing);
  expect(LIMITS.personAgeSlow).toBeLessThan(LIMITS.personAgeStop);
  expect(LIMITS.roundTripSlow).toBeLessThan(LIMITS.roundTripLong);
  expect(LIMITS.chargeFails).toBeLessThan(LIMITS.chargeLow);
});
