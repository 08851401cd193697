// The control group's thread stalls, collects garbage or dies while the simulated robot drives: the drives stop by themselves, and nothing jumps.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { OperatorAct_Request as Act, type HardwareCommand } from "../../core/messages.ts";
import { CAPS, GAP, LIFESPAN, SMOOTHING, TICK } from "../../core/motion/limits.ts";
import type { AnyNode } from "../../core/node.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { gateNode } from "../../robot/gate.node.ts";
import { safetyNode } from "../../robot/safety.node.ts";
import { loadEngine, type Engine } from "../../sim/mujoco/engine.ts";
import { worldNode } from "../../sim/world.node.ts";
import { kimAlone, operatorNode } from "./kinematic-people.ts";

/** m/s, backwards: away from the chair. */
const SPEED = -0.1;
/** m/s that wheel odometry tells of a robot that stands */
const STILL = 0.002;
/** s in which the wheels come to rest: 0.1 m/s at 0.5 m/s², and their springs */
const BRAKING = 0.35;

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** The same node in a thread that stands still while `stall.on`. */
const inThread = (spec: AnyNode, stall: { on: boolean }): AnyNode => ({
  ...spec,
  start: (io) => {
    const running = spec.start(io);
    return { ...running, step: () => (stall.on ? undefined : running.step()) };
  },
});

class Driven {
  readonly stall = { on: false };
  readonly people = kimAlone();
  readonly commands: HardwareCommand[] = [];
  readonly run: VirtualRun;

  constructor() {
    const control = [safetyNode, gateNode].map((node) => inThread(node, this.stall));
    this.run = new VirtualRun([worldNode(engine), operatorNode(this.people), ...control]);
    this.run.on(topics.hardwareCommand, (command) => this.commands.push(command));
    this.run.latest(topics.odometry);
    this.run.latest(topics.gateReport);
    this.wait(2);
    for (const act of [Act.CONFIRM_ON_SITE, Act.START]) {
      this.run.call(services.operatorAct, { act, operator_name: "Kim", on_site: true });
      this.wait(0.1);
    }
    this.drive(0).wait(0.2);
    this.drive(SPEED).wait(2);
  }
  drive(speed: number): this {
    this.people.drive = speed;
    return this;
  }
  wait(time: number): this {
    this.run.advance(seconds(time));
    return this;
  }
  get speed(): number {
    return this.run.latest(topics.odometry)?.twist.twist.linear.x ?? NaN;
  }
  /** The largest change from one command to the next since the first of `from`. */
  jump(from: number): number {
    const speeds = this.commands.slice(Math.max(0, from - 1)).map(({ drive }) => drive.linear.x);
    return Math.max(...speeds.slice(1).map((speed, place) => Math.abs(speed - (speeds[place] ?? NaN))));
  }
}
const open: Driven[] = [];
const driven = () => {
  const one = new Driven();
  open.push(one);
  return one;
};
afterAll(async () => {
  for (const { run } of open) await run.stop();
});
const STEP = (CAPS.drive.acceleration[0] ?? NaN) * TICK + 1e-9;

describe("while an operator drives", () => {
  test("the robot drives as it is told, to begin with", () => expect(driven().speed).toBeCloseTo(SPEED, 2));

  test("SR-42 a control group that stalls is a robot that stands, 100 ms later and by itself", () => {
    const robot = driven();
    const before = robot.commands.length;
    robot.stall.on = true;
    robot.wait(GAP - TICK);
    expect(robot.speed).toBeCloseTo(SPEED, 2);
    robot.wait(BRAKING);
    expect(Math.abs(robot.speed)).toBeLessThan(STILL);
    expect(robot.commands.length - before).toBeLessThanOrEqual(1);
  });
  test("SR-23 after a stall it begins at rest, and goes on only for a hand that has let go", () => {
    const robot = driven();
    robot.stall.on = true;
    robot.wait(0.5);
    const before = robot.commands.length;
    robot.stall.on = false;
    robot.wait(1);
    expect(robot.commands.slice(before).every(({ drive }) => drive.linear.x === 0)).toBe(true);
    robot.drive(0).wait(0.2);
    robot.drive(SPEED).wait(1.5);
    expect(robot.speed).toBeCloseTo(SPEED, 2);
    expect(robot.jump(before + 1)).toBeLessThanOrEqual(STEP);
  });
  test("a pause to collect garbage, shorter than the watchdog, stops nothing and jolts nobody", () => {
    const robot = driven();
    const before = robot.commands.length;
    robot.stall.on = true;
    robot.wait(milliseconds(60));
    robot.stall.on = false;
    robot.wait(0.5);
    expect(robot.speed).toBeCloseTo(SPEED, 2);
    expect(robot.jump(before)).toBeLessThanOrEqual(STEP);
  });
  test("SR-17 SR-21 a gate that dies stands at once by the drives' watchdog; a supervisor that dies by the gate", () => {
    const [gateless, headless] = [driven(), driven()];
    gateless.run.kill("gate");
    headless.run.kill("safety_supervisor");
    for (const robot of [gateless, headless]) {
      robot.wait(0.15 + BRAKING);
      expect(Math.abs(robot.speed)).toBeLessThan(STILL);
    }
  });
  test("a killed neighbour, whose page beat for the person in command, stands it too", () => {
    const robot = driven();
    robot.run.kill("operator");
    // its last request lives for 200 ms; then it slows as gently as ever
    robot.wait(LIFESPAN + SMOOTHING + 2 * BRAKING);
    expect(Math.abs(robot.speed)).toBeLessThan(STILL);
    expect(robot.commands.at(-1)?.drive.linear.x).toBe(0);
  });
});
