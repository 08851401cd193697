// What /diagnostics says of the robot: well, in trouble, or silent, which is never well.
import { describe, expect, test } from "vitest";
import {
  AlarmRequest,
  BatteryState,
  DiagnosticStatus,
  SafetyState,
  type Alarms,
  type BatteryState as Battery,
  type DiagnosticArray,
} from "../../core/messages.ts";
import { ready } from "../../core/safety/rehearsal.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { sampleOf } from "../blackbox/sample.ts";
import { diagnosticsNode } from "./diagnostics.node.ts";
import { statuses, type Told } from "./diagnostics.ts";

const { OK, WARN, ERROR, STALE } = DiagnosticStatus;
const NOW = seconds(10);
const heard = <M>(message: M, receivedAt: Seconds = NOW) => ({ message, receivedAt });
const battery = (change: Partial<Battery> = {}): Battery => ({
  ...(sampleOf("sensor_msgs/msg/BatteryState") as unknown as Battery),
  header: { stamp: stampOf(NOW), frame_id: "" },
  present: true,
  percentage: 0.8,
  power_supply_health: BatteryState.POWER_SUPPLY_HEALTH_GOOD,
  ...change,
});
const alarms = (...priorities: number[]): Alarms => ({
  header: { stamp: stampOf(NOW), frame_id: "" },
  alarms: priorities.map((priority) => ({
    alarm: `alarm.${priority}`,
    priority,
    since: stampOf(NOW),
    sources: ["safety"],
    acknowledged_by: "",
    escalation: 0,
  })),
  audio_paused: false,
  audio_paused_for: seconds(0),
});
const WELL: Told = { safety: heard(ready(NOW)), battery: heard(battery()), alarms: heard(alarms()) };
const levels = (change: Partial<Told>, now = NOW) =>
  statuses(now, { ...WELL, ...change }).map(({ level }) => level);

describe("the levels of safety, battery and alarms", () => {
  test("are all well on a robot that may move", () => expect(levels({})).toEqual([OK, OK, OK]));
  test.each([
    [{ demand: SafetyState.DEMAND_SLOW }, WARN],
    [{ demand: SafetyState.DEMAND_HOLD, motion: SafetyState.HOLDING }, WARN],
    [{ demand: SafetyState.DEMAND_STOP, motion: SafetyState.PROTECTIVE_STOP }, ERROR],
    [{ demand: SafetyState.DEMAND_EMERGENCY }, ERROR],
    [{ motion: SafetyState.FAULT }, ERROR],
    [{ demand: NaN }, ERROR],
    [{ motion: 99 }, ERROR],
  ])("of safety that says %j", (change, level) =>
    expect(levels({ safety: heard(ready(NOW, change)) })[0]).toBe(level),
  );
  test.each([
    [{ percentage: 0.2 }, WARN],
    [{ percentage: 0.04 }, ERROR],
    [{ present: false }, ERROR],
    [{ power_supply_health: BatteryState.POWER_SUPPLY_HEALTH_DEAD }, ERROR],
    [{ percentage: NaN }, STALE],
  ])("of a battery that says %j", (change, level) =>
    expect(levels({ battery: heard(battery(change)) })[1]).toBe(level),
  );
  test("of alarms are those of the worst", () => {
    expect(levels({ alarms: heard(alarms(AlarmRequest.MEDIUM, AlarmRequest.LOW)) })[2]).toBe(WARN);
    expect(levels({ alarms: heard(alarms(AlarmRequest.HIGH, AlarmRequest.LOW)) })[2]).toBe(ERROR);
  });
  test("of what is silent, or was never heard, are stale", () => {
    expect(levels({}, seconds(NOW + 2.1))).toEqual([STALE, STALE, STALE]);
    expect(levels({ safety: undefined, battery: undefined, alarms: undefined })).toEqual([
      STALE,
      STALE,
      STALE,
    ]);
    expect(levels({}, seconds(NOW + 0.16))).toEqual([STALE, OK, OK]);
  });
});

test("the node tells once a second, and at once when a level changes", () => {
  const run = new VirtualRun([diagnosticsNode]);
  const told: { readonly at: number; readonly levels: readonly number[] }[] = [];
  run.on(topics.diagnostics, ({ status }: DiagnosticArray, at) =>
    told.push({ at: Math.round(at * 10) / 10, levels: status.map(({ level }) => level) }),
  );
  run.advance(seconds(1.05));
  run.publish(topics.alarms, { ...alarms(), header: { stamp: stampOf(run.now()), frame_id: "" } });
  run.advance(seconds(0.1));
  expect(told.map(({ at }) => at)).toEqual([0, 1, 1.1]);
  expect(told.at(-1)?.levels).toEqual([STALE, STALE, OK]);
});
