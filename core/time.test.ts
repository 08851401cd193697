// Tests of core/time.ts.
import { expect, test } from "vitest";
import { ageOf, secondsOf, stampOf } from "./time.ts";
import { seconds } from "./units.ts";

test("a moment survives the way through a stamp to a nanosecond", () => {
  for (const moment of [0, 0.1, 1.999999999, 1234567.123456789])
    expect(secondsOf(stampOf(seconds(moment)))).toBeCloseTo(moment, 8);
});

test("a moment that rounds up to a whole second carries", () => {
  expect(stampOf(seconds(0.9999999999))).toEqual({ sec: 1, nanosec: 0 });
});

test("a moment that is no time has no stamp", () => {
  for (const moment of [NaN, -1, Infinity]) expect(() => stampOf(seconds(moment))).toThrow("a stamp needs");
});

test("a missing, broken or future stamp is infinitely old", () => {
  const now = seconds(10);
  const tolerance = seconds(0.05);
  expect(ageOf(undefined, now, tolerance)).toBe(Infinity);
  expect(ageOf({ sec: NaN, nanosec: 0 }, now, tolerance)).toBe(Infinity);
  expect(ageOf(stampOf(seconds(10.2)), now, tolerance)).toBe(Infinity);
  expect(ageOf(stampOf(seconds(10.04)), now, tolerance)).toBe(0);
  expect(ageOf(stampOf(seconds(9.75)), now, tolerance)).toBeCloseTo(0.25);
});
