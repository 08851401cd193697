// Tests of the measures, on made-up recordings whose answer is known by hand.
import { expect, test } from "vitest";
import { degrees, inDegrees, radians, seconds } from "../../../core/units.ts";
import type { Sample } from "../../../sim/sensors/kinematics.ts";
import { fallOf, riseOf } from "./measure.ts";

/** A recording at 100 Hz of somebody who stands still but for what `at` says of each moment. */
const recorded = (duration: number, at: (time: number) => Partial<Sample>): Sample[] =>
  Array.from({ length: Math.round(duration * 100) }, (_, i) => ({
    time: seconds(i / 100),
    pelvisHeight: 0.9,
    stance: 1,
    pelvisUp: 0,
    trunkLean: radians(0),
    trunkTilt: radians(0),
    hipFlexion: radians(0),
    margin: 0.05,
    down: [],
    ...at(i / 100),
  }));
const ramp = (time: number, from: number, to: number) =>
  Math.max(0, Math.min(1, (time - from) / (to - from)));

test("a rise begins with the trunk's movement and ends with the hips' extension", () => {
  const rise = riseOf(
    recorded(5, (t) => ({
      trunkLean: degrees(40 * ramp(t, 1, 1.5) - 40 * ramp(t, 1.8, 2.6)),
      hipFlexion: degrees(70 + 30 * ramp(t, 1, 1.5) - 100 * ramp(t, 1.6, 2.7)),
      pelvisHeight: 0.5 + 0.4 * ramp(t, 1.5, 2.4),
      stance: (0.5 + 0.4 * ramp(t, 1.5, 2.4)) / 0.9,
    })),
  );
  expect(rise?.duration).toBeCloseTo(1.7, 1);
  expect(rise?.lean).toBeCloseTo(40, 5);
});

test("a try that failed before is no part of the rise that succeeds", () => {
  const rise = riseOf(
    recorded(9, (t) => ({
      trunkLean: degrees(60 * (ramp(t, 1, 2) - ramp(t, 2.5, 3)) + 40 * (ramp(t, 6, 6.5) - ramp(t, 7, 7.5))),
      hipFlexion: degrees(100 - 100 * ramp(t, 6.5, 7.5)),
      pelvisHeight: 0.5 + 0.4 * ramp(t, 6.5, 7.4),
      stance: (0.5 + 0.4 * ramp(t, 6.5, 7.4)) / 0.9,
    })),
  );
  expect(rise?.duration).toBeCloseTo(1.5, 1);
  expect(rise?.lean).toBeCloseTo(40, 5);
});

test("who never gets up has no rise", () => {
  expect(riseOf(recorded(3, () => ({ pelvisHeight: 0.5, stance: 0.55 })))).toBeUndefined();
});

test("a fall is timed from the lost balance and from the last pause of the descent, and has the speed of the impact", () => {
  const fall = fallOf(
    recorded(3, (t) => ({
      margin: 0.05 - 0.1 * t,
      pelvisUp: t < 1 ? 0 : -4 * (t - 1),
      down: t < 1.4 ? [] : t < 1.495 ? ["left_hand"] : ["left_hand", "pelvis"],
    })),
  );
  expect(fall?.imbalance).toBeCloseTo(1, 1);
  expect(fall?.descent).toBeCloseTo(0.48, 1);
  expect(fall?.speed).toBeCloseTo(2, 5);
  expect(fall?.firstDown).toBe("left_hand");
});

test("who keeps the pelvis off the floor has no fall to measure", () => {
  const samples = recorded(2, () => ({ down: ["left_shank"] }));
  expect(fallOf(samples)).toBeUndefined();
  expect(inDegrees(samples[0]?.trunkLean ?? radians(1))).toBe(0);
});
