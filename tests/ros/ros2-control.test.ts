// The driver of ros2_control and its guard as processes, before an rclpy peer that speaks as manager and controllers do: what is killed leaves zero.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DiagnosticArray, Odometry } from "../../core/messages.ts";
import { WHEEL } from "../../core/motion/wheel-odometry.ts";
import { defineNode } from "../../core/node.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { Hub } from "../../launch/hub.ts";
import { openRcl } from "../../launch/ros/rcl.ts";
import { runRosGroup } from "../../launch/ros/run-group.ts";
import { NODE } from "../../scripts/machine.js";
import { whyWithout } from "./harness.ts";
import { monotonic, tell, type Line, type Teller } from "./lines.ts";

interface Told extends Line {
  readonly data?: readonly number[];
  readonly x?: number;
  readonly frame?: string;
  readonly on?: readonly string[];
  readonly off?: readonly string[];
  readonly name?: string;
  readonly state?: string;
}
const listener = defineNode({
  name: "listener",
  period: seconds(3600),
  subscribes: { diagnostics: topics.diagnostics, odometry: topics.odometry, imu: topics.imu },
  start: ({ take }) => ({ step: () => void take.diagnostics() }),
});
const group = (name: string) =>
  tell<Line>(NODE, [
    ...["launch/ros/group.ts", name, "--ros2-control", "--ros-args"],
    ...(name === "drives" ? ["-p", "hardware_components:=wheels"] : []),
  ]);
/** ms in which motion is seen, or asked for anew */
const AGAIN = 3000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const moves = ({ kind, data }: Told) => kind === "joints" && data?.[0] === 0.05;
const rests = ({ kind, data }: Told) =>
  kind === "joints" && data?.every((velocity) => velocity === 0) === true;

const lacking = whyWithout("controller_manager_msgs");
describe.skipIf(lacking !== undefined)(`on ROS 2${lacking === undefined ? "" : `: ${lacking}`}`, () => {
  const hub = new Hub();
  const words: string[] = [];
  let odometry: Odometry | undefined;
  let imus = 0;
  let peer: Teller<Told>;
  let drives: Teller<Line>;
  let commander: Teller<Line>;
  const open: Teller<Line>[] = [];
  const begin = <T extends Teller<Line>>(one: T): T => (open.push(one), one);
  const startCommander = () =>
    (commander = begin(tell<Line>(NODE, [join(import.meta.dirname, "commander.ts")])));
  const here = () => peer.lines.length;
  const until = async (holds: () => boolean) => {
    while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  /** Commands rest until the drives are ready, and motion from then on; again where a busy machine has lost them meanwhile. */
  const drive = async () => {
    for (let from = here(); ; from = here()) {
      words.length = 0;
      commander.say("rest");
      await until(() => words.at(-1) === "follow");
      commander.say("move");
      const isMoving = await Promise.race([peer.find(moves, from).then(() => true), pause(AGAIN)]);
      if (isMoving === true) return;
    }
  };
  beforeAll(async () => {
    hub.subscribe(topics.diagnostics, (message) => {
      const [status] = (message as DiagnosticArray).status;
      if (status?.name === "ros2_control_driver: drives") words.push(status.message);
    });
    hub.subscribe(topics.odometry, (message) => (odometry = message as Odometry));
    hub.subscribe(topics.imu, () => (imus += 1));
    await runRosGroup(await openRcl(), "listener", { nodes: [listener] }, { hubOf: () => hub }, (why) => {
      throw new Error(why);
    });
    peer = begin(tell<Told>("python3", [join(import.meta.dirname, "control-peer.py")]));
    await peer.find(({ kind }) => kind === "up");
    drives = begin(group("drives"));
    begin(group("guard"));
    startCommander();
  }, 60_000);
  afterAll(() => open.forEach((one) => one.kill()));

  test("SR-57 a gate that begins braked finds no power; its first rest gives power, then controllers", async () => {
    await peer.find(({ kind, state }) => kind === "power" && state === "inactive");
    await until(() => words.at(-1) === "are braked");
    const from = here();
    await drive();
    const acts = peer.lines.slice(from).filter(({ kind }) => kind === "switch" || kind === "power");
    expect(acts.map(({ kind, state, on }) => state ?? `${kind} ${on?.join(" ")}`)).toEqual([
      "active",
      "switch base_controller joint_controller",
    ]);
    expect(await peer.find(({ kind, x }) => kind === "base" && x === 0.1, from)).toMatchObject({
      frame: "base_link",
    });
  });
  test("encoders become odometry, and the inertial unit's readings go on", async () => {
    await until(() => odometry !== undefined && imus > 10);
    expect(odometry?.header.frame_id).toBe("odom");
    await until(() => Math.abs((odometry?.twist.twist.linear.x ?? NaN) - WHEEL.radius) < 0.02);
  });
  test("a command that is no number is zero for both, and is counted", async () => {
    await drive();
    const from = here();
    commander.say("nonsense");
    await peer.find(rests, from);
    await peer.find(({ kind, x }) => kind === "base" && x === 0, from);
  });
  test("a controller that the manager has stopped is told of, and no other is touched or moved", async () => {
    await drive();
    const from = here();
    peer.say("stop joint_controller");
    await until(() => words.at(-1) === "do not follow: joint_controller");
    await peer.find(rests, from);
    expect(peer.lines.slice(from).filter(({ kind }) => kind === "switch" || kind === "power")).toEqual([]);
  });
  test("SR-57 brakes deactivate the controllers and take the power, and rest gives both back", async () => {
    const from = here();
    commander.say("brake");
    expect(await peer.find(({ kind }) => kind === "switch", from)).toMatchObject({
      on: [],
      off: ["base_controller", "joint_controller"],
    });
    await peer.find(({ kind, state }) => kind === "power" && state === "inactive", from);
    await drive();
  });
  test("SR-42 a control group that is killed leaves drives that are told zero", async () => {
    await drive();
    const from = here();
    const killed = monotonic();
    commander.kill();
    const { at } = await peer.find(rests, from);
    console.log(`commander killed: joints told zero after ${Math.round((at - killed) * 1000)} ms`);
    startCommander();
    await commander.find(({ kind }) => kind === "up");
    await drive();
  });
  test("SR-42 a driver that is killed leaves joints that are told zero by its guard", async () => {
    await drive();
    const from = here();
    const killed = monotonic();
    drives.kill();
    const { at } = await peer.find(rests, from);
    console.log(`driver killed: joints told zero after ${Math.round((at - killed) * 1000)} ms`);
    drives = begin(group("drives"));
    await drive();
  });
});
