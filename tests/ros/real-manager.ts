// A real controller_manager over mock hardware, started as docs/on-a-robot.md says: its node, our controllers by its spawners, our URDF.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { ROOT } from "../../scripts/machine.js";
import { readModel } from "../../sim/library.ts";
import { toUrdf } from "../../sim/urdf/urdf.ts";
import { whyWithout } from "./harness.ts";

const run = promisify(execFile);
const CONFIG = join(ROOT, "launch/ros/bringup/config");
const CONTROLLERS = join(CONFIG, "ros2_control.yaml");
const PACKAGES = [
  "robot_state_publisher",
  "controller_manager",
  "diff_drive_controller",
  "velocity_controllers",
  "joint_state_broadcaster",
  "force_torque_sensor_broadcaster",
  "imu_sensor_broadcaster",
];
const prefixes = process.env["AMENT_PREFIX_PATH"]?.split(":") ?? [];
const prefixOf = (name: string) =>
  prefixes.find((prefix) => existsSync(join(prefix, "share", name, "package.xml")));

/** Why no real manager can be tried here, or undefined where it can. */
export const whyNoManager =
  whyWithout("controller_manager_msgs") ??
  PACKAGES.filter((name) => prefixOf(name) === undefined).map((name) => `${name} is not there`)[0];

/** Our URDF, and who moves its joints and reads its sensors. */
const description = () =>
  toUrdf(readModel("transfer_robot")).replace(
    "</robot>",
    `${readFileSync(join(CONFIG, "mock_hardware.xml"), "utf8")}</robot>`,
  );

export interface RealManager {
  kill(): void;
}

/** Resolves when all controllers are where the recipe leaves them. */
export async function startManager(): Promise<RealManager> {
  const folder = mkdtempSync(join(tmpdir(), "hardware-"));
  const urdf = join(folder, "robot.urdf");
  const children: ChildProcess[] = [];
  const begin = (program: string, words: readonly string[]) => {
    children.push(spawn(program, words, { cwd: ROOT, stdio: "ignore" }));
  };
  const program = (where: string, name: string) => join(prefixOf(where) ?? "", "lib", where, name);
  begin(program("controller_manager", "ros2_control_node"), [
    ...["--ros-args", "--params-file", CONTROLLERS, "-r", "robot_description:=hardware_description"],
    ...["--log-level", "base_controller:=error"],
  ]);
  writeFileSync(urdf, description());
  begin(program("robot_state_publisher", "robot_state_publisher"), [
    ...[urdf, "--ros-args", "-r", "__node:=hardware_description"],
    ...["-r", "robot_description:=hardware_description"],
    ...["-r", "joint_states:=hardware/joint_states", "-r", "/tf_static:=hardware/tf_static"],
  ]);
  const spawner = (...words: readonly string[]) =>
    run(program("controller_manager", "spawner"), [...words, "--param-file", CONTROLLERS], {
      timeout: 60_000,
    });
  await spawner("joint_state_broadcaster", "imu_broadcaster", "left_arm", "right_arm");
  await spawner("base_controller", "joint_controller", "--inactive");
  return {
    kill() {
      for (const child of children) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
