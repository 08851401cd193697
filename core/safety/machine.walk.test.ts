// Walks every reachable state of the safety machine with all invariants.
import { describe, expect, test } from "vitest";
import { transition, type SnapshotFrom } from "xstate";
import { getShortestPaths } from "xstate/graph";
import { atLeast, DEMANDS, type Demand } from "./demands.ts";
import { invariants } from "./invariants.ts";
import { safetyMachine, type Judged, type SafetyEvent } from "./machine.ts";
import { LOADS } from "./observations.ts";

const both = [false, true];
type Grip = Pick<Judged, "load" | "lowerable" | "held">;
const everyGrip: Grip[] = LOADS.flatMap((load) =>
  both.flatMap((lowerable) => both.map((held) => ({ load, lowerable, held }))),
);
/** The four that differ to the machine: lowering pressed, not pressed, pressed with nobody borne, pressed without a way. */
const grips: Grip[] = [
  { load: "bearing", lowerable: true, held: true },
  { load: "bearing", lowerable: true, held: false },
  { load: "none", lowerable: true, held: true },
  { load: "bearing", lowerable: false, held: true },
];
/** Every combination that the rules can give, with these grips. */
const judgements = (of: readonly Grip[], demands: readonly Demand[]): Judged[] =>
  demands
    .flatMap((demand) =>
      (["none", demand] as const).flatMap((alarm) =>
        both.flatMap((newStop) =>
          both.flatMap((distrusted) =>
            both.flatMap((wanted) =>
              of.map((grip) => ({ demand, alarm, newStop, distrusted, wanted, ...grip })),
            ),
          ),
        ),
      ),
    )
    .filter(
      ({ demand, alarm, newStop, distrusted }) =>
        (atLeast(alarm, "lower") || alarm === "none") &&
        (!newStop || atLeast(demand, "stop")) &&
        (!distrusted || atLeast(alarm, "stop")),
    );
const acts: SafetyEvent[] = [{ type: "RESET" }, { type: "CONFIRM" }, { type: "START" }];

/**
 * All of a state that its future depends on: an observation overwrites what was judged but for the press, and the acts look
 * at the demand and at distrust. Two states alike in these behave alike for ever, so walking one of them is enough.
 */
const future = (state: SnapshotFrom<typeof safetyMachine>) => {
  const { judged, needsReset, needsConfirmation, needsStart } = state.context;
  const waits = [needsReset, needsConfirmation, needsStart];
  return JSON.stringify([state.value, waits, judged.demand, judged.distrusted, judged.held]);
};
const broken = (state: SnapshotFrom<typeof safetyMachine>) =>
  Object.entries(invariants).flatMap(([name, holds]) => (holds(state) ? [] : [name]));

describe("over every reachable state", () => {
  const walked = judgements(grips, ["none", "hold", "lower", "stop", "emergency"]);
  const events: SafetyEvent[] = [...acts, ...walked.map((judged) => ({ type: "OBSERVED" as const, judged }))];
  const states = getShortestPaths(safetyMachine, {
    events,
    serializeState: future,
    input: { latched: false },
  }).map((path) => path.state);

  test("there are enough of them, and each kind is among them", () => {
    expect(states.length).toBeGreaterThan(50);
    expect(new Set(states.map((state) => state.value)).size).toBe(8);
  });
  test("every invariant holds there, and after any step from there that the rules can give", () => {
    const steps = judgements(everyGrip, DEMANDS);
    expect(steps.length).toBeGreaterThan(500);
    for (const state of states) {
      expect(broken(state), JSON.stringify(state)).toEqual([]);
      for (const judged of steps) {
        const failed = broken(transition(safetyMachine, state, { type: "OBSERVED", judged })[0]);
        if (failed.length > 0)
          throw new Error(`${failed.join()} after ${JSON.stringify([state.value, judged])}`);
      }
    }
  });
  test("no act starts motion", () => {
    for (const state of states)
      for (const event of acts) {
        const [next] = transition(safetyMachine, state, event);
        if (next.hasTag("motion")) expect(next.value, JSON.stringify(state)).toBe(state.value);
      }
  });
  test("a person borne can be lowered from everywhere, after at most a reset, a confirmation and a start", () => {
    const calm: Judged = {
      demand: "hold",
      alarm: "none",
      newStop: false,
      distrusted: false,
      load: "bearing",
      wanted: false,
      held: false,
      lowerable: true,
    };
    const look = (held: boolean): SafetyEvent => ({ type: "OBSERVED", judged: { ...calm, held } });
    const story = [look(false), ...acts, look(false), look(true)];
    for (const state of states) {
      const end = story.reduce((snapshot, event) => transition(safetyMachine, snapshot, event)[0], state);
      expect(end.value, JSON.stringify(state)).toBe("lowering");
    }
  });
});
