// How fast and how gently each kind of motion may be, against the numbers that DOMAIN and the model give.
import { describe, expect, test } from "vitest";
import {
  AT_REST,
  AXES,
  CAPS,
  GAP,
  JOINTS,
  LEASE_AGE,
  LIFESPAN,
  SAFETY_AGE,
  scaled,
  SMOOTHING,
  SOURCE_GONE,
  TICK,
} from "./limits.ts";
import { NO_ROOM, RANGES, roomAt } from "./ranges.ts";

/** m from the axle to the tips of the legs */
const ARM = 0.82;

describe("SR-24 the caps", () => {
  test("are of the base, then of the joints of the model, in one order", () => {
    expect(AXES).toEqual(["base_x", "base_yaw", ...JOINTS]);
    expect(JOINTS).toEqual(["lift_joint", "left_arm_joint", "right_arm_joint"]);
    expect(AT_REST).toEqual([0, 0, 0, 0, 0]);
  });
  test("let an operator drive at reduced speed, and no joint (ISO 10218-1)", () => {
    const most = [0.25, 0.25 / ARM, 0, 0, 0];
    expect(CAPS.drive).toEqual({ up: most, down: most, acceleration: [0.5, 0.5 / ARM, 0.05, 0.1, 0.1] });
  });
  test("let a task come near at 0.15 m/s, and move a person at 0.1 m/s up and 0.08 m/s down", () => {
    const gently = [0.1, 0.1 / ARM, 0.05, 0.1, 0.1];
    const [near, loaded] = [
      [0.15, 0.15 / ARM],
      [0.1, 0.1 / ARM],
    ];
    expect(CAPS.task).toEqual({
      up: [...near, 0.1, 0.05, 0.05],
      down: [...near, 0.1, 0.05, 0.05],
      acceleration: gently,
    });
    expect(CAPS.taskLoaded).toEqual({
      up: [...loaded, 0.1, 0.05, 0.05],
      down: [...loaded, 0.08, 0.05, 0.05],
      acceleration: gently,
    });
    expect(CAPS.lower).toEqual({
      up: [...loaded, 0.08, 0.05, 0.05],
      down: [...loaded, 0.08, 0.05, 0.05],
      acceleration: gently,
    });
  });
  test("shrink with the scale of the supervisor, and stay as gentle", () => {
    const half = scaled(CAPS.taskLoaded, 0.5);
    expect(half.up).toEqual(CAPS.taskLoaded.up.map((speed) => speed / 2));
    expect(half.down).toEqual(CAPS.taskLoaded.down.map((speed) => speed / 2));
    expect(half.acceleration).toBe(CAPS.taskLoaded.acceleration);
    expect(scaled(CAPS.task, 1)).toBe(CAPS.task);
  });
  test.each([NaN, -0.001, 1.001, Infinity, 0])("are nothing at a scale of %s", (scale) => {
    const { up, down } = scaled(CAPS.task, scale);
    expect([up, down]).toEqual([AT_REST, AT_REST]);
  });
});

test("SR-21 what is not heard of in time is not followed: 10 ms periods, 100 ms of drives, 150, 200 and 300 ms of words", () => {
  expect([TICK, GAP, SAFETY_AGE, LIFESPAN, LEASE_AGE]).toEqual([0.01, 0.1, 0.15, 0.2, 0.3]);
  expect([SMOOTHING, SOURCE_GONE]).toEqual([0.2, 2]);
});

describe("SR-41 the ranges", () => {
  test("are those of the model: a lift of 0.8 m, arms of 0.16 m", () => {
    expect(RANGES.lift_joint).toEqual({ lower: 0, upper: 0.8 });
    for (const arm of ["left_arm_joint", "right_arm_joint"] as const)
      expect(RANGES[arm]).toEqual({ lower: 0, upper: 0.16 });
  });
  test("leave the base free, and nothing to a joint whose place nobody knows", () => {
    const none = [Infinity, Infinity, 0, 0, 0];
    expect(NO_ROOM).toEqual({ up: none, down: none });
    expect(roomAt([])).toEqual(NO_ROOM);
    expect(roomAt([NaN, Infinity, -Infinity])).toEqual(NO_ROOM);
  });
});
