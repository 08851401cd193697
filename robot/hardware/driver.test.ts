// The driver of ros2_control as a node, before a manager of controllers that answers late, refuses, dies, or is not there.
import { expect, test } from "vitest";
import type { HardwareCommand, SwitchController_Request } from "../../core/messages.ts";
import { JOINTS } from "../../core/motion/limits.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { controlServices, controlTopics, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { driveGuardNode } from "./drive-guard.node.ts";
import { MOVERS } from "./manager.ts";
import { ros2ControlDriverNode } from "./ros2-control-driver.node.ts";

const STILL = { x: 0, y: 0, z: 0 };
const LIFT = [0.05, 0, 0];

function house(parameters = {}) {
  const states = Object.fromEntries(MOVERS.map((name) => [name, "inactive"]));
  const hardware: Record<string, string> = { base_drives: "active", lift_drives: "active" };
  const asked: string[] = [];
  const manager = defineNode({
    name: "controller_manager",
    period: seconds(1),
    serves: controlServices,
    start: () => ({
      step: () => {},
      serve: {
        list: () => ({ controller: Object.entries(states).map(([name, state]) => ({ name, state })) }),
        switch({ activate_controllers: on, deactivate_controllers: off }: SwitchController_Request) {
          asked.push(on.length > 0 ? "on" : "off");
          for (const name of on) states[name] = "active";
          for (const name of off) states[name] = "inactive";
          return { ok: true, message: "" };
        },
        power({ name, target_state: state }) {
          asked.push(`${name} ${state.label}`);
          hardware[name] = state.label;
          return { ok: true, state };
        },
        hardware: () => ({
          component: Object.entries(hardware).map(([name, label]) => ({ name, state: { id: 0, label } })),
        }),
      },
    }),
  });
  const run = new VirtualRun([manager, ros2ControlDriverNode, driveGuardNode], {
    ros2_control_driver: parameters,
  });
  const joints: number[][] = [];
  run.on(controlTopics.jointVelocities, ({ data }) => joints.push([...data]));
  const words = () => run.latest(topics.diagnostics)?.status[0];
  words();
  let sequence = 0;
  const say = (change: Partial<HardwareCommand> = {}) => {
    run.publish(topics.hardwareCommand, {
      header: { stamp: stampOf(run.now()), frame_id: "base_link" },
      sequence: (sequence += 1),
      drive: { linear: STILL, angular: STILL },
      joint_names: JOINTS,
      joint_velocities: JOINTS.map(() => 0),
      set_brakes: false,
      ...change,
    });
    run.advance(milliseconds(10));
  };
  return {
    run,
    states,
    hardware,
    asked,
    joints,
    words,
    say,
  };
}

test("the controllers follow what the gate commands once they are active, and are told zero from the first step on", () => {
  const { run, say, states, joints, words } = house();
  run.advance(milliseconds(50));
  expect(joints.length).toBeGreaterThan(3);
  for (let i = 0; i < 10; i += 1) say();
  expect(Object.values(states)).toEqual(["active", "active"]);
  expect(joints.flat().every((velocity) => velocity === 0)).toBe(true);
  say({ joint_velocities: LIFT, drive: { linear: { ...STILL, x: 0.1 }, angular: { ...STILL, z: 0.2 } } });
  expect(joints.at(-1)).toEqual(LIFT);
  expect(run.latest(controlTopics.baseVelocity)).toBeUndefined(); // watched from now on
  say({ joint_velocities: LIFT, drive: { linear: { ...STILL, x: 0.1 }, angular: { ...STILL, z: 0.2 } } });
  expect(run.latest(controlTopics.baseVelocity)).toMatchObject({
    header: { frame_id: "base_link" },
    twist: { linear: { x: 0.1, y: 0 }, angular: { z: 0.2 } },
  });
  expect(words()).toMatchObject({ level: 0, message: "follow" });
});

test("SR-42 zero is told within 100 ms of the last command, by the guard where the driver itself has died", () => {
  for (const dead of [undefined, "ros2_control_driver"]) {
    const { run, say, joints } = house();
    for (let i = 0; i < 10; i += 1) say();
    say({ joint_velocities: LIFT });
    expect(joints.at(-1)).toEqual(LIFT);
    if (dead !== undefined) run.kill(dead);
    run.advance(milliseconds(85));
    expect(joints.at(-1)).toEqual(LIFT);
    run.advance(milliseconds(25));
    expect(joints.at(-1)).toEqual([0, 0, 0]);
    const heard = joints.length;
    run.advance(seconds(1));
    expect(joints.length - heard).toBeGreaterThan(90);
  }
});

test("SR-57 brakes take controllers and power, and rest gives both back before anything moves", () => {
  const { say, states, asked, words } = house({ hardware_components: "base_drives, lift_drives" });
  for (let i = 0; i < 10; i += 1) say();
  asked.length = 0;
  for (let i = 0; i < 10; i += 1) say({ set_brakes: true, joint_velocities: LIFT });
  expect(asked).toEqual(["off", "base_drives inactive", "lift_drives inactive"]);
  expect([states, words()?.message]).toEqual([
    { base_controller: "inactive", joint_controller: "inactive" },
    "are braked",
  ]);
  asked.length = 0;
  for (let i = 0; i < 10; i += 1) say();
  expect(asked).toEqual(["base_drives active", "lift_drives active", "on"]);
});

test("SR-57 hardware that somebody else leads from power and back does not go on: rest comes first", () => {
  const { say, asked, hardware, joints, words } = house({ hardware_components: "base_drives,lift_drives" });
  const moves = () => {
    for (let i = 0; i < 30; i += 1) say({ joint_velocities: LIFT });
    return joints.at(-1);
  };
  for (let i = 0; i < 10; i += 1) say();
  expect(moves()).toEqual(LIFT);
  asked.length = 0;
  hardware["lift_drives"] = "inactive";
  expect([moves(), words()?.message]).toEqual([[0, 0, 0], "do not follow: lift_drives"]);
  hardware["lift_drives"] = "active";
  expect([moves(), words()?.message]).toEqual([[0, 0, 0], "follow"]);
  say();
  expect([moves(), asked]).toEqual([LIFT, []]);
});

test("a mistake is counted and told by its name, and so is a controller that does not follow", () => {
  const { say, states, joints, words } = house();
  for (let i = 0; i < 10; i += 1) say();
  for (let i = 0; i < 3; i += 1) say({ joint_velocities: [NaN, 0, 0] });
  say({ joint_names: ["left_wheel_joint"], joint_velocities: [0.1] });
  expect(joints.at(-1)).toEqual([0, 0, 0]);
  const values = () => Object.fromEntries(words()?.values.map(({ key, value }) => [key, value]) ?? []);
  expect(values()).toMatchObject({ "refused.not_finite": "3", "refused.unknown_joint": "1" });
  states["joint_controller"] = "inactive";
  for (let i = 0; i < 25; i += 1) say();
  expect(words()).toMatchObject({ level: 2, message: "do not follow: joint_controller" });
});

test("a manager that is not there leaves drives that are told zero, and is told of", () => {
  const { run, say, joints, words } = house();
  run.kill("controller_manager");
  for (let i = 0; i < 120; i += 1) say();
  say({ joint_velocities: LIFT });
  expect(joints.flat().every((velocity) => velocity === 0)).toBe(true);
  expect(words()).toMatchObject({ level: 2 });
});
