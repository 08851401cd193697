// One step of the supervisor by itself: the first, the same moment twice, what it keeps, and what a hold does to a lowering.
import { describe, expect, test } from "vitest";
import { SafetyState } from "../messages.ts";
import { seconds } from "../units.ts";
import { DEMANDS, rank } from "./demands.ts";
import { BORNE, CALM, Rehearsal, started } from "./rehearsal.ts";
import { rules } from "./rules.ts";
import { bootSupervisor, isLatched, loadCode, MOTIONS, step } from "./supervisor.ts";
import { verdictOf } from "./verdict.ts";
import { UNBROKEN } from "./tracker.ts";

const WISHES = { seen: CALM, wanted: false, held: false, wayBack: false, lowered: false };
const LIFTED = { ...BORNE, wayBack: true } as const;

describe("SR-31 a supervisor that has just booted", () => {
  test("waits for no reset, has nothing broken, remembers nothing, and moves nothing", () => {
    const booted = bootSupervisor();
    expect(booted).toMatchObject({ broken: [], stoppedBy: [], lowered: false, stopAsked: false });
    expect(booted.tracks).toEqual(rules.map(() => UNBROKEN));
    expect(verdictOf(booted)).toMatchObject({ motion: "safeIdle", needsReset: false, speedScale: 0 });
  });
  test("takes its first look for no time at all: what must last has not lasted yet", () => {
    const leaning = new Rehearsal().see({ ...BORNE, trunkTilt: 1 as typeof CALM.trunkTilt });
    expect(leaning.verdict.broken).toEqual([]);
  });
});

test("SR-3 the same moment twice is a clock that stands, not one that runs backwards", () => {
  const once = step(seconds(1), bootSupervisor(), WISHES);
  expect(verdictOf(step(seconds(1), once, WISHES)).motion).toBe("safeIdle");
  const back = step(seconds(0.999), once, WISHES);
  expect([verdictOf(back).motion, back.at]).toEqual(["fault", 1]);
});
test("a step in which nothing changes keeps the lists it had, so that nobody need look into them", () => {
  const first = step(seconds(1), bootSupervisor(), WISHES);
  const second = step(seconds(1.02), first, WISHES);
  expect([second.broken === first.broken, second.stoppedBy === first.stoppedBy]).toEqual([true, true]);
});

test("states, loads and demands have the numbers of their message", () => {
  const { SAFE_IDLE, READY, MOVING, HOLDING, LOWERING, PROTECTIVE_STOP, EMERGENCY_STOP, FAULT } = SafetyState;
  expect(
    [SAFE_IDLE, READY, MOVING, HOLDING, LOWERING, PROTECTIVE_STOP, EMERGENCY_STOP, FAULT].map(
      (code) => MOTIONS[code],
    ),
  ).toEqual([
    "safeIdle",
    "ready",
    "moving",
    "holding",
    "lowering",
    "protectiveStop",
    "emergencyStop",
    "fault",
  ]);
  expect((["none", "touching", "bearing", "unknown"] as const).map(loadCode)).toEqual([
    SafetyState.LOAD_NONE,
    SafetyState.LOAD_TOUCHING,
    SafetyState.LOAD_BEARING,
    SafetyState.LOAD_UNKNOWN,
  ]);
  expect(DEMANDS.map(rank)).toEqual([
    SafetyState.DEMAND_NONE,
    SafetyState.DEMAND_SLOW,
    SafetyState.DEMAND_HOLD,
    SafetyState.DEMAND_LOWER,
    SafetyState.DEMAND_STOP,
    SafetyState.DEMAND_EMERGENCY,
  ]);
});
test("SR-38 a stop is latched until its reset, and a mere hold is not", () => {
  const stopped = started().see({ contactShare: 2 });
  expect([
    isLatched(stopped.supervisor),
    isLatched(started().see({ powerAge: seconds(9) }).supervisor),
  ]).toEqual([true, false]);
  stopped.see({}, seconds(0.6)).reset();
  expect(isLatched(stopped.supervisor)).toBe(false);
});
test("SR-24 the scale of speed is one where it may move, half where something slows it, and nothing elsewhere", () => {
  const scale = (change: Parameters<Rehearsal["see"]>[0]) => started().see(change).verdict.speedScale;
  expect([scale({}), scale({ wanted: true })]).toEqual([1, 1]);
  const slow = { roundTrip: seconds(0.2) };
  expect([scale(slow), scale({ ...slow, wanted: true })]).toEqual([0.5, 0.5]);
  expect([
    scale({ powerAge: seconds(9) }),
    scale({ contactShare: 2 }),
    scale({ estopPressed: true }),
  ]).toEqual([0, 0, 0]);
  expect(scale({ clockWrong: true })).toBe(0);
});
test("what is broken is told worst first, and what merely holds or slows is remembered by nobody", () => {
  const near = { nearest: 0.1 as typeof CALM.nearest, robotTilt: 1 as typeof CALM.robotTilt };
  const { verdict, supervisor } = started().see({ ...near, powerAge: seconds(9) });
  expect(verdict.broken.map(({ when }) => when)).toEqual([
    "reason.robot_tilt",
    "reason.power_unknown",
    "reason.person_close",
  ]);
  expect(supervisor.stoppedBy.map(({ when }) => when)).toEqual(["reason.robot_tilt"]);
});

describe("SR-33 a lowering under way", () => {
  const lowering = () =>
    started()
      .see(LIFTED)
      .see({ ...LIFTED, held: true });
  test("is not ended by a hold or by less, also one that has just begun", () => {
    for (const change of [{ unansweredOnSite: true }, { powerAge: seconds(9) }, { roundTrip: seconds(1) }])
      expect(lowering().see({ ...LIFTED, held: true, ...change }).motion).toBe("lowering");
  });
  test("is ended by each stop of those that lowering does not answer, and goes at half speed on a hold", () => {
    for (const change of [
      { contactShare: 2 },
      { robotTilt: 1 as typeof CALM.robotTilt },
      { operatorStopped: true },
    ])
      expect(lowering().see({ ...LIFTED, held: true, ...change }).motion).toBe("protectiveStop");
    expect(lowering().verdict.speedScale).toBe(1);
    expect(lowering().see({ ...LIFTED, held: true, unansweredOnSite: true }).verdict.speedScale).toBe(0.5);
  });
  test("is ended by the same cause again once it was reset and gone", () => {
    const bumped = lowering().see({ ...LIFTED, held: true, contactShare: 2 });
    expect(bumped.supervisor.stoppedBy.map(({ when }) => when)).toEqual(["reason.contact_force"]);
    bumped.see(LIFTED, seconds(0.6));
    expect([bumped.reset(), bumped.see(LIFTED).supervisor.stoppedBy]).toEqual([undefined, []]);
  });
});
