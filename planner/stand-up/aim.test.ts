// Where the robot stands for a person on a seat: the cradle's middle at their hips, deeper for slight people than for stout ones.
import { expect, test } from "vitest";
import { kilograms, metres, radians, seconds } from "../../core/units.ts";
import { CRADLE } from "../lift-path.ts";
import { contactDock, forwardOf } from "./aim.ts";

const SEAT = { x: metres(1), y: metres(2), yaw: radians(Math.PI / 2) };
const person = {
  posture: 2,
  hip: [1.03, 2.1, 0.53],
  shoulder: [1, 2.15, 0.98],
  lean: radians(0.04),
  tilt: radians(0),
  age: seconds(0),
} as const;
const behind = (bodyMass: number, stature: number) => {
  const dock = contactDock(person, SEAT, metres(stature), kilograms(bodyMass));
  return 0 - forwardOf(person.hip, dock, SEAT);
};

test("the base faces the person, across the seat at their hips", () => {
  const dock = contactDock(person, SEAT, metres(1.6), kilograms(60));
  expect(dock.yaw).toBeCloseTo(-Math.PI / 2);
  expect(dock.x).toBeCloseTo(1.03);
  expect(dock.y - CRADLE.reach).toBeCloseTo(2.1, 1);
});

test("the cradle's middle is behind a slight person's hips and before a stout one's, by centimetres", () => {
  expect(behind(47, 1.55)).toBeGreaterThan(0.02);
  expect(behind(47, 1.55)).toBeLessThan(0.035);
  expect(behind(78, 1.65)).toBeLessThan(-0.005);
  expect(behind(78, 1.65)).toBeGreaterThan(-0.025);
});
