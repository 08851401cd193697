// Dead reckoning goes where wheels that roll go: straight on, on the spot, and round; what is no number stays none; and its message is ROS's.
import { expect, test } from "vitest";
import { readModelFile } from "../../sim/sdf/read.ts";
import { MODELS, readText } from "../../sim/library.ts";
import { AT_ORIGIN, odometryOf, rollOn, WHEEL, WHEEL_JOINTS, type Dead } from "./wheel-odometry.ts";

/** After so many equal steps of 10 ms. */
const after = (steps: number, left: number, right: number, from: Dead = AT_ORIGIN): Dead =>
  Array.from({ length: steps }).reduce<Dead>((dead) => rollOn(dead, left / steps, right / steps, 0.01), from);

test("wheels that roll alike go straight along the heading, and tell how fast", () => {
  expect(rollOn(AT_ORIGIN, 0.01, 0.01, 0.02)).toEqual({ x: 0.01, y: 0, yaw: 0, forward: 0.5, turn: 0 });
  const { x, y, yaw } = after(100, 1, 1, { ...AT_ORIGIN, yaw: Math.PI / 2 });
  expect([x, y, yaw].map((value) => Number(value.toFixed(9)))).toEqual([
    0,
    1,
    Number((Math.PI / 2).toFixed(9)),
  ]);
});
test("wheels that roll against each other turn on the spot, to the left where the right one goes forward", () => {
  const quarter = (Math.PI / 2) * (WHEEL.separation / 2);
  const { x, y, yaw } = after(50, -quarter, quarter);
  expect(x).toBeCloseTo(0, 12);
  expect(y).toBeCloseTo(0, 12);
  expect(yaw).toBeCloseTo(Math.PI / 2, 12);
  expect(rollOn(AT_ORIGIN, -0.0029, 0.0029, 0.01).turn).toBeCloseTo(0.0058 / WHEEL.separation / 0.01, 12);
});
test("round a circle whose middle is 1 m to the left it comes back to where it began", () => {
  const round = (radius: number) => 2 * Math.PI * radius;
  const half = WHEEL.separation / 2;
  const quarter = after(500, round(1 - half) / 4, round(1 + half) / 4);
  expect(quarter.x).toBeCloseTo(1, 4);
  expect(quarter.y).toBeCloseTo(1, 4);
  const whole = after(2000, round(1 - half), round(1 + half));
  expect(Math.hypot(whole.x, whole.y)).toBeLessThan(1e-4);
  expect(whole.yaw).toBeCloseTo(2 * Math.PI, 9);
});
test("what is no number is no number from then on", () => {
  const lost = rollOn(rollOn(AT_ORIGIN, NaN, 0.01, 0.01), 0.01, 0.01, 0.01);
  expect([lost.x, lost.y, lost.yaw]).toEqual([NaN, NaN, NaN]);
});
test("its message is odom to base_link: a turn about z, velocities in the base, covariances that nobody has measured", () => {
  const stamp = { sec: 3, nanosec: 4 };
  const zeros = Array.from({ length: 36 }, () => 0);
  expect(odometryOf(stamp, { x: 1, y: 2, yaw: Math.PI / 2, forward: 0.3, turn: 0.4 })).toEqual({
    header: { stamp, frame_id: "odom" },
    child_frame_id: "base_link",
    pose: {
      pose: {
        position: { x: 1, y: 2, z: 0 },
        orientation: { x: 0, y: 0, z: Math.sin(Math.PI / 4), w: Math.cos(Math.PI / 4) },
      },
      covariance: zeros,
    },
    twist: { twist: { linear: { x: 0.3, y: 0, z: 0 }, angular: { x: 0, y: 0, z: 0.4 } }, covariance: zeros },
  });
});
test("its wheels are the model's", () => {
  const model = readModelFile(readText(`${MODELS}/transfer-robot.sdf`), "transfer-robot.sdf");
  const [left, right] = WHEEL_JOINTS.map((joint) => {
    const child = model.joints.find(({ name }) => name === joint)?.child;
    return model.links.find(({ name }) => name === child);
  });
  expect((left?.pose.position[1] ?? NaN) - (right?.pose.position[1] ?? NaN)).toBeCloseTo(WHEEL.separation, 9);
  for (const wheel of [left, right])
    expect(wheel?.collisions.map(({ shape }) => (shape.kind === "cylinder" ? shape.radius : NaN))).toEqual([
      WHEEL.radius,
    ]);
});
