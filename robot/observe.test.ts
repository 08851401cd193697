// What the rules are shown: silence, nonsense, the future and the people, each as the observation it must become.
import { describe, expect, test } from "vitest";
import type { Imu, JointState, LaserScan, WrenchStamped } from "../core/messages.ts";
import { BodyContact } from "../core/messages.ts";
import { stampOf } from "../core/time.ts";
import { seconds } from "../core/units.ts";
import { NOW, said, SILENCE } from "./heard.ts";
import { NOTHING_YET, observe, type Heard } from "./observe.ts";
import { request } from "./requests.ts";

const seen = (heard: Partial<Heard>) => observe(NOW, NOTHING_YET, { ...SILENCE, ...heard }).wishes.seen;
const joints = (change: object = {}) =>
  said<JointState>({
    name: ["lift_joint", "left_arm_joint", "right_arm_joint"],
    position: [0, 0, 0],
    velocity: [0.05, 0, 0],
    ...change,
  });
const wrench = (z: number) =>
  said<WrenchStamped>({ wrench: { force: { x: 0, y: 0, z }, torque: { x: 0, y: 0, z: 0 } } });
const none = { x: 0, y: 0, z: 0 };
const imu = (x: number, w: number) =>
  said<Imu>({ orientation: { ...none, x, w }, angular_velocity: none, linear_acceleration: none });
const touching = (region: number, force: number, unintended = true) =>
  said<NonNullable<Heard["contacts"]>["message"]>({
    contacts: [{ region, link: "left_arm", force, unintended }],
  });

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

describe("a task", () => {
  test("is silent only when it was moving", () => {
    const at = (age: number, lift: number) => seen({ task: request(seconds(10 - age), 1, lift) });
    expect(at(0.5, 0)).toMatchObject({ taskActive: true, taskSilence: 0 });
    expect(at(0.5, 0.05).taskSilence).toBeCloseTo(0.5, 9);
    expect(at(1.1, 0).taskActive).toBe(false);
  });
});

describe("SR-60 of the groups of the robot's computer", () => {
  const groups = (lost: readonly string[]) =>
    seen({ groups: said<NonNullable<Heard["groups"]>["message"]>({ alive: ["care"], lost }) }).groupLost;
  test("one that has died is lost, and none that lives or was never heard of", () => {
    expect(groups(["planner"])).toBe(true);
    expect(groups([])).toBe(false);
    expect(seen({}).groupLost).toBe(false);
  });
  test("a word that is old is believed: it is told at each change, by who shares a thread with the supervisor", () => {
    const old = said<NonNullable<Heard["groups"]>["message"]>({ alive: [], lost: ["care"] }, 1);
    expect(seen({ groups: old }).groupLost).toBe(true);
  });
});
