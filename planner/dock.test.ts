// Tests of planner/dock.ts: a base simulated as a unicycle arrives on the line.
import { assert, double, property } from "fast-check";
import { expect, test } from "vitest";
import { metres, radians } from "../core/units.ts";
import { DOCK_LIMITS, dockingOf, driveToDock, inMap, type FloorPose } from "./dock.ts";

const pose = (x: number, y: number, yaw: number): FloorPose => ({
  x: metres(x),
  y: metres(y),
  yaw: radians(yaw),
});

function drive(base: FloorPose, dock: FloorPose, seconds: number) {
  const dt = 0.02;
  let now = base;
  for (let t = 0; t < seconds; t += dt) {
    const { linear, angular } = driveToDock(now, dock);
    now = pose(
      now.x + linear * Math.cos(now.yaw) * dt,
      now.y + linear * Math.sin(now.yaw) * dt,
      now.yaw + angular * dt,
    );
  }
  return dockingOf(now, dock);
}

test("from anywhere in front it arrives at the dock, on the line and straight", () => {
  assert(
    property(
      double({ min: 1, max: 2, noNaN: true }),
      double({ min: -0.15, max: 0.15, noNaN: true }),
      double({ min: -1.2, max: 1.2, noNaN: true }),
      double({ min: -3, max: 3, noNaN: true }),
      (far, side, off, yaw) => {
        const dock = pose(0.3, -0.2, yaw);
        const start = pose(
          0.3 - far * Math.cos(yaw) - side * Math.sin(yaw),
          -0.2 - far * Math.sin(yaw) + side * Math.cos(yaw),
          yaw + off,
        );
        const { remaining, lateral, heading } = drive(start, dock, 60);
        expect(Math.abs(remaining)).toBeLessThan(0.01);
        expect(Math.abs(lateral)).toBeLessThan(0.02);
        expect(Math.abs(heading)).toBeLessThan(0.05);
      },
    ),
    { numRuns: 50, seed: 7 },
  );
});

test("it keeps the approach speed, and the lower one near the person", () => {
  expect(driveToDock(pose(0, 0, 0), pose(2, 0, 0)).linear).toBe(DOCK_LIMITS.approachSpeed);
  expect(driveToDock(pose(0, 0, 0), pose(0.29, 0, 0)).linear).toBe(DOCK_LIMITS.lastSpeed);
});

test("a pose that is not known does not drive", () => {
  expect(driveToDock(pose(NaN, 0, 0), pose(2, 0, 0))).toEqual({ linear: 0, angular: 0 });
});

test("a robot that began turned round and drove a metre stands where it should in the map", () => {
  const here = inMap(pose(0.9, 0, Math.PI), pose(1, 0.5, 0));
  expect([here.x, here.y]).toEqual([expect.closeTo(-0.1), expect.closeTo(-0.5)]);
});
