// For tests of the driver of ros2_control: its manager and controllers as peers of ours, in whose hands the simulated robot is.
import type {
  Float64MultiArray,
  HardwareCommand,
  SwitchController_Request,
  TwistStamped,
} from "../../core/messages.ts";
import { GAP, JOINTS } from "../../core/motion/limits.ts";
import { defineNode, type AnyNode } from "../../core/node.ts";
import { secondsOf, stampOf } from "../../core/time.ts";
import { controlServices, controlTopics, topics } from "../../core/topics.ts";
import { milliseconds, seconds, type Seconds } from "../../core/units.ts";
import { driveGuardNode } from "../../robot/hardware/drive-guard.node.ts";
import { MOVERS } from "../../robot/hardware/manager.ts";
import { ros2ControlDriverNode } from "../../robot/hardware/ros2-control-driver.node.ts";

/** What the simulated motors hear: not the gate. */
const PLANT = { ...topics.hardwareCommand, name: "/plant/command" };
const NONE = { x: 0, y: 0, z: 0 };
export const HARDWARE = "drives";

/** The world hears ros2_control in place of the gate, and tells what broadcasters tell: no odometry. */
export const throughControl = (node: AnyNode): AnyNode =>
  node.name === "world"
    ? {
        ...node,
        subscribes: { ...node.subscribes, command: PLANT },
        publishes: {
          ...node.publishes,
          odometry: { ...topics.odometry, name: "/plant/odom" },
          imu: controlTopics.imu,
        },
      }
    : node.name === ros2ControlDriverNode.name
      ? withHardware(node)
      : node;

/** The driver, told which hardware there is. */
const withHardware = (node: AnyNode): AnyNode => ({
  ...node,
  parameters: { hardware_components: { default: HARDWARE, about: "" } },
});

/**
 * Manager, controllers and hardware, each as ros2_control's own: what is switched is so `late` s after the answer; the base stops
 * 100 ms after its last twist, the joints never by themselves; hardware that is inactive has no power, and its brakes are in.
 */
export function controlPeer(late: Seconds) {
  const states: Record<string, string> = Object.fromEntries(
    [...MOVERS, HARDWARE].map((name) => [name, "inactive"]),
  );
  const coming: { readonly at: Seconds; readonly name: string; readonly state: string }[] = [];
  const acts: string[] = [];
  const node = defineNode({
    name: "controller_manager",
    period: milliseconds(10),
    subscribes: { base: controlTopics.baseVelocity, joints: controlTopics.jointVelocities },
    publishes: { plant: PLANT },
    serves: controlServices,
    start({ now, latest, publish }) {
      let sequence = 0;
      const turn = (names: readonly string[], state: string) => {
        if (names.length > 0) acts.push(`${names.join(" ")} ${state}`);
        for (const name of names) coming.push({ at: seconds(now() + late), name, state });
      };
      return {
        step() {
          while (coming[0] !== undefined && coming[0].at <= now()) {
            const { name, state } = coming.shift() as (typeof coming)[number];
            states[name] = state;
          }
          const isPowered = states[HARDWARE] === "active";
          publish.plant({
            header: { stamp: stampOf(now()), frame_id: "base_link" },
            sequence: (sequence += 1),
            drive: driveOf(now(), states["base_controller"] === "active", latest.base?.message),
            joint_names: JOINTS,
            joint_velocities: jointsOf(states["joint_controller"] === "active", latest.joints?.message),
            set_brakes: !isPowered,
          });
        },
        serve: {
          list: () => ({ controller: MOVERS.map((name) => ({ name, state: states[name] ?? "" })) }),
          hardware: () => ({
            component: [{ name: HARDWARE, state: { id: 0, label: states[HARDWARE] ?? "" } }],
          }),
          switch({ activate_controllers: on, deactivate_controllers: off }: SwitchController_Request) {
            turn(off, "inactive");
            turn(on, "active");
            return { ok: true, message: "" };
          },
          power({ name, target_state: state }) {
            turn([name], state.label);
            return { ok: true, state };
          },
        },
      };
    },
  });
  return { nodes: [ros2ControlDriverNode, driveGuardNode, node], acts, states };
}

function driveOf(now: Seconds, isActive: boolean, twist: TwistStamped | undefined): HardwareCommand["drive"] {
  const isFresh = twist !== undefined && now - secondsOf(twist.header.stamp) <= GAP;
  return isActive && isFresh ? twist.twist : { linear: NONE, angular: NONE };
}
const jointsOf = (isActive: boolean, told: Float64MultiArray | undefined): readonly number[] =>
  isActive && told !== undefined ? told.data : JOINTS.map(() => 0);
