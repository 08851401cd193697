// What is watched: which state of the robot raises which alarm, and that alarms reach people through the real nodes.
import { expect, test } from "vitest";
import { AlarmAct_Request, AlarmRequest, SafetyState, TaskState, type Alarms } from "../../core/messages.ts";
import { ready } from "../../core/safety/rehearsal.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { alarmsNode } from "./alarms.node.ts";
import { alarmWatchNode } from "./watch.node.ts";
import { ROWS, type Watched } from "./watch.ts";

const state = (change: Partial<SafetyState> = {}) => ready(seconds(0), change);
const raised = (change: Partial<Watched>) =>
  ROWS.filter(({ holds }) =>
    holds({ safety: state(), safetyAge: seconds(0), task: undefined, charge: NaN, ...change }),
  ).map(({ alarm }) => alarm);
const { DEMAND_LOWER, DEMAND_STOP, DEMAND_EMERGENCY } = SafetyState;
const { PROTECTIVE_STOP, EMERGENCY_STOP, HOLDING, FAULT, SAFE_IDLE, LOAD_BEARING, LOAD_UNKNOWN } =
  SafetyState;

test("a robot that is ready, moves, or waits in safe idle without anybody raises nothing", () => {
  expect(raised({})).toEqual([]);
  expect(raised({ safety: state({ motion: SafetyState.MOVING, load: LOAD_BEARING }) })).toEqual([]);
  expect(raised({ safety: state({ motion: SAFE_IDLE, reasons: ["reason.link_silent"] }) })).toEqual([]);
});

test.each([
  [{ motion: HOLDING, load: LOAD_BEARING }, ["alarm.loaded_hold"]],
  [
    { motion: PROTECTIVE_STOP, demand: DEMAND_STOP, load: LOAD_UNKNOWN },
    ["alarm.loaded_hold", "alarm.stopped"],
  ],
  [{ motion: PROTECTIVE_STOP, demand: DEMAND_STOP }, ["alarm.stopped"]],
  [{ motion: EMERGENCY_STOP, demand: DEMAND_EMERGENCY }, ["alarm.emergency_stop"]],
  [{ motion: EMERGENCY_STOP, needs_reset: true }, ["alarm.waits_reset"]],
  [{ motion: PROTECTIVE_STOP, needs_reset: true }, ["alarm.waits_reset"]],
  [{ motion: FAULT }, ["alarm.fault"]],
  [{ reasons: ["reason.link_silent"] }, ["alarm.link"]],
  [{ load: LOAD_BEARING, reasons: ["reason.person_not_seen"] }, ["alarm.resident_unseen"]],
  [
    { motion: PROTECTIVE_STOP, demand: DEMAND_LOWER, load: LOAD_BEARING, reasons: ["reason.power_failing"] },
    ["alarm.loaded_hold", "alarm.stopped", "alarm.power_failing"],
  ],
  [
    { motion: HOLDING, reasons: ["reason.power_failing", "reason.charge_low"] },
    ["alarm.power", "alarm.charge_low"],
  ],
  [
    { motion: HOLDING, load: LOAD_BEARING, reasons: ["reason.power_unknown"] },
    ["alarm.loaded_hold", "alarm.power"],
  ],
])("%o raises %o", (change, alarms) => {
  expect(raised({ safety: state(change) })).toEqual(alarms);
});

test("SR-46 a failing supply is told of: high with a person borne, and a low charge is medium then", () => {
  const priority = (name: string) => ROWS.find(({ alarm }) => alarm === name)?.priority;
  expect(priority("alarm.power_failing")).toBe(AlarmRequest.HIGH);
  expect(priority("alarm.power")).toBe(AlarmRequest.MEDIUM);
  expect(priority("alarm.charge_low_borne")).toBe(AlarmRequest.MEDIUM);
  expect(priority("alarm.charge_low")).toBe(AlarmRequest.LOW);
  const lifting = state({ motion: SafetyState.MOVING, load: LOAD_BEARING });
  expect(raised({ safety: lifting, charge: 0.2 })).toEqual(["alarm.charge_low_borne"]);
  expect(raised({ safety: lifting, charge: 0.21 })).toEqual([]);
  expect(raised({ safety: state(), charge: 0.1 })).toEqual([]);
});

test("a supervisor that is silent for a second, or was never heard, raises the highest alarm", () => {
  expect(raised({ safetyAge: seconds(1) })).toEqual(["alarm.control_silent"]);
  expect(raised({ safety: undefined, safetyAge: seconds(NaN) })).toEqual(["alarm.control_silent"]);
  expect(ROWS.find(({ alarm }) => alarm === "alarm.control_silent")?.priority).toBe(AlarmRequest.HIGH);
});

test("a task that was given up is told", () => {
  const task = { phase: TaskState.FAILED } as TaskState;
  expect(raised({ task })).toEqual(["alarm.task_failed"]);
});

/** The two nodes beside a supervisor whose state a test sets; silence when it is undefined. */
function running() {
  const run = new VirtualRun([alarmsNode, alarmWatchNode]);
  let last: Alarms | undefined;
  run.on(topics.alarms, (alarms) => (last = alarms));
  const live = (time: number, safety: Partial<SafetyState> | undefined) => {
    for (let passed = 0; passed < time; passed += 0.02) {
      if (safety !== undefined) run.publish(topics.safetyState, state(safety));
      run.advance(milliseconds(20));
    }
  };
  const act = (what: number, alarm = "", operator = "Kim") =>
    run.call(services.alarmAct, { act: what, alarm, operator_name: operator });
  return { live, act, alarms: () => last?.alarms.map(({ alarm }) => alarm), last: () => last };
}

test("a loaded hold rises at once, is acknowledged by name, and falls two seconds after it is over", () => {
  const { live, act, alarms, last } = running();
  live(1, {});
  expect(alarms()).toEqual([]);
  live(0.1, { motion: HOLDING, load: LOAD_BEARING });
  expect(alarms()).toEqual(["alarm.loaded_hold"]);
  expect(act(AlarmAct_Request.ACKNOWLEDGE, "alarm.loaded_hold", " ")).toMatchObject({
    refused: true,
    reason: "alarm.refused_nameless",
  });
  expect(act(AlarmAct_Request.ACKNOWLEDGE, "alarm.loaded_hold")).toMatchObject({ refused: false });
  expect(act(AlarmAct_Request.ACKNOWLEDGE)).toMatchObject({ reason: "alarm.refused_nothing" });
  live(70, { motion: HOLDING, load: LOAD_BEARING });
  expect(last()?.alarms).toMatchObject([{ acknowledged_by: "Kim", escalation: 0 }]);
  live(1.5, {});
  expect(alarms()).toEqual(["alarm.loaded_hold"]);
  live(1, {});
  expect(alarms()).toEqual([]);
});

test("a dead supervisor is an alarm of its own, and the sound is paused for two minutes at most", () => {
  const { live, act, alarms, last } = running();
  live(1, {});
  live(1.5, undefined);
  expect(alarms()).toEqual(["alarm.control_silent"]);
  expect(act(AlarmAct_Request.PAUSE_AUDIO)).toMatchObject({ refused: false });
  live(1, undefined);
  expect(last()).toMatchObject({ audio_paused: true });
  expect(last()?.audio_paused_for).toBeLessThan(120);
  expect(act(AlarmAct_Request.RESUME_AUDIO)).toMatchObject({ refused: false });
  live(1, undefined);
  expect(last()).toMatchObject({ audio_paused: false, audio_paused_for: 0 });
  expect(act(99)).toMatchObject({ refused: true, reason: "reason.unknown_act" });
});

test("alarms that began anew hear again what still holds", () => {
  const run = new VirtualRun([alarmWatchNode]);
  run.publish(topics.safetyState, state({ motion: EMERGENCY_STOP, demand: DEMAND_EMERGENCY }));
  run.advance(seconds(0.5));
  run.add(alarmsNode);
  for (let tick = 0; tick < 12; tick += 1) {
    run.publish(topics.safetyState, state({ motion: EMERGENCY_STOP, demand: DEMAND_EMERGENCY }));
    run.advance(seconds(0.5));
  }
  expect(run.latest(topics.alarms)?.alarms.map(({ alarm }) => alarm)).toEqual(["alarm.emergency_stop"]);
});
