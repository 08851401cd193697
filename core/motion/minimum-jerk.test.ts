// Tests of core/motion/minimum-jerk.ts.
import { expect, test } from "vitest";
import { minimumJerk, minimumJerkRate, PEAK_ACCELERATION, PEAK_RATE } from "./minimum-jerk.ts";

const steps = Array.from({ length: 1001 }, (_, i) => i / 1000);

test("it begins and ends at rest, and never goes back", () => {
  expect([minimumJerk(-1), minimumJerk(0), minimumJerk(1), minimumJerk(2)]).toEqual([0, 0, 1, 1]);
  expect([minimumJerkRate(0), minimumJerkRate(1)]).toEqual([0, 0]);
  for (const [i, u] of steps.entries())
    if (i > 0) expect(minimumJerk(u)).toBeGreaterThan(minimumJerk(steps[i - 1] ?? 0) - 1e-15);
});

test("its rate is the derivative, and its peaks are those named", () => {
  const slope = (f: (u: number) => number, u: number) => (f(u + 1e-6) - f(u - 1e-6)) / 2e-6;
  for (const u of steps.slice(1, -1)) expect(slope(minimumJerk, u)).toBeCloseTo(minimumJerkRate(u), 6);
  expect(Math.max(...steps.map(minimumJerkRate))).toBeCloseTo(PEAK_RATE, 6);
  expect(Math.max(...steps.slice(1, -1).map((u) => slope(minimumJerkRate, u)))).toBeCloseTo(
    PEAK_ACCELERATION,
    4,
  );
});
