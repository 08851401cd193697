// What the rules are shown: silence, nonsense, the future and the people, each as the observation it must become.
import { describe, expect, test } from "vitest";
import type { Imu, JointState, LaserScan, OperatorSignal, Person, WrenchStamped } from "../core/messages.ts";
import { BodyContact } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { stampOf } from "../core/time.ts";
import { seconds } from "../core/units.ts";
import { NOTHING_YET, observe, type Heard, type Memory } from "./observe.ts";
import { request } from "./requests.ts";

const NOW = seconds(10);
const SILENCE: Heard = {
  estop: undefined,
  joints: undefined,
  odometry: undefined,
  imu: undefined,
  leftWrench: undefined,
  rightWrench: undefined,
  contacts: undefined,
  scan: undefined,
  gate: undefined,
  task: undefined,
  person: undefined,
  resident: undefined,
  signals: [],
  spoken: [],
};
/** A message as it arrived at `at`, stamped then too. */
const said = <M>(message: object, at: number = NOW): Stamped<M> => ({
  receivedAt: seconds(at),
  message: { header: { stamp: stampOf(seconds(at)), frame_id: "" }, ...message } as M,
});
const look = (heard: Partial<Heard>, before: Memory = NOTHING_YET) =>
  observe(NOW, before, { ...SILENCE, ...heard });
const seen = (heard: Partial<Heard>) => look(heard).wishes.seen;
const joints = (change: object = {}) =>
  said<JointState>({
    name: ["lift_joint", "left_arm_joint", "right_arm_joint"],
    position: [0, 0, 0],
    velocity: [0.05, 0, 0],
    ...change,
  });
const wrench = (z: number) =>
  said<WrenchStamped>({ wrench: { force: { x: 0, y: 0, z }, torque: { x: 0, y: 0, z: 0 } } });
const imu = (x: number, w: number) => said<Imu>({ orientation: { x, y: 0, z: 0, w } });
const touching = (region: number, force: number, unintended = true) =>
  said<NonNullable<Heard["contacts"]>["message"]>({
    contacts: [{ region, link: "left_arm", force, unintended }],
  });
const signal = (change: Partial<OperatorSignal>, at: number = NOW) =>
  said<OperatorSignal>(
    { operator: "Kim", stop_pressed: false, hold_pressed: false, round_trip: 0.02, ...change },
    at,
  );
const person = (change: Partial<Person>, at: number = NOW) =>
  said<Person>({ seen: true, confidence: 0.9, trunk_tilt: 0.1, ...change }, at);

describe("silence", () => {
  test("is an infinite age and an unknown load, and no value of its own", () => {
    const {
      estopAge,
      linkAge,
      personAge,
      jointAge,
      odometryAge,
      imuAge,
      wrenchAge,
      contactAge,
      scanAge,
      gateAge,
      load,
    } = seen({});
    expect([
      estopAge,
      linkAge,
      personAge,
      jointAge,
      odometryAge,
      imuAge,
      wrenchAge,
      contactAge,
      scanAge,
      gateAge,
    ]).toEqual(Array.from({ length: 10 }, () => Infinity));
    expect([load, seen({}).clockWrong, seen({}).taskActive]).toEqual(["unknown", false, false]);
  });
  test("ages by the stamp when that is older than the arrival", () => {
    const late = { ...joints(), receivedAt: NOW, message: joints().message };
    const old = {
      ...late,
      message: { ...late.message, header: { stamp: stampOf(seconds(9.5)), frame_id: "" } },
    };
    expect(seen({ joints: old }).jointAge).toBeCloseTo(0.5, 9);
  });
});

describe("nonsense", () => {
  test("in a joint makes the joints unknown", () => {
    for (const change of [
      { position: [NaN, 0, 0] },
      { velocity: [Infinity, 0, 0] },
      { name: ["lift_joint"] },
      { velocity: [] },
    ])
      expect(seen({ joints: joints(change) }).jointAge).toBe(Infinity);
    expect(seen({ joints: joints() })).toMatchObject({ jointAge: 0, liftSpeed: 0.05 });
  });
  test("in an orientation makes the tilt unknown", () => {
    expect(seen({ imu: imu(0, 0) }).imuAge).toBe(Infinity);
    expect(seen({ imu: imu(NaN, 1) }).imuAge).toBe(Infinity);
    expect(seen({ imu: imu(Math.SQRT1_2, Math.SQRT1_2) }).robotTilt).toBeCloseTo(Math.PI / 2, 9);
  });
  test("in a force makes the load unknown", () => {
    expect(seen({ leftWrench: wrench(NaN), rightWrench: wrench(-39) })).toMatchObject({
      wrenchAge: Infinity,
      load: "unknown",
    });
    expect(seen({ leftWrench: wrench(-39.2266), rightWrench: wrench(-39.2266) })).toMatchObject({
      wrenchAge: 0,
      load: "none",
    });
    expect(seen({ leftWrench: wrench(-139), rightWrench: wrench(-139) }).load).toBe("bearing");
  });
  test("in a lidar's ray counts as touching", () => {
    const nearest = (ranges: number[]) => seen({ scan: said<LaserScan>({ ranges }) }).nearest;
    expect([nearest([3, Infinity]), nearest([3, NaN]), nearest([3, -1])]).toEqual([3, 0, 0]);
    expect(seen({ scan: said<LaserScan>({ ranges: [] }) }).scanAge).toBe(Infinity);
  });
  test("in a contact's force or region is over every limit", () => {
    const share = (region: number, force: number) => seen({ contacts: touching(region, force) }).contactShare;
    expect(share(BodyContact.CHEST, 70)).toBe(1);
    expect(share(BodyContact.HEAD, 0.1)).toBe(Infinity);
    expect(share(BodyContact.HEAD, 0)).toBe(0);
    expect(share(99, 1)).toBe(Infinity);
    expect(share(BodyContact.CHEST, NaN)).toBeNaN();
    expect(seen({ contacts: touching(BodyContact.CHEST, 500, false) }).contactShare).toBe(0);
  });
});

test("a stamp from the future is a wrong clock, and infinitely old", () => {
  const ahead = {
    ...joints(),
    message: { ...joints().message, header: { stamp: stampOf(seconds(10.06)), frame_id: "" } },
  };
  expect(seen({ joints: ahead })).toMatchObject({ clockWrong: true, jointAge: Infinity });
});

describe("people", () => {
  test("the person was last seen when they were last seen well", () => {
    const first = look({ person: person({}, 9.8) });
    const { wishes } = look({ person: person({ confidence: 0.59, trunk_tilt: 9 as never }) }, first.memory);
    expect(wishes.seen.personAge).toBeCloseTo(0.2, 9);
    expect(wishes.seen.trunkTilt).toBe(0.1);
    expect(look({ person: person({ seen: false }) }).wishes.seen.personAge).toBe(Infinity);
  });
  test("a stop among several signals is a stop, and no heartbeat", () => {
    const { memory, wishes } = look({
      signals: [signal({ stop_pressed: true, operator: "Lee" }), signal({ hold_pressed: true }, 9.9)],
    });
    expect(wishes.seen.operatorStopped).toBe(true);
    expect([memory.beat?.message.operator, wishes.held]).toEqual(["Kim", true]);
    expect(look({ signals: [signal({ stop_pressed: true })] }).wishes.seen.linkAge).toBe(Infinity);
  });
  test("a press is a release when it is older than 200 ms", () =>
    expect(look({ signals: [signal({ hold_pressed: true }, 9.79)] }).wishes.held).toBe(false));
  test("the resident's stop is heard", () => {
    const heard = (key: string) => seen({ spoken: [said({ key, resident: "" })] }).residentStopped;
    expect([heard("heard.stop"), heard("heard.yes")]).toEqual([true, false]);
  });
});

describe("a task", () => {
  test("is silent only when it was moving", () => {
    const at = (age: number, lift: number) => seen({ task: request(seconds(10 - age), 1, lift) });
    expect(at(0.5, 0)).toMatchObject({ taskActive: true, taskSilence: 0 });
    expect(at(0.5, 0.05).taskSilence).toBeCloseTo(0.5, 9);
    expect(at(1.1, 0).taskActive).toBe(false);
  });
});
