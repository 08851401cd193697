// Tests of core/motion/support.ts.
import { expect, test } from "vitest";
import type { WrenchStamped } from "../messages.ts";
import { ARM_MASS, GRAVITY, padSupport } from "./support.ts";

const wrench = (z: number): WrenchStamped => ({
  header: { stamp: { sec: 0, nanosec: 0 }, frame_id: "left_arm" },
  wrench: { force: { x: 3, y: 9, z }, torque: { x: 1, y: 2, z: 3 } },
});
const own = ARM_MASS * GRAVITY;

test("free arms carry nobody", () => expect(padSupport(wrench(-own), wrench(-own))).toBeCloseTo(0));
test("what presses down on the pads is carried", () =>
  expect(padSupport(wrench(-own - 100), wrench(-own - 50))).toBeCloseTo(150));
test("a silent or broken sensor makes it unknown", () => {
  expect(padSupport(undefined, wrench(-own))).toBeNaN();
  expect(padSupport(wrench(-own), undefined)).toBeNaN();
  expect(padSupport(wrench(NaN), wrench(-own))).toBeNaN();
});
