// What the driver of ros2_control hands on from encoders and inertial unit, whoever manages the drives.
import { expect, test } from "vitest";
import type { JointState } from "../../core/messages.ts";
import { WHEEL } from "../../core/motion/wheel-odometry.ts";
import { stampOf } from "../../core/time.ts";
import { controlTopics, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { ros2ControlDriverNode } from "./ros2-control-driver.node.ts";

const STILL = { x: 0, y: 0, z: 0 };

test("odometry follows the encoders while nothing is active, and tells nothing of what is no number", () => {
  const run = new VirtualRun([ros2ControlDriverNode]);
  const turned = (left: number, right: number): JointState => ({
    header: { stamp: stampOf(run.now()), frame_id: "" },
    name: ["right_wheel_joint", "lift_joint", "left_wheel_joint"],
    position: [right, 0, left],
    velocity: [],
    effort: [],
  });
  const at = () => run.latest(topics.odometry);
  at();
  const tell = (left: number, right: number) => {
    run.advance(milliseconds(10));
    run.publish(topics.jointStates, turned(left, right));
  };
  tell(5, 7);
  expect(at()?.pose.pose.position).toEqual({ x: 0, y: 0, z: 0 });
  tell(6, 8);
  expect(at()?.pose.pose.position.x).toBeCloseTo(WHEEL.radius, 12);
  expect(at()?.twist.twist.linear.x).toBeCloseTo(WHEEL.radius / 0.01, 6);
  const before = at();
  tell(NaN, 9);
  expect(at()).toBe(before);
  tell(6, 8.58);
  const { z = NaN, w = NaN } = at()?.pose.pose.orientation ?? {};
  expect(2 * Math.atan2(z, w)).toBeCloseTo(0.1, 9);
});

test("what the inertial unit's broadcaster says goes on as it is, once", () => {
  const run = new VirtualRun([ros2ControlDriverNode]);
  const said: unknown[] = [];
  run.on(topics.imu, (message) => said.push(message));
  const nine = Array<number>(9).fill(0);
  const reading = {
    header: { stamp: stampOf(seconds(0)), frame_id: "imu" },
    orientation: { ...STILL, w: 1 },
    orientation_covariance: nine,
    angular_velocity: STILL,
    angular_velocity_covariance: nine,
    linear_acceleration: STILL,
    linear_acceleration_covariance: nine,
  };
  run.publish(controlTopics.imu, reading);
  run.advance(milliseconds(100));
  expect(said).toEqual([reading]);
});
