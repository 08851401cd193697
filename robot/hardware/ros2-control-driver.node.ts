// The hardware port of a robot whose drives ros2_control leads: its standard controllers and its manager, by topics and services.
import type { HardwareCommand, Imu } from "../../core/messages.ts";
import { TICK } from "../../core/motion/limits.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { controlServices, controlTopics, topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { follower, type Followed } from "./follow.ts";
import { actCame, listCame, next, UNKNOWN, type Act, type Lists, type Manager } from "./manager.ts";
import {
  controllersIn,
  hardwareIn,
  powerRequest,
  switchRequest,
  troubleOf,
  type Answered,
} from "./requests.ts";
import { statusOf, type Refused } from "./state.ts";
import { wheelOdometry } from "./wheels.ts";

/** As diagnostic_updater: 1 Hz. */
const TOLD_EVERY = seconds(1);
const AXIS = { x: 0, y: 0, z: 0 } as const;

/** Tells both controllers a velocity in every step, zero where none is to be obeyed, from its first step on. */
export const ros2ControlDriverNode = defineNode({
  name: "ros2_control_driver",
  period: TICK,
  wakes: ["command", "joints", "imu"],
  parameters: {
    hardware_components: {
      default: "",
      about:
        "names of ros2_control's hardware components that brakes and power of the drives go by, separated by commas; none are touched when empty",
    },
  },
  subscribes: { command: topics.hardwareCommand, joints: topics.jointStates, imu: controlTopics.imu },
  publishes: {
    base: controlTopics.baseVelocity,
    joints: controlTopics.jointVelocities,
    odometry: topics.odometry,
    imu: topics.imu,
    diagnostics: topics.diagnostics,
  },
  calls: controlServices,
  start({ now, latest, publish, call, parameters }) {
    const follow = follower(now());
    const odometry = wheelOdometry();
    let manager: Manager = UNKNOWN;
    let refused: Refused = {};
    let heard: { readonly command?: HardwareCommand; readonly imu?: Imu } = {};
    let told = { at: seconds(-Infinity), text: "" };

    const say = (at: Seconds, { velocities, saidAt }: Followed) => {
      const [x = 0, yaw = 0, ...joints] = velocities;
      publish.base({
        header: { stamp: stampOf(saidAt), frame_id: "base_link" },
        twist: { linear: { ...AXIS, x }, angular: { ...AXIS, z: yaw } },
      });
      publish.joints({ layout: { dim: [], data_offset: 0 }, data: joints });
    };
    const ask = (at: Seconds) => {
      const components = parameters.hardware_components
        .split(",")
        .map((name) => name.trim())
        .filter(Boolean);
      const asked = next(at, manager, components);
      manager = asked.manager;
      if (asked.list) look(components);
      if (asked.act !== undefined) lead(asked.act);
    };
    const look = (components: readonly string[]) => {
      const came = (lists: Lists | undefined) => void (manager = listCame(manager, lists));
      call.list({}, (one) => {
        const controllers = one.ok ? controllersIn(one.response) : undefined;
        if (controllers === undefined || components.length === 0)
          came(controllers && { controllers, hardware: {} });
        else
          call.hardware({}, (two) =>
            came(two.ok ? { controllers, hardware: hardwareIn(two.response) } : undefined),
          );
      });
    };
    const lead = (act: Act) => {
      const done = (answer: Answered) => void (manager = actCame(now(), manager, act, troubleOf(answer)));
      if (act.kind === "switch") call.switch(switchRequest(act), done);
      else call.power(powerRequest(act), done);
    };
    const relay = () => {
      const { joints, imu } = latest;
      const stands = odometry(joints?.message);
      if (stands !== undefined) publish.odometry(stands);
      if (imu === undefined || imu.message === heard.imu) return;
      heard = { ...heard, imu: imu.message };
      publish.imu(imu.message);
    };
    const tell = (at: Seconds) => {
      const status = statusOf(at, manager, refused);
      const text = JSON.stringify(status);
      if (text === told.text && at - told.at < TOLD_EVERY) return;
      told = { at, text };
      publish.diagnostics({ header: { stamp: stampOf(at), frame_id: "" }, status: [status] });
    };
    return {
      step() {
        const at = now();
        const followed = follow(at, latest.command?.message, manager);
        manager = followed.manager;
        const { mistake } = followed;
        if (mistake !== undefined) refused = { ...refused, [mistake]: (refused[mistake] ?? 0) + 1 };
        say(at, followed);
        relay();
        ask(at);
        tell(at);
      },
    };
  },
});
