// The controllers that dolbom_bringup configures are those that our driver speaks to, with the numbers that the house goes by.
import { expect, test } from "vitest";
import { CAPS, GAP, JOINTS, TICK } from "../core/motion/limits.ts";
import { WHEEL, WHEEL_JOINTS } from "../core/motion/wheel-odometry.ts";
import { controlServices, controlTopics, topics } from "../core/topics.ts";
import { MOVERS } from "../robot/hardware/manager.ts";
import { readModel } from "../sim/library.ts";
import { textOf } from "./sources.ts";

const text = textOf("launch/ros/bringup/config/ros2_control.yaml").replaceAll(/ *#.*$/gm, "");
/** The parameters of a node, as text. */
const of = (node: string) => new RegExp(`^/\\*\\*/${node}:\\n((?: .*\\n)+)`, "m").exec(text)?.[1] ?? "";
const value = (node: string, name: string) => new RegExp(`^ +${name}: (.+)$`, "m").exec(of(node))?.[1];
const list = (names: readonly string[]) => `[${names.join(", ")}]`;

test("every controller that is spoken to is loaded, and every one that is loaded has its parameters", () => {
  const loaded = [...of("controller_manager").matchAll(/^ {4}(\w+):\n {6}type: \w+\/\w+$/gm)].map(
    ([, name = ""]) => name,
  );
  expect(loaded).toEqual(expect.arrayContaining([...MOVERS, "joint_state_broadcaster", "imu_broadcaster"]));
  const { baseVelocity, jointVelocities, imu } = controlTopics;
  const spoken = [baseVelocity, jointVelocities, imu, topics.leftWrench, topics.rightWrench];
  for (const { name } of spoken) expect(loaded).toContain(name.split("/")[1]);
  expect(MOVERS).toEqual([baseVelocity, jointVelocities].map(({ name }) => name.split("/")[1]));
  for (const { name } of Object.values(controlServices))
    expect(name.split("/")[1]).toBe("controller_manager");
  for (const name of loaded.filter((one) => one !== "joint_state_broadcaster"))
    expect(of(name), name).not.toBe("");
});
test("joints, wheels and limits are the house's", () => {
  expect(value("joint_controller", "joints")).toBe(list(JOINTS));
  expect([
    value("base_controller", "left_wheel_names"),
    value("base_controller", "right_wheel_names"),
  ]).toEqual(WHEEL_JOINTS.map((name) => list([name])));
  const number = (name: string) => Number(value("base_controller", name));
  expect([number("wheel_radius"), number("wheel_separation")]).toEqual([WHEEL.radius, WHEEL.separation]);
  expect(number("cmd_vel_timeout")).toBe(GAP);
  expect([number("linear.x.max_velocity"), -number("linear.x.min_velocity")]).toEqual([
    CAPS.drive.up[0],
    CAPS.drive.down[0],
  ]);
  expect(Number(value("controller_manager", "update_rate"))).toBe(1 / TICK);
});
test("what brakes go by begins without power, and is what the driver is told", () => {
  const components = value("controller_manager", "inactive");
  const told = /hardware_components: (\S+)/.exec(
    textOf("launch/ros/bringup/params/transfer_robot.yaml"),
  )?.[1];
  expect(list(told?.split(",") ?? [])).toBe(components);
});
test("a robot's parameters name nodes as rclnodejs finds them: barely", () => {
  const names = textOf("launch/ros/bringup/params/transfer_robot.yaml").match(/^[^# \n].*$/gm) ?? [];
  expect(names).toContain("ros2_control_driver:");
  expect(names.filter((name) => !/^\w+:$/.test(name))).toEqual([]);
});
test("the mock hardware has each joint and sensor that the controllers ask for, and the same components", () => {
  const mock = textOf("launch/ros/bringup/config/mock_hardware.xml");
  const named = (tag: string) =>
    [...mock.matchAll(new RegExp(`<${tag} name="(\\w+)"`, "g"))].map(([, name = ""]) => name);
  expect(named("joint")).toEqual([...WHEEL_JOINTS, ...JOINTS]);
  expect(list(named("ros2_control").filter((name) => name !== "sensors"))).toBe(
    value("controller_manager", "inactive"),
  );
  const sensors = ["imu_broadcaster", "left_arm", "right_arm"].map((node) => value(node, "sensor_name"));
  expect(named("sensor")).toEqual(sensors);
});
test("the robot's model has each joint and sensor by its name", () => {
  const { joints, links } = readModel("transfer_robot");
  const names = joints.map(({ name }) => name);
  for (const name of [...JOINTS, ...WHEEL_JOINTS]) expect(names).toContain(name);
  const sensors = textOf("sim/models/transfer-robot.sdf");
  for (const node of ["left_arm", "right_arm", "imu_broadcaster"]) {
    expect(sensors).toContain(`<sensor name="${value(node, "sensor_name")}"`);
    expect([...links.map(({ name }) => name), "imu"]).toContain(value(node, "frame_id"));
  }
});
