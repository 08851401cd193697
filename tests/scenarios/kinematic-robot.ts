// A robot, an operator and a task for tests of the control group: ideal drives and sensors whose every word can be changed.
import {
  BodyContact,
  MotionRequest,
  OperatorAct_Request,
  SafetyState,
  type HardwareCommand,
} from "../../core/messages.ts";
import { LIDAR } from "../../core/motion/footprint.ts";
import { GAP } from "../../core/motion/limits.ts";
import { defineNode, type AnyNode, type Stamped } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, radians, seconds, type Seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { gateNode } from "../../robot/gate.node.ts";
import { safetyNode } from "../../robot/safety.node.ts";
import { operatorNode, taskNode, type People } from "./kinematic-people.ts";

const ARM = 4 * 9.80665; // N, what an empty arm pulls on its sensor
const LANDMARKS = { landmarks: [], world: [], points: [] };
const NOISE = 1e-6; // N, and rad/s
const NONE = { x: 0, y: 0, z: 0 };
const NO_COVARIANCE = Array.from({ length: 36 }, () => 0);

type Parameters = ConstructorParameters<typeof VirtualRun>[1];

/** What the tests change while it runs. */
export class Bench implements People {
  // the robot
  lift = 0.2;
  /** m by which who leans on the arms keeps them from where they were */
  bent = 0;
  liftSpeed = 0;
  x = 0;
  support = 0;
  estop = false;
  contact: { region: number; force: number } | undefined;
  seen = true;
  /** m along the way forward, straight ahead of the lidar */
  post = Infinity;
  /** sources that have fallen silent, by their topic's name */
  readonly silent = new Set<string>();
  // the operator in command
  hold = false;
  stop = false;
  drive: number | undefined;
  operator = "Kim";
  onSite = true;
  // the task
  task: { lift: number; x?: number } | undefined = { lift: 0 };
  taskKind: number = MotionRequest.TASK;

  readonly commands: { at: Seconds; command: HardwareCommand }[] = [];
  readonly run: VirtualRun;

  /** With another `task`, `this.task` says nothing; `beside` runs with it. */
  constructor(task?: AnyNode, beside: readonly AnyNode[] = [], parameters: Parameters = {}) {
    this.run = new VirtualRun(
      [this.#robot(), operatorNode(this), task ?? taskNode(this), safetyNode, gateNode, ...beside],
      parameters,
    );
    this.run.on(topics.hardwareCommand, (command, at) => this.commands.push({ at, command }));
    this.run.latest(topics.safetyState);
    this.run.latest(topics.gateReport);
  }

  get safety(): SafetyState {
    const state = this.run.latest(topics.safetyState);
    if (state === undefined) throw new Error("no safety state yet");
    return state;
  }
  get command(): HardwareCommand {
    const last = this.commands.at(-1);
    if (last === undefined) throw new Error("no command yet");
    return last.command;
  }
  get isStill(): boolean {
    const { drive, joint_velocities } = this.command;
    return [drive.linear.x, drive.angular.z, ...joint_velocities].every((velocity) => velocity === 0);
  }
  rejected(reason: string): number {
    const report = this.run.latest(topics.gateReport);
    return report?.reject_counts[report.reject_reasons.indexOf(reason)] ?? 0;
  }
  wait(time: number): this {
    this.run.advance(seconds(time));
    return this;
  }
  act(code: number): string {
    return this.run.call(services.operatorAct, { act: code, operator_name: this.operator, on_site: true })
      .reason;
  }
  /** Reset if needed, confirm, start; and the task stands still as a neutral one does. */
  start(): this {
    this.task = { lift: 0 };
    this.wait(0.7);
    for (const code of [
      OperatorAct_Request.RESET,
      OperatorAct_Request.CONFIRM_ON_SITE,
      OperatorAct_Request.START,
    ])
      this.act(code);
    return this.wait(0.1);
  }
  /** A person in the arms, half way up. */
  startLift(): this {
    this.start();
    this.support = 200;
    this.wait(0.1);
    this.task = { lift: 0.08 };
    return this.wait(3);
  }

  #robot() {
    return defineNode({
      name: "robot",
      period: milliseconds(10),
      subscribes: { command: topics.hardwareCommand },
      publishes: {
        joints: topics.jointStates,
        odometry: topics.odometry,
        imu: topics.imu,
        left: topics.leftWrench,
        right: topics.rightWrench,
        contacts: topics.bodyContacts,
        scan: topics.scan,
        battery: topics.battery,
        estop: topics.estop,
        person: topics.person,
        resident: topics.resident,
      },
      start: (io) => {
        io.publish.resident({
          name: "",
          sex: 0,
          stature: 1.6 as never,
          body_mass: 60 as never,
          seat_height: 0.45 as never,
          picture_refused: true,
        });
        return { step: () => this.#sense(io.publish as never, io.now(), io.latest.command) };
      },
    });
  }

  #sense(
    publish: Record<string, (message: unknown) => void>,
    now: Seconds,
    heard: Stamped<HardwareCommand> | undefined,
  ) {
    // drives stop by themselves (HardwareCommand.msg)
    const command = heard !== undefined && now - heard.receivedAt <= GAP ? heard.message : undefined;
    this.liftSpeed = command?.joint_velocities[0] ?? 0;
    this.lift += this.liftSpeed * 0.01;
    this.x += (command?.drive.linear.x ?? 0) * 0.01;
    const header = { stamp: stampOf(now), frame_id: "base_link" };
    const say = (key: string, message: object) => {
      if (!this.silent.has(key)) publish[key]?.({ header, ...message });
    };
    const upright = { x: 0, y: 0, z: 0, w: 1 };
    const breath = NOISE * Math.sin(now); // a sensor that repeats itself to the last bit is broken (SR-56)
    const wrench = { force: { ...NONE, x: breath, z: -ARM - this.support / 2 }, torque: NONE };
    const bent = this.bent === 0 ? 0 : this.bent + breath;
    const names = ["lift_joint", "left_arm_joint", "right_arm_joint"];
    say("joints", {
      name: names,
      position: [this.lift, bent, bent],
      velocity: [this.liftSpeed, 0, 0],
      effort: [],
    });
    say("odometry", {
      child_frame_id: "base_link",
      pose: { pose: { position: { ...NONE, x: this.x }, orientation: upright }, covariance: NO_COVARIANCE },
      twist: { twist: { linear: NONE, angular: NONE }, covariance: NO_COVARIANCE },
    });
    say("imu", {
      orientation: upright,
      angular_velocity: { ...NONE, x: breath },
      linear_acceleration: NONE,
    });
    say("left", { wrench });
    say("right", { wrench });
    say("contacts", {
      contacts: this.contact
        ? [{ ...this.contact, link: "base_link", unintended: true, point: NONE, normal: NONE }]
        : [],
    });
    say("scan", { angle_min: -Math.PI, angle_increment: Math.PI, ranges: [3, this.post - this.x - LIDAR.x] });
    say("battery", { present: true, percentage: 1 });
    say("estop", { pressed: this.estop });
    say("person", { seen: this.seen, confidence: 0.9, posture: 2, trunk_tilt: radians(0), ...LANDMARKS });
  }
}

export const HEAD = BodyContact.HEAD;
