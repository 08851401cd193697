// Tests of the simulated world as a node: its rates, its clock, commands, the prompts, faults and a new beginning.
import { afterEach, beforeAll, expect, test } from "vitest";
import { WELL } from "../../core/body/condition.ts";
import { Person, Resident, type HardwareCommand } from "../../core/messages.ts";
import { secondsOf, stampOf } from "../../core/time.ts";
import { services, topics, type Topic } from "../../core/topics.ts";
import { kilograms, metres, milliseconds, seconds } from "../../core/units.ts";
import { LogHash } from "../../launch/virtual/log-hash.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { loadEngine, type Engine } from "../../sim/mujoco/engine.ts";
import { worldNode } from "../../sim/world.node.ts";

let engine: Engine;
let run: VirtualRun;
beforeAll(async () => {
  engine = await loadEngine();
});
afterEach(() => run.stop());
const begin = () => (run = new VirtualRun([worldNode(engine)]));

const command = (sequence: number, forward: number, lift: number): HardwareCommand => ({
  header: { stamp: stampOf(run.now()), frame_id: "base_link" },
  sequence,
  drive: { linear: { x: forward, y: 0, z: 0 }, angular: { x: 0, y: 0, z: 0 } },
  joint_names: ["lift_joint"],
  joint_velocities: [lift],
  set_brakes: false,
});
const liftHeight = () =>
  run.latest(topics.jointStates)?.position[run.latest(topics.jointStates)?.name.indexOf("lift_joint") ?? 0];
const reset = {
  seed: 3,
  sex: Resident.MALE,
  stature: metres(1.7),
  body_mass: kilograms(70),
  leg_strength: 0.5,
  condition: WELL,
};

test("every sensor speaks at its rate, stamped with the time it measured", () => {
  begin();
  const counts = new Map<string, number>();
  const rates: readonly (readonly [Topic, number])[] = [
    [topics.jointStates, 100],
    [topics.odometry, 100],
    [topics.imu, 100],
    [topics.leftWrench, 100],
    [topics.rightWrench, 100],
    [topics.bodyContacts, 100],
    [topics.linkPoses, 100],
    [topics.estop, 50],
    [topics.truePerson, 20],
    [topics.worldTruth, 20],
    [topics.scan, 10],
    [topics.battery, 10],
  ];
  for (const [topic] of rates) run.on(topic, () => counts.set(topic.name, (counts.get(topic.name) ?? 0) + 1));
  let lag = 0;
  run.on(
    topics.jointStates,
    ({ header }, at) => (lag = Math.max(lag, Math.abs(at - secondsOf(header.stamp)))),
  );
  run.advance(seconds(2));
  for (const [topic, rate] of rates)
    expect(Math.abs((counts.get(topic.name) ?? 0) - 2 * rate), topic.name).toBeLessThan(3);
  expect(lag).toBeLessThan(0.011);
});

test("the lift follows commands, and holds within 100 ms and a little way when they stop", () => {
  begin();
  liftHeight();
  for (let i = 0; i < 100; i++) {
    run.publish(topics.hardwareCommand, command(i, 0, 0.05));
    run.advance(milliseconds(10));
  }
  const height = liftHeight() ?? NaN;
  expect(height).toBeGreaterThan(0.035);
  run.advance(seconds(0.4));
  const held = liftHeight() ?? NaN;
  expect(held - height).toBeLessThan(0.012);
  run.advance(seconds(5));
  expect(Math.abs((liftHeight() ?? NaN) - held)).toBeLessThan(0.0005);
});

test("a repeated or lower sequence is ignored", () => {
  begin();
  liftHeight();
  for (let i = 0; i < 50; i++) {
    run.publish(topics.hardwareCommand, command(7, 0, 0.1));
    run.advance(milliseconds(10));
  }
  expect(liftHeight()).toBeLessThan(0.02);
});

test("the resident answers the question, leans when told, and is seen as they are", () => {
  begin();
  const heard: string[] = [];
  run.on(topics.heard, ({ key }) => heard.push(key));
  run.latest(topics.truePerson);
  const say = (key: string) =>
    run.publish(topics.said, { header: { stamp: stampOf(run.now()), frame_id: "" }, key, resident: "" });
  say("say.ask");
  run.advance(seconds(2));
  expect(heard).toEqual(["heard.yes"]);
  expect(run.latest(topics.truePerson)?.posture).toBe(Person.POSTURE_SITTING);
  const upright = run.latest(topics.truePerson)?.trunk_lean ?? NaN;
  say("say.lean_forward");
  run.advance(seconds(4));
  expect((run.latest(topics.truePerson)?.trunk_lean ?? NaN) - upright).toBeGreaterThan(0.08);
});

test("reset makes the resident that was asked for, and refuses an impossible one with its reason", () => {
  begin();
  run.latest(topics.worldTruth);
  expect(run.call(services.resetWorld, { ...reset, tries_alone: false })).toEqual({
    refused: false,
    reason: "",
  });
  run.advance(seconds(1));
  expect(run.latest(topics.worldTruth)).toMatchObject({ body_mass: 70, stature: 1.7, leg_strength: 0.5 });
  expect(run.latest(topics.resident)).toMatchObject({ sex: Resident.MALE, stature: 1.7 });
  const answer = run.call(services.resetWorld, { ...reset, stature: metres(3), tries_alone: false });
  expect(answer).toMatchObject({ refused: true, reason: "resident stature 3: expected 1.4 to 1.95" });
  expect(run.latest(topics.worldTruth)?.stature).toBe(1.7);
});

test("a fault is switched on and off by its name, and another name is refused", () => {
  begin();
  run.latest(topics.estop);
  expect(run.call(services.injectFault, { fault: "estop", on: true }).refused).toBe(false);
  run.advance(seconds(0.1));
  expect(run.latest(topics.estop)?.pressed).toBe(true);
  expect(run.call(services.injectFault, { fault: "fire", on: true }).reason).toContain('expected "estop"');
});

test("the battery falls slowly, faster while the lift works, and all but to nothing when the supply fails", () => {
  begin();
  const percentage = () => run.latest(topics.battery)?.percentage ?? NaN;
  const spentIn = (act: () => void) => {
    const before = percentage();
    for (let i = 0; i < 200; i++) {
      act();
      run.advance(milliseconds(10));
    }
    return before - percentage();
  };
  percentage();
  run.advance(seconds(0.2));
  expect(percentage()).toBeGreaterThan(0.9999);
  const idle = spentIn(() => {});
  // 50 W of 504 Wh for 2 s
  expect(idle / ((50 * 2) / (504 * 3600))).toBeCloseTo(1, 1);
  let sequence = 0;
  expect(spentIn(() => run.publish(topics.hardwareCommand, command(sequence++, 0, 0.1)))).toBeGreaterThan(
    1.2 * idle,
  );
  run.call(services.injectFault, { fault: "supply", on: true });
  run.advance(seconds(0.1));
  expect(run.latest(topics.battery)).toMatchObject({ percentage: 0.03, present: true });
});

test("SR-46 without power the brakes hold the lift within a centimetre, and nothing moves when it is back until rest is commanded", () => {
  begin();
  liftHeight();
  run.latest(topics.battery);
  let sequence = 0;
  const drive = (lift: number, time: number) => {
    for (let i = 0; i < time * 100; i++) {
      run.publish(topics.hardwareCommand, command(sequence++, 0, lift));
      run.advance(milliseconds(10));
    }
    return liftHeight() ?? NaN;
  };
  const height = drive(0.05, 1);
  run.call(services.injectFault, { fault: "power", on: true });
  const held = drive(0.05, 1);
  expect(held - height).toBeLessThan(0.01);
  expect(run.latest(topics.battery)).toMatchObject({ present: false, percentage: NaN });
  expect(Math.abs(drive(-0.05, 3) - held)).toBeLessThan(0.0005);
  run.call(services.injectFault, { fault: "power", on: false });
  expect(Math.abs(drive(-0.05, 1) - held)).toBeLessThan(0.0005);
  expect(run.latest(topics.battery)?.present).toBe(true);
  drive(0, 0.05);
  expect(drive(-0.05, 1)).toBeLessThan(held - 0.03);
});

test("the same seed gives the same log, bit for bit", async () => {
  const hashes = [1, 2].map(() => {
    const log = new LogHash();
    run = new VirtualRun([worldNode(engine)], {}, undefined, log);
    run.call(services.resetWorld, { ...reset, tries_alone: true });
    run.advance(seconds(3));
    return log.digest();
  });
  expect(hashes[0]).toBe(hashes[1]);
});
