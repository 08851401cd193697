// Isolation on real threads: a neighbour stalls or dies, the control group stalls, collects garbage or dies, the world stalls; counted on the stamps of what was said.
import { afterEach, expect, test } from "vitest";
import { OperatorAct_Request as Act, SafetyState } from "../../core/messages.ts";
import { CAPS, GAP, TICK } from "../../core/motion/limits.ts";
import { LIMITS } from "../../core/safety/limits.ts";
import { at, between, IsolatedRide, isZero, SPEED, STILL, until } from "./isolation-ride.ts";

/** s in which the wheels come to rest: 0.1 m/s at 0.5 m/s², and their springs */
const BRAKING = 0.35;
/** s between a stamp and the next look of the supervisor, at most: its period, twice */
const LOOK = 0.04;
const STEP = (CAPS.drive.acceleration[0] ?? NaN) * TICK + 1e-9;
/** A machine that is too busy for real time holds the robot, as it should: that is no lack of isolation. */
const BUSY = { retry: 2, timeout: 120_000 };

let ride: IsolatedRide | undefined;
afterEach(() => ride?.close());
const driven = async () => {
  ride = await IsolatedRide.open();
  await ride.drive();
  return ride;
};
test(
  "a neighbour that stands still for two seconds delays no command and no look of the supervisor",
  BUSY,
  async () => {
    const robot = await driven();
    const { began, ended } = await robot.order("page stall 2");
    await robot.afterStates(5);
    const said = between(robot.commands, began, ended);
    expect(said.length).toBeGreaterThan((ended - began) / TICK / 2);
    expect(between(robot.states, began, ended).length).toBeGreaterThan((ended - began) / LOOK / 2);
    expect(said.filter((command) => isZero(command))).toEqual([]);
  },
);

test(
  "SR-18 the person in command is missed at the half second while their thread still stands, and what they held does not move the robot after it",
  BUSY,
  async () => {
    const robot = await driven();
    const { began, ended } = await robot.order("operator stall 2");
    const beat = at(
      robot.beats.findLast((signal) => at(signal) <= began) ?? {
        header: { stamp: { sec: NaN, nanosec: 0 } },
      },
    );
    const misses = (state: SafetyState) => state.reasons.includes("reason.link_silent");
    expect(between(robot.states, began, beat + LIMITS.linkAge).some(misses)).toBe(false);
    const missing = between(robot.states, beat + LIMITS.linkAge, ended);
    expect(missing.length).toBeGreaterThan(10);
    expect(missing.every(misses)).toBe(true);
    const held = at(missing[0] as SafetyState);
    await robot.afterStates(60);
    expect((await robot.commandsAfter(ended)).every(isZero)).toBe(true);
    expect(between(robot.commands, held, ended).every(isZero)).toBe(true);
    await robot.drive();
  },
);

test("a neighbour that is killed is named, begins anew, and its robot holds meanwhile", BUSY, async () => {
  const robot = await driven();
  await robot.graph.kill("operator");
  await until(() => expect(robot.died).toEqual(["group operator: its thread ended"]));
  const last = at(robot.beats.at(-1) as never);
  const heard = robot.beats.length;
  await until(() => expect(robot.beats.length).toBeGreaterThan(heard));
  const again = at(robot.beats[heard] as never);
  const missing = between(robot.states, last + LIMITS.linkAge, again);
  expect(missing.length).toBeGreaterThan(0);
  expect(missing.every(({ reasons }) => reasons.includes("reason.link_silent"))).toBe(true);
  await robot.afterStates(60);
  expect((await robot.commandsAfter(last + LIMITS.linkAge + LOOK)).every(isZero)).toBe(true);
  await robot.drive();
});

test(
  "SR-60 a neighbour that nobody listens to is missed all the same: its robot holds until it is there again",
  BUSY,
  async () => {
    const robot = await driven();
    const killed = robot.now;
    await robot.graph.kill("page");
    const misses = ({ reasons }: SafetyState) => reasons.includes("reason.group_lost");
    const missed = await until(() => {
      const state = robot.states.find((said) => at(said) > killed && misses(said));
      if (state === undefined) throw new Error("nobody misses the page");
      return state;
    });
    expect(missed.motion).toBe(SafetyState.HOLDING);
    await until(() => expect(robot.state !== undefined && misses(robot.state)).toBe(false));
    const back = at(robot.states.findLast(misses) as SafetyState);
    expect(back - at(missed)).toBeGreaterThan(LIMITS.clearAfter);
    const meanwhile = between(robot.commands, at(missed) + LOOK, back);
    expect(meanwhile.length).toBeGreaterThan(10);
    expect(meanwhile.every(isZero)).toBe(true);
    expect((await robot.commandsAfter(back)).every(isZero)).toBe(true); // a hand that held on is not followed
    await robot.drive();
  },
);

test.each(["stall", "collect"])(
  "SR-42 SR-23 a control group whose thread does nothing else than %s for long is a robot that stands by itself, and does not go on by itself",
  BUSY,
  async (fault) => {
    const robot = await driven();
    const { began, ended } = await robot.order(`control ${fault} 1.2`);
    const standing = between(robot.odometry, began + GAP + BRAKING, ended);
    expect(standing.length).toBeGreaterThan(10);
    for (const { twist } of standing) expect(Math.abs(twist.twist.linear.x)).toBeLessThan(STILL);
    await robot.afterStates(60);
    expect(between(robot.commands, began, ended)).toEqual([]);
    expect((await robot.commandsAfter(ended)).every(isZero)).toBe(true);
    await robot.drive();
  },
);

test("a pause to collect garbage that is shorter than the watchdog jolts nobody", BUSY, async () => {
  const robot = await driven();
  const from = robot.now;
  await robot.order("control stall 0.05");
  const speeds = (await robot.commandsAfter(from)).map(({ drive }) => drive.linear.x);
  const jumps = speeds.slice(1).map((speed, place) => Math.abs(speed - (speeds[place] ?? NaN)));
  expect(jumps.filter((jump) => !(jump <= STEP))).toEqual([]);
  expect(robot.speed).toBeCloseTo(SPEED, 2);
});

test(
  "SR-42 SR-31 SR-38 a control group that dies is named; the robot stands by itself, boots latched, and moves again only after reset, confirmation, start and a hand that let go",
  BUSY,
  async () => {
    const robot = await driven();
    await robot.order("operator stop 1");
    await until(() => expect(robot.state?.needs_reset).toBe(true));
    await robot.drive();
    await robot.order("operator stop 1");
    await until(() => expect(robot.state?.motion).toBe(SafetyState.PROTECTIVE_STOP));
    const [nonce, killed] = [robot.leases.at(-1)?.nonce, robot.now];
    await robot.graph.kill("control");
    await until(() => expect(robot.died).toEqual(["group control: its thread ended"]));
    await until(() => expect(robot.leases.at(-1)?.nonce).not.toBe(nonce));
    await robot.afterStates(60);
    expect(robot.state).toMatchObject({ motion: SafetyState.SAFE_IDLE, needs_reset: true });
    expect(await robot.act(Act.START)).not.toBe("");
    expect(await robot.act(Act.CONFIRM_ON_SITE)).not.toBe("");
    expect((await robot.commandsAfter(killed)).every(isZero)).toBe(true);
    await robot.drive();
  },
);

test(
  "SR-42 a control group that dies while it drives leaves a robot that stands before the next one speaks",
  BUSY,
  async () => {
    const robot = await driven();
    await robot.graph.kill("control");
    const killed = robot.now;
    const first = await until(() => {
      const command = robot.commands.find((said) => at(said) > killed);
      if (command === undefined) throw new Error("the next one has not spoken yet");
      return at(command);
    });
    const standing = between(robot.odometry, killed + GAP + BRAKING, first);
    expect(standing.length).toBeGreaterThan(5);
    for (const { twist } of standing) expect(Math.abs(twist.twist.linear.x)).toBeLessThan(STILL);
    await robot.afterStates(60);
    expect(robot.state?.motion).toBe(SafetyState.SAFE_IDLE);
    expect((await robot.commandsAfter(killed)).every(isZero)).toBe(true);
    await robot.drive();
  },
);

test(
  "SR-2 SR-16 a world that stands still is a stop within its sensors' age, and after it nothing moves before reset, confirmation and start",
  BUSY,
  async () => {
    const robot = await driven();
    const { began, ended } = await robot.order("world stall 1");
    const blind = between(robot.states, began + LIMITS.sensorAge + LOOK, ended);
    expect(blind.length).toBeGreaterThan(10);
    for (const { motion, broken_requirements: broken } of blind) {
      expect(motion).toBe(SafetyState.EMERGENCY_STOP);
      expect(broken).toEqual(expect.arrayContaining(["SR-2", "SR-16"]));
    }
    await robot.afterStates(60);
    expect(robot.state).toMatchObject({ motion: SafetyState.EMERGENCY_STOP, needs_reset: true });
    expect((await robot.commandsAfter(at(blind[0] as SafetyState))).every(isZero)).toBe(true);
    await robot.drive();
  },
);
