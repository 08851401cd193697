// Tests of the pads' way: where it ends, that it starts and stops gently, and that it keeps the speed caps.
import { describe, expect, test } from "vitest";
import { degrees, metres, seconds } from "../core/units.ts";
import { HELPED_LEAN, leanPath, leanYield, risePath, standingPad } from "./lift-path.ts";

const begin = {
  stature: metres(1.55),
  padHeight: metres(0.83),
  forwardOfHips: metres(0.23),
  wanted: seconds(0),
};
const steps = Array.from({ length: 201 }, (_, i) => i / 200);

describe("rise", () => {
  test("ends just below the standing armpit, above the feet, and stands still there", () => {
    const end = risePath(begin).at(1);
    expect(begin.padHeight + end.up).toBeCloseTo(standingPad(begin.stature), 9);
    expect(begin.forwardOfHips + end.back).toBeCloseTo(0.145 * 1.55, 9);
    expect(Math.abs(end.upRate) + Math.abs(end.backRate)).toBe(0);
  });

  test.each([1.45, 1.6, 1.8])("keeps 0.10 m/s and 0.05 m/s² for a person of %f m", (height) => {
    const path = risePath({ ...begin, stature: metres(height), padHeight: metres(0.76) });
    const speeds = steps.map((u) => path.at(u).upRate);
    expect(Math.max(...speeds)).toBeLessThan(0.1);
    const dt = path.duration / 200;
    const accelerations = speeds.slice(1).map((speed, i) => Math.abs(speed - (speeds[i] ?? NaN)) / dt);
    expect(Math.max(...accelerations)).toBeLessThan(0.05);
  });

  test("rates are the slopes of the way", () => {
    const path = risePath(begin);
    const [a, b] = [path.at(0.4), path.at(0.4001)];
    expect((b.back - a.back) / (0.0001 * path.duration)).toBeCloseTo(a.backRate, 3);
    expect((b.up - a.up) / (0.0001 * path.duration)).toBeCloseTo(a.upRate, 3);
  });

  test("takes longer when asked, never shorter than is gentle", () => {
    expect(risePath({ ...begin, wanted: seconds(15) }).duration).toBe(15);
    expect(risePath({ ...begin, wanted: seconds(1) }).duration).toBeGreaterThanOrEqual(9);
  });

  test("a start that is not known is an error, not a path", () => {
    expect(() => risePath({ ...begin, forwardOfHips: metres(NaN) })).toThrow("expected numbers");
  });
});

describe("lean", () => {
  test("goes back and down with the trunk, from the lean that is seen", () => {
    const end = leanPath(metres(1.6), degrees(10)).at(1);
    expect(end.back).toBeCloseTo(0.27 * 1.6 * (Math.sin(HELPED_LEAN) - Math.sin(degrees(10))), 9);
    expect(end.up).toBeLessThan(0);
  });

  test("pads yield to too much support and follow too little, within bounds, and stay where support is unknown", () => {
    expect(leanYield(metres(0), 0.5, seconds(0.01))).toBeLessThan(0);
    expect(leanYield(metres(0), 0, seconds(0.01))).toBeGreaterThan(0);
    expect(leanYield(metres(0.04), 0, seconds(10))).toBe(0.04);
    expect(leanYield(metres(0.01), NaN, seconds(1))).toBe(0.01);
  });
});
