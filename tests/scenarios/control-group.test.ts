// The control group on virtual time: supervisor and gate as they run, an ideal robot, and everything that may go wrong with a lift.
import { describe, expect, test } from "vitest";
import { MotionRequest, OperatorAct_Request as Act, SafetyState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { Bench, HEAD } from "./kinematic-robot.ts";

/** Ideal drives and a lift that was never more than this far from where it was. */
const MILLIMETRE = 0.001;

describe("before the start", () => {
  test("SR-26 nothing moves, whoever asks, and the command is zero, not silence", () => {
    const bench = new Bench();
    bench.task = { lift: 0.05, x: 0.1 };
    bench.wait(2);
    expect(bench.safety.motion).toBe(SafetyState.SAFE_IDLE);
    expect(bench.commands.length).toBeGreaterThan(190);
    expect(bench.lift).toBe(0.2);
  });
  test("SR-23 a task that asked all the while does not move with the start either: it must be neutral first", () => {
    const bench = new Bench();
    bench.task = { lift: 0.05 };
    bench.wait(1);
    expect(bench.act(Act.CONFIRM_ON_SITE) + bench.act(Act.START)).toBe("");
    bench.wait(1);
    expect([bench.safety.motion, bench.lift]).toEqual([SafetyState.READY, 0.2]);
    expect(bench.rejected("not_neutral")).toBeGreaterThan(10);
    bench.task = { lift: 0 };
    bench.wait(0.1);
    bench.task = { lift: 0.05 };
    expect(bench.wait(1).safety.motion).toBe(SafetyState.MOVING);
    expect(bench.lift).toBeGreaterThan(0.2);
  });
});

describe("in the middle of a lift", () => {
  const lifting = () => new Bench().startLift();
  test("a person is carried up no faster than the cap", () => {
    const bench = lifting();
    expect(bench.safety).toMatchObject({
      motion: SafetyState.MOVING,
      load: SafetyState.LOAD_BEARING,
      demand: 0,
    });
    expect(bench.lift).toBeGreaterThan(0.3);
  });
  test("a stop is a zero command in the same instant, and stays one until reset, confirmation, start and neutral", () => {
    const bench = lifting();
    const height = bench.lift;
    bench.act(Act.STOP);
    expect(bench.isStill).toBe(true);
    expect(bench.safety).toMatchObject({ motion: SafetyState.PROTECTIVE_STOP, needs_reset: true });
    bench.wait(1);
    for (const code of [Act.RESET, Act.CONFIRM_ON_SITE, Act.START]) {
      expect(bench.act(code)).toBe("");
      bench.wait(0.5);
      expect(bench.isStill).toBe(true);
    }
    expect(Math.abs(bench.lift - height)).toBeLessThan(2 * MILLIMETRE);
    bench.task = { lift: 0 };
    bench.wait(0.1);
    bench.task = { lift: 0.05 };
    expect(bench.wait(1).lift).toBeGreaterThan(height + 0.01);
  });
  test("the lane's stop is a zero command in the same instant", () => {
    const bench = lifting();
    bench.stop = true;
    const before = bench.commands.length;
    bench.wait(0.06);
    const stop = bench.commands
      .slice(before)
      .find(({ command }) => command.joint_velocities.every((v) => v === 0));
    const state = bench.run.latest(topics.safetyState);
    expect(state?.broken_requirements[0]).toBe("SR-4");
    expect(stop?.at).toBeCloseTo(Math.ceil((stop?.at ?? NaN) / 0.05 - 1e-9) * 0.05, 9);
  });
  test("SR-25 lowering goes back the way it came while hold-to-run is pressed, and stops within a tick of release", () => {
    const bench = lifting();
    bench.act(Act.STOP);
    bench.wait(0.2);
    const height = bench.lift;
    bench.hold = true;
    bench.wait(1);
    expect(bench.safety.motion).toBe(SafetyState.LOWERING);
    expect(bench.lift).toBeLessThan(height - 0.01);
    bench.hold = false;
    bench.wait(0.06);
    expect([bench.isStill, bench.safety.motion]).toEqual([true, SafetyState.PROTECTIVE_STOP]);
    bench.hold = true;
    bench.wait(10);
    expect(bench.lift).toBeLessThan(0.2 + 5 * MILLIMETRE);
    expect(bench.safety.motion).toBe(SafetyState.PROTECTIVE_STOP);
    expect(bench.safety.possible).not.toContain("may.lower_by_hand");
    for (const { command } of bench.commands)
      expect(command.joint_velocities[0]).toBeGreaterThanOrEqual(-0.08);
  });
  test("SR-34 the resident is told each time lowering begins, also when the task is dead", () => {
    const bench = lifting();
    const said: string[] = [];
    bench.run.on(topics.said, ({ key }) => said.push(key));
    bench.run.kill("task");
    for (const hold of [true, false, true]) {
      bench.hold = hold;
      bench.wait(0.5);
    }
    expect(said).toEqual(["say.lower", "say.lower"]);
  });
  test("a cut operator's link stops within half a second, and a link that comes back moves nothing", () => {
    const bench = lifting();
    bench.silent.add("operator");
    bench.wait(0.6);
    const height = bench.lift;
    expect(bench.safety.reasons[0]).toBe("reason.link_silent");
    bench.silent.delete("operator");
    bench.wait(2);
    expect(bench.lift).toBe(height);
    bench.hold = true;
    expect(bench.wait(1).safety.motion).toBe(SafetyState.LOWERING);
  });
  test("blind eyes stop, and lowering still works", () => {
    const bench = lifting();
    bench.seen = false;
    bench.wait(0.6);
    expect(bench.safety).toMatchObject({
      motion: SafetyState.PROTECTIVE_STOP,
      broken_requirements: ["SR-10", "SR-11"],
    });
    bench.hold = true;
    expect(bench.wait(1).safety.motion).toBe(SafetyState.LOWERING);
  });
  test("SR-20 a dead task holds, after a second it is a stop, and lowering still works", () => {
    const bench = lifting();
    bench.run.kill("task");
    bench.wait(0.3);
    expect(bench.safety).toMatchObject({ motion: SafetyState.HOLDING, reasons: ["reason.task_silent"] });
    bench.wait(1);
    expect(bench.safety).toMatchObject({ motion: SafetyState.PROTECTIVE_STOP, needs_reset: true });
    bench.hold = true;
    bench.wait(10);
    expect(bench.lift).toBeLessThan(0.2 + 5 * MILLIMETRE);
  });
  test("an emergency stop holds against everything; its release and a reset make lowering possible", () => {
    const bench = lifting();
    bench.estop = true;
    bench.wait(0.02);
    const height = bench.lift;
    bench.hold = true;
    bench.wait(1);
    expect([bench.isStill, bench.lift]).toEqual([true, height]);
    expect(bench.act(Act.RESET)).toBe("reason.estop_pressed");
    bench.estop = false;
    bench.hold = false;
    bench.wait(0.6);
    expect(bench.act(Act.RESET)).toBe("");
    bench.hold = true;
    expect(bench.wait(1).safety.motion).toBe(SafetyState.LOWERING);
  });
  test("a head that is touched stops at once", () => {
    const bench = lifting();
    bench.contact = { region: HEAD, force: 1 };
    bench.wait(0.03);
    expect([bench.isStill, bench.safety.reasons[0]]).toEqual([true, "reason.contact_force"]);
  });
  test.each(["joints", "odometry", "left", "contacts", "imu", "estop"])(
    "silent %s stop within 150 ms",
    (source) => {
      const bench = lifting();
      bench.silent.add(source);
      bench.wait(0.15);
      expect(bench.isStill).toBe(true);
      expect(bench.safety.demand).toBeGreaterThanOrEqual(SafetyState.DEMAND_STOP);
    },
  );
  test("SR-21 a dead supervisor is a zero command within 150 ms, and not silence", () => {
    const bench = lifting();
    bench.run.kill("safety_supervisor");
    bench.wait(0.16);
    const before = bench.commands.length;
    bench.wait(1);
    expect([bench.isStill, bench.commands.length - before]).toEqual([true, 100]);
  });
  test("a dead gate stops the supervisor", () => {
    const bench = lifting();
    bench.run.kill("gate");
    bench.wait(0.4);
    expect(bench.safety.reasons[0]).toBe("reason.gate_silent");
  });
  test("a task may lower by itself, along the way it came, and is not stuck with arms that who leans on them bends", () => {
    const bent = lifting();
    bent.bent = 0.02;
    bent.taskKind = MotionRequest.LOWER;
    bent.wait(10);
    expect(bent.lift).toBeLessThan(0.2 + bent.bent);
    const bench = lifting();
    bench.taskKind = MotionRequest.LOWER;
    bench.wait(10);
    expect(bench.lift).toBeLessThan(0.2 + 5 * MILLIMETRE);
    expect(bench.safety.demand).toBe(SafetyState.DEMAND_NONE);
  });
});
