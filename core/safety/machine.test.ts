// The decision table of the machine: where each moment leads from each state, what it then waits for, and what each act does.
import { describe, expect, test } from "vitest";
import { afterEvent, switchedOn } from "./machine-steps.ts";
import { safetyMachine, type Judged, type SafetyEvent } from "./machine.ts";
import type { MOTIONS } from "./supervisor.ts";

type Motion = (typeof MOTIONS)[number];
const NOBODY: Judged = {
  demand: "none",
  alarm: "none",
  newStop: false,
  distrusted: false,
  load: "none",
  wanted: false,
  held: false,
  lowerable: false,
};
const BORNE = { load: "bearing", lowerable: true } as const;
const PRESSED = { ...BORNE, held: true } as const;
const LOWER = { demand: "lower", alarm: "lower" } as const;
const WAITS = "protectiveStop CS";
const STOP = { demand: "stop", alarm: "stop" } as const;

/** Acts that are waited for, in their order: R reset, C confirmation, S start. */
const waits = (acts: string) => ({
  needsReset: acts.includes("R"),
  needsConfirmation: acts.includes("C"),
  needsStart: acts.includes("S"),
});
const state = (motion: Motion, acts: string, judged: Partial<Judged> = {}, wasHeld = false) =>
  safetyMachine.resolveState({
    value: motion,
    context: { judged: { ...NOBODY, ...judged }, wasHeld, ...waits(acts) },
  });
type State = ReturnType<typeof state>;
const told = ({ value, context }: State) =>
  `${value} ${context.needsReset ? "R" : ""}${context.needsConfirmation ? "C" : ""}${context.needsStart ? "S" : ""}`.trim();
const sees = (before: State, judged: Partial<Judged>) =>
  afterEvent(safetyMachine, before, { type: "OBSERVED", judged: { ...NOBODY, ...judged } });
const does = (before: State, ...acts: Exclude<SafetyEvent["type"], "OBSERVED">[]) =>
  told(acts.reduce((now, type) => afterEvent(safetyMachine, now, { type }), before));

const [IDLE, STOPPED, EMERGENCY, FAULT] = [
  "safeIdle CS",
  "protectiveStop RCS",
  "emergencyStop RCS",
  "fault RCS",
];
/** The moment; then where it leads from a started robot, from safe idle, from a protective stop, and from a fault. */
const TABLE: readonly [
  what: string,
  Partial<Judged>,
  started: string,
  idle: string,
  stop: string,
  fault: string,
][] = [
  ["calm", {}, "ready", IDLE, STOPPED, FAULT],
  ["a wish", { wanted: true }, "moving", IDLE, STOPPED, FAULT],
  ["a wish, slowed", { wanted: true, demand: "slow", alarm: "slow" }, "moving", IDLE, STOPPED, FAULT],
  ["a wish, held", { wanted: true, demand: "hold", alarm: "hold" }, "holding", IDLE, STOPPED, FAULT],
  ["a silent demand to lower", { wanted: true, demand: "lower" }, WAITS, IDLE, STOPPED, FAULT],
  ["a wish, only lowering left", { wanted: true, ...LOWER }, WAITS, WAITS, STOPPED, FAULT],
  ["a stop of silence", { demand: "stop" }, STOPPED, IDLE, STOPPED, FAULT],
  ["a stop", { ...STOP, newStop: true }, STOPPED, STOPPED, STOPPED, FAULT],
  ["a silent circuit", { demand: "emergency" }, EMERGENCY, IDLE, EMERGENCY, EMERGENCY],
  ["an emergency", { demand: "emergency", alarm: "emergency" }, EMERGENCY, EMERGENCY, EMERGENCY, EMERGENCY],
  ["distrust", { ...STOP, distrusted: true }, FAULT, FAULT, FAULT, FAULT],
  ["a press", PRESSED, "lowering", "lowering CS", "lowering RCS", FAULT],
  ["a press on a wish", { ...PRESSED, wanted: true }, "lowering", "lowering CS", "lowering RCS", FAULT],
  ["a press on a hold", { ...PRESSED, demand: "hold" }, "lowering", "lowering CS", "lowering RCS", FAULT],
  ["a press, only that left", { ...PRESSED, ...LOWER }, "lowering CS", "lowering CS", "lowering RCS", FAULT],
  ["a press on an old stop", { ...PRESSED, ...STOP }, "lowering RCS", "lowering RCS", "lowering RCS", FAULT],
  ["a press on a new stop", { ...PRESSED, ...STOP, newStop: true }, STOPPED, STOPPED, STOPPED, FAULT],
  [
    "a press in silence",
    { ...PRESSED, demand: "stop" },
    "lowering RCS",
    "lowering RCS",
    "lowering RCS",
    FAULT,
  ],
  ["a press on a silent circuit", { ...PRESSED, demand: "emergency" }, EMERGENCY, IDLE, EMERGENCY, EMERGENCY],
  ["a press in distrust", { ...PRESSED, ...STOP, distrusted: true }, FAULT, FAULT, FAULT, FAULT],
  ["a press with nobody borne", { ...PRESSED, load: "none" }, "ready", IDLE, STOPPED, FAULT],
  ["a press with no way back", { ...PRESSED, lowerable: false }, "ready", IDLE, STOPPED, FAULT],
];

describe("SR-25 one moment leads to the most severe state that applies", () => {
  test.each(TABLE)("%s", (_, judged, started, idle, stop, fault) => {
    for (const motion of ["ready", "moving", "holding", "lowering"] as const)
      expect([motion, told(sees(state(motion, ""), judged))]).toEqual([motion, started]);
    expect(told(sees(state("safeIdle", "CS"), judged))).toBe(idle);
    expect(told(sees(state("protectiveStop", "RCS"), judged))).toBe(stop);
    expect(told(sees(state("fault", "RCS"), judged))).toBe(fault);
    expect(told(sees(state("emergencyStop", "RCS"), judged))).toBe(EMERGENCY);
  });
  test("lowering that ends where something is waited for ends in a protective stop", () => {
    for (const acts of ["RCS", "CS", "S"])
      expect(told(sees(state("lowering", acts), BORNE))).toBe(`protectiveStop ${acts}`);
  });
  test("a demand to lower takes back what was confirmed, and leaves a reset to be waited for", () => {
    for (const motion of ["safeIdle", "protectiveStop"] as const)
      expect(told(sees(state(motion, "S"), LOWER))).toBe(WAITS);
    expect(told(sees(state("lowering", "S"), { ...PRESSED, ...LOWER }))).toBe("lowering CS");
    expect(told(sees(state("safeIdle", "RCS"), LOWER))).toBe(STOPPED);
  });
  test("a press of before is a finger left on, and lowers nobody", () => {
    for (const motion of ["ready", "holding"] as const) {
      const left = sees(state(motion, ""), { held: true });
      expect(told(sees(left, PRESSED))).toBe("ready");
      expect(told(sees(sees(left, BORNE), PRESSED))).toBe("lowering");
    }
  });
  test("a press with any load but none lowers, also where it is not known", () => {
    for (const load of ["touching", "bearing", "unknown"] as const)
      expect(told(sees(state("ready", ""), { ...PRESSED, load }))).toBe("lowering");
  });
});

describe("SR-31 switched on", () => {
  test("it is in safe idle, has seen nothing, and takes a press for a finger left on", () => {
    const { context } = switchedOn(safetyMachine, false);
    expect(context.judged).toEqual({ ...NOBODY, demand: "hold", load: "unknown", held: true });
    expect([told(switchedOn(safetyMachine, false)), told(switchedOn(safetyMachine, true))]).toEqual([
      IDLE,
      "safeIdle RCS",
    ]);
    expect(told(sees(switchedOn(safetyMachine, false), PRESSED))).toBe(IDLE);
    expect(told(sees(sees(switchedOn(safetyMachine, false), BORNE), PRESSED))).toBe("lowering CS");
  });
});

describe("SR-27 the acts", () => {
  test("are taken in their order alone, each once", () => {
    for (const motion of ["safeIdle", "protectiveStop"] as const) {
      const stop = state(motion, "RCS");
      expect([does(stop, "CONFIRM"), does(stop, "START")]).toEqual([`${motion} RCS`, `${motion} RCS`]);
      expect(does(stop, "RESET")).toBe(`${motion} CS`);
      expect(does(stop, "RESET", "START")).toBe(`${motion} CS`);
      expect(does(stop, "RESET", "CONFIRM")).toBe(`${motion} S`);
      expect(does(stop, "RESET", "CONFIRM", "START")).toBe("ready");
      expect(does(state(motion, "RS"), "START")).toBe(`${motion} RS`);
      expect(does(state(motion, "S"), "CONFIRM")).toBe(`${motion} S`);
    }
  });
  test("are refused while a stop is demanded, but in safe idle a reset is not by what is merely silent", () => {
    expect(does(state("protectiveStop", "RCS", { demand: "stop" }), "RESET")).toBe(STOPPED);
    expect(does(state("safeIdle", "RCS", { demand: "stop" }), "RESET")).toBe(IDLE);
    expect(does(state("safeIdle", "RCS", STOP), "RESET")).toBe("protectiveStop RCS");
    for (const motion of ["safeIdle", "protectiveStop"] as const) {
      expect(does(state(motion, "S", { demand: "stop" }), "START")).not.toBe("ready");
      expect(does(state(motion, "S", { demand: "hold" }), "START")).toBe("holding");
    }
  });
  test("are refused on a demand to lower but for a reset, which leads no further than that", () => {
    expect(does(state("protectiveStop", "RCS", LOWER), "RESET", "CONFIRM", "START")).toBe(WAITS);
    expect(does(state("safeIdle", "CS", { demand: "lower" }), "CONFIRM")).toBe("safeIdle CS");
    expect(does(state("protectiveStop", "S", LOWER), "START")).toBe(WAITS);
    expect(does(state("protectiveStop", "CS", { demand: "hold" }), "CONFIRM")).toBe("protectiveStop S");
  });
  test("lead out of emergency stop and fault by a reset alone, and only once the cause is gone", () => {
    for (const motion of ["emergencyStop", "fault"] as const) {
      expect(does(state(motion, "RCS"), "CONFIRM", "START")).toBe(`${motion} RCS`);
      expect(does(state(motion, "RCS"), "RESET")).toBe("protectiveStop CS");
      expect(does(state(motion, "RCS", { demand: "stop" }), "RESET")).toBe(STOPPED);
    }
    expect(does(state("emergencyStop", "RCS", { demand: "emergency" }), "RESET")).toBe(EMERGENCY);
    expect(does(state("emergencyStop", "RCS", { distrusted: true }), "RESET")).toBe(EMERGENCY);
    expect(does(state("fault", "RCS", { distrusted: true }), "RESET")).toBe(FAULT);
  });
  test("begin no motion: what was wished or pressed before is forgotten", () => {
    const wished = { ...PRESSED, wanted: true };
    expect(does(state("protectiveStop", "RCS", wished, true), "RESET")).toBe("protectiveStop CS");
    for (const motion of ["safeIdle", "protectiveStop"] as const)
      expect(does(state(motion, "S", wished, true), "START")).toBe("ready");
    const reset = afterEvent(safetyMachine, state("emergencyStop", "RCS", PRESSED), { type: "RESET" });
    expect(told(reset)).toBe("protectiveStop CS");
  });
});

test("only what moves is tagged as motion", () =>
  expect(
    (
      [
        "safeIdle",
        "ready",
        "moving",
        "holding",
        "lowering",
        "protectiveStop",
        "emergencyStop",
        "fault",
      ] as const
    ).filter((motion) => state(motion, "").hasTag("motion")),
  ).toEqual(["moving", "lowering"]));
