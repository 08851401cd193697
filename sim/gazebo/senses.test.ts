// What Gazebo says in our words: through the bytes of the wire, with what it leaves out told as unknown.
import { expect, test } from "vitest";
import { loadEngine } from "../mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { createWorld, ROBOT } from "../world.ts";
import { decodeGz, encodeGz, type GzMessages, type GzType } from "./messages.ts";
import { mirrorOf } from "./mirror.ts";
import { imu, jointState, odometry, poseOf, timeOf, wrench } from "./senses.ts";
import { touchesOf } from "./skin.ts";

const STAMP = { sec: 1, nanosec: 0 };
const overTheWire = <T extends GzType>(type: T, message: GzMessages[T]) =>
  decodeGz(type, encodeGz(type, message));

test("a time is seconds and nanoseconds; a message that does not say when is of no time", () => {
  const message = overTheWire("IMU", { header: { stamp: { sec: 3, nsec: 500_000_000 } } });
  expect(timeOf(message)).toBe(3.5);
  expect(timeOf(overTheWire("IMU", {}))).toBeNaN();
});

test("joints come in the order asked for, and one that Gazebo does not tell is no number", () => {
  const axis1 = { position: 0.2, velocity: 0.05, force: 0 };
  const model = overTheWire("Model", { name: ROBOT, joint: [{ name: "lift_joint", axis1 }] });
  expect(jointState(model, ["left_arm_joint", "lift_joint"], STAMP)).toMatchObject({
    name: ["left_arm_joint", "lift_joint"],
    position: [NaN, 0.2],
    velocity: [NaN, 0.05],
  });
});

test("odometry, inertial unit and wrench keep units, frames and signs", () => {
  const z = Math.SQRT1_2;
  const told = overTheWire("Odometry", {
    pose: { position: { x: 1, y: 2, z: 0 }, orientation: { x: 0, y: 0, z, w: z } },
    twist: { linear: { x: 0.1, y: 0, z: 0 }, angular: { x: 0, y: 0, z: -0.2 } },
  });
  const { pose, twist, header, child_frame_id: child } = odometry(told, STAMP);
  expect([header.frame_id, child]).toEqual(["odom", "base_link"]);
  expect(pose.pose).toEqual({ position: { x: 1, y: 2, z: 0 }, orientation: { x: 0, y: 0, z, w: z } });
  expect(twist.twist).toMatchObject({ linear: { x: 0.1 }, angular: { z: -0.2 } });
  const gravity = { x: 0, y: 0, z: 9.81 };
  expect(imu(overTheWire("IMU", { linear_acceleration: gravity }), STAMP)).toMatchObject({
    linear_acceleration: gravity,
    orientation: { x: 0, y: 0, z: 0, w: 1 },
  });
  const weight = { force: { x: 0, y: 0, z: -39.24 }, torque: { x: 0, y: 13.734, z: 0 } };
  expect(wrench(overTheWire("Wrench", weight), "left", STAMP)).toMatchObject({
    header: { frame_id: "left_arm" },
    wrench: weight,
  });
});

test("an orientation of all zeros is none", () => {
  const told = overTheWire("IMU", { orientation: { x: 0, y: 0, z: 0, w: 0 } });
  expect(imu(told, STAMP).orientation.w).toBeNaN();
});

test("the mirrored world stands as Gazebo says, and contacts are told by its geoms, of unknown force where Gazebo tells none", async () => {
  const world = createWorld(await loadEngine(), DEFAULT_RESIDENT);
  try {
    const mirror = mirrorOf(world);
    const pose = overTheWire("Pose", { name: ROBOT, id: 1, position: { x: 0.5, y: -0.25, z: 0 } });
    mirror.place(ROBOT, poseOf(pose));
    mirror.turn(ROBOT, [
      { name: "lift_joint", axes: [0.3] },
      { name: "left_arm_joint", axes: [NaN] },
    ]);
    mirror.settle();
    const at = (link: string) => {
      const body = world.sim.index("mjOBJ_BODY", `${ROBOT}/${link}`);
      return [...world.sim.views().xpos.subarray(3 * body, 3 * body + 3)].map((value) =>
        Number(value.toFixed(6)),
      );
    };
    expect(at("base_link")).toEqual([0.5, -0.25, 0]);
    expect(at("left_arm")).toEqual([0.58, 0.01, 1]);

    const named = (name: string) => ({ name: `ward::${name}` });
    const contact = {
      collision1: named("transfer_robot::left_arm::pad"),
      collision2: named("resident::thorax::shoulders"),
      position: [{ x: 1, y: 2, z: 3 }],
      normal: [],
      wrench: [],
    };
    const [touch] = touchesOf(world.sim, contact);
    expect(touch?.point).toEqual([1, 2, 3]);
    expect(touch?.force).toEqual([NaN, NaN, NaN]);
    const force = { x: 0, y: 0, z: 80 };
    const known = { ...contact, wrench: [{ body_2_wrench: { force } }] };
    expect(touchesOf(world.sim, known)[0]?.force).toEqual([0, 0, 80]);
    expect(touchesOf(world.sim, { ...contact, collision2: named("box::link::box") })).toEqual([]);
  } finally {
    world.delete();
  }
});
