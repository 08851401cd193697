// Driver and guard before a real controller_manager with real controllers over mock hardware: what joints do, not what they are told.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { DiagnosticArray, DiagnosticStatus, Odometry } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { Hub } from "../../launch/hub.ts";
import { openRcl } from "../../launch/ros/rcl.ts";
import { runRosGroup } from "../../launch/ros/run-group.ts";
import { NODE } from "../../scripts/machine.js";
import { monotonic, tell, type Line, type Teller } from "./lines.ts";
import { ros2 } from "./ros2.ts";
import { startManager, whyNoManager, type RealManager } from "./real-manager.ts";

type States = Readonly<Record<string, string>>;
interface Seen extends Line {
  readonly speeds?: Readonly<Record<string, number>>;
  readonly rests?: boolean;
  readonly states?: States;
  readonly data?: readonly number[];
}
const listener = defineNode({
  name: "listener",
  period: seconds(3600),
  subscribes: { diagnostics: topics.diagnostics, odometry: topics.odometry },
  start: ({ take }) => ({ step: () => void take.diagnostics() }),
});
const COMPONENTS = ["wheels", "lift_and_arms"];
const group = (name: string) =>
  tell<Line>(NODE, [
    ...["launch/ros/group.ts", name, "--ros2-control", "--ros-args"],
    ...(name === "drives" ? ["--params-file", "launch/ros/bringup/params/transfer_robot.yaml"] : []),
  ]);
/** ms in which motion is seen, or asked for anew */
const AGAIN = 3000;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const rests = ({ kind, rests: still }: Seen) => kind === "speeds" && still === true;
/** By hand, behind the driver's back. */
const lead = (name: string, label: string) =>
  ros2(
    ...["service", "call", "/controller_manager/set_hardware_component_state"],
    ...[
      "controller_manager_msgs/srv/SetHardwareComponentState",
      `{name: ${name}, target_state: {label: ${label}}}`,
    ],
  );
/** commander.ts: 0.1 m/s on wheels of 0.1 m, and the lift */
const MOTION = { left_wheel_joint: 1, right_wheel_joint: 1, lift_joint: 0.05 };
const moves = ({ speeds }: Seen) =>
  Object.entries(MOTION).every(([joint, speed]) => speeds?.[joint] === speed);
const are =
  (kind: "controllers" | "hardware", names: readonly string[], state: string) =>
  (seen: Seen): boolean =>
    seen.kind === kind && names.every((name) => seen.states?.[name] === state);
const MOVERS = ["base_controller", "joint_controller"];

describe.skipIf(whyNoManager !== undefined)(
  `on ROS 2${whyNoManager === undefined ? "" : `: ${whyNoManager}`}`,
  () => {
    const hub = new Hub();
    let status: DiagnosticStatus | undefined;
    let odometry: Odometry | undefined;
    let manager: RealManager;
    let witness: Teller<Seen>;
    let drives: Teller<Line>;
    let commander: Teller<Line>;
    const open: { kill(): void }[] = [];
    const begin = <T extends { kill(): void }>(one: T): T => (open.push(one), one);
    const startCommander = () =>
      (commander = begin(tell<Line>(NODE, [join(import.meta.dirname, "commander.ts")])));
    const here = () => witness.lines.length;
    const until = async (holds: () => boolean) => {
      while (!holds()) await pause(20);
    };
    /** Commands rest until the drives follow, and motion from then on; again where a busy machine has lost them meanwhile. */
    const drive = async () => {
      for (let from = here(); ; from = here()) {
        status = undefined;
        commander.say("rest");
        await until(() => status?.message === "follow");
        commander.say("move");
        const isMoving = await Promise.race([witness.find(moves, from).then(() => true), pause(AGAIN)]);
        if (isMoving === true) return;
      }
    };
    /** How long after `cause` no joint moved any more. */
    const restsAfter = async (what: string, cause: () => void) => {
      const from = here();
      const began = monotonic();
      cause();
      const { at } = await witness.find(rests, from);
      console.log(`${what}: joints at rest after ${Math.round((at - began) * 1000)} ms`);
    };
    beforeAll(async () => {
      hub.subscribe(topics.diagnostics, (message) => {
        const [first] = (message as DiagnosticArray).status;
        if (first?.name === "ros2_control_driver: drives") status = first;
      });
      hub.subscribe(topics.odometry, (message) => (odometry = message as Odometry));
      await runRosGroup(await openRcl(), "listener", { nodes: [listener] }, { hubOf: () => hub }, (why) => {
        throw new Error(why);
      });
      witness = begin(tell<Seen>("python3", [join(import.meta.dirname, "control-witness.py")]));
      await witness.find(({ kind }) => kind === "up");
      manager = begin(await startManager());
    }, 120_000);
    afterAll(() => open.forEach((one) => one.kill()));

    test("the recipe leaves sensors that speak, controllers that wait, and drives without power", async () => {
      await witness.find(are("controllers", MOVERS, "inactive"));
      await witness.find(are("hardware", COMPONENTS, "inactive"));
      expect(witness.lines.some(are("hardware", COMPONENTS.slice(0, 1), "active"))).toBe(false);
      for (const kind of ["left_arm", "right_arm", "speeds"])
        await witness.find((line) => line.kind === kind);
    });
    test("SR-57 a gate that begins braked leaves them so; its first rest gives power, then controllers, and wheels follow", async () => {
      drives = begin(group("drives"));
      begin(group("guard"));
      startCommander();
      const braked = here();
      await until(() => status?.message === "are braked");
      await drive();
      await witness.find(are("hardware", COMPONENTS, "active"), braked);
      await witness.find(are("controllers", MOVERS, "active"), braked);
      await until(() => Math.abs((odometry?.twist.twist.linear.x ?? NaN) - 0.1) < 0.02);
      await witness.find(({ kind }) => kind === "imu");
    });
    test("a command that is no number stops every joint, and is counted", async () => {
      await drive();
      await restsAfter("no number", () => commander.say("nonsense"));
      await until(() => status?.values.some(({ key }) => key === "refused.not_finite") === true);
      expect(witness.lines.every(({ data }) => data?.every(Number.isFinite) ?? true)).toBe(true);
    });
    test("SR-57 brakes make controllers and components inactive, sensors go on, and rest makes all active", async () => {
      await drive();
      const from = here();
      await restsAfter("brakes", () => commander.say("brake"));
      await witness.find(are("controllers", MOVERS, "inactive"), from);
      const { at } = await witness.find(are("hardware", COMPONENTS, "inactive"), from);
      const stood = odometry;
      await until(() => odometry !== stood && monotonic() > at);
      const again = here();
      const asked = monotonic();
      commander.say("rest");
      await witness.find(are("hardware", COMPONENTS, "active"), again);
      const ready = await witness.find(are("controllers", MOVERS, "active"), again);
      console.log(`rest: controllers active after ${Math.round((ready.at - asked) * 1000)} ms`);
      await drive();
    });
    test("SR-42 a control group that is killed leaves joints at rest", async () => {
      await drive();
      await restsAfter("commander killed", () => commander.kill());
      startCommander();
      await commander.find(({ kind }) => kind === "up");
      await drive();
    });
    test("SR-42 a driver that is killed leaves joints at rest", async () => {
      await drive();
      await restsAfter("driver killed", () => drives.kill());
      drives = begin(group("drives"));
      await drive();
    });
    test("SR-57 hardware that somebody else leads from power and back stands until rest was commanded", async () => {
      await drive();
      const led = here();
      await lead("wheels", "inactive");
      const { at } = await witness.find(are("hardware", ["wheels"], "inactive"), led);
      const still = await witness.find((line) => rests(line) && line.at > at, led);
      console.log(
        `wheels made inactive by hand: joints at rest after ${Math.round((still.at - at) * 1000)} ms`,
      );
      await until(() => status?.message === "do not follow: wheels");
      const from = here();
      await lead("wheels", "active");
      await witness.find(are("hardware", COMPONENTS, "active"), from);
      await until(() => status?.message === "follow");
      expect(witness.lines.slice(from).some(moves)).toBe(false);
      await drive();
    });
    test("a manager that is killed is told of, and its successor moves nothing before brakes were set and opened", async () => {
      await drive();
      manager.kill();
      await until(() => status?.message.startsWith("do not follow") === true);
      const from = here();
      manager = begin(await startManager());
      await witness.find(are("hardware", COMPONENTS, "inactive"), from);
      commander.say("rest");
      await pause(500);
      commander.say("move");
      await pause(500);
      expect(witness.lines.slice(from).some(moves)).toBe(false);
      commander.say("brake");
      await until(() => status?.message === "are braked");
      await drive();
    });
  },
);
