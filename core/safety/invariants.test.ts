// Each invariant can fail: a state that breaks it alone, or with those that say the same, and its neighbours that keep it.
import { describe, expect, test } from "vitest";
import { invariants, lasting } from "./invariants.ts";
import { safetyMachine, type Judged } from "./machine.ts";
import { started } from "./rehearsal.ts";
import type { Clears, Rule } from "./rule.ts";
import { MOTIONS, type Supervisor } from "./supervisor.ts";

type Motion = (typeof MOTIONS)[number];
const CALM: Judged = {
  demand: "none",
  alarm: "none",
  newStop: false,
  distrusted: false,
  load: "bearing",
  wanted: true,
  held: true,
  lowerable: true,
};
const WAITS_FOR_NOTHING = { needsReset: false, needsConfirmation: false, needsStart: false };
const WAITS_FOR_START = { ...WAITS_FOR_NOTHING, needsStart: true };
const WAITS_FOR_ALL = { needsReset: true, needsConfirmation: true, needsStart: true };
/** What each state waits for when it waits for as little as it may. */
const waitsOf = (motion: Motion) =>
  ["ready", "moving", "holding", "lowering"].includes(motion) ? WAITS_FOR_NOTHING : WAITS_FOR_START;
/** The invariants that a state breaks, in their order. */
function broken(motion: Motion, judged: Partial<Judged> = {}, waits = waitsOf(motion)) {
  const context = { judged: { ...CALM, ...judged }, wasHeld: false, ...waits };
  const state = safetyMachine.resolveState({ value: motion, context });
  return Object.entries(invariants).flatMap(([name, holds]) => (holds(state) ? [] : [name]));
}
const but = (...kept: Motion[]) => MOTIONS.filter((motion) => !kept.includes(motion));
const STOPPED = ["protectiveStop", "emergencyStop", "fault"] as const;

test("there are thirteen, and a calm state of each kind keeps them all", () => {
  expect(Object.keys(invariants)).toHaveLength(13);
  for (const motion of MOTIONS) expect([motion, broken(motion)]).toEqual([motion, []]);
});

describe("broken is", () => {
  test("“moves only on none or slow” by a hold, and by nothing milder", () => {
    const name = "moves as asked, or is ready to, only on demand none or slow";
    for (const motion of ["ready", "moving"] as const) {
      expect(broken(motion, { demand: "slow" })).toEqual([]);
      for (const demand of ["hold", "stop"] as const) expect(broken(motion, { demand })).toEqual([name]);
    }
    for (const motion of but("ready", "moving")) expect(broken(motion, { demand: "hold" })).toEqual([]);
  });
  test("“nothing moves but lowering” on a demand to lower, wherever confirmation and start do not follow", () => {
    const name = "on a demand to lower nothing moves but lowering, and confirmation and start follow it";
    const lower: Partial<Judged> = { demand: "lower", alarm: "lower" };
    const waits = { needsReset: false, needsConfirmation: true, needsStart: true };
    expect(broken("holding", lower)).toEqual([name]);
    for (const motion of ["ready", "moving", "holding"] as const)
      expect(broken(motion, lower, waits)).toContain(name);
    for (const motion of [...STOPPED, "lowering"] as const) {
      expect(broken(motion, lower)).toEqual([name]);
      expect(broken(motion, lower, waits)).toEqual([]);
    }
    expect(broken("safeIdle", lower)).toEqual([]);
  });
  test("“only when somebody asks” by motion alone", () => {
    expect(broken("moving", { wanted: false })).toEqual(["moves as asked only when somebody asks"]);
    for (const motion of but("moving")) expect(broken(motion, { wanted: false })).toEqual([]);
  });
  test("“an emergency means emergency stop” in every other state", () => {
    const name = "an emergency means emergency stop, from wherever";
    for (const motion of but("emergencyStop")) expect(broken(motion, { alarm: "emergency" })).toContain(name);
    expect(broken("emergencyStop", { alarm: "emergency" })).toEqual([]);
    for (const motion of but("ready", "moving", "holding", "safeIdle"))
      expect(broken(motion, { alarm: "stop" })).toEqual([]);
  });
  test("“a silent circuit is one too” in every state but safe idle", () => {
    const name = "a silent emergency stop circuit is one too, once the robot was started";
    for (const motion of but("emergencyStop", "safeIdle"))
      expect(broken(motion, { demand: "emergency" })).toContain(name);
    for (const motion of ["emergencyStop", "safeIdle"] as const)
      expect(broken(motion, { demand: "emergency" })).toEqual([]);
  });
  test("“a stop demand means stopped, or lowering” in any other state", () => {
    const name = "a stop demand means stopped, or lowering a person";
    for (const motion of but(...STOPPED, "lowering"))
      expect(broken(motion, { alarm: "stop" })).toEqual([name]);
    for (const motion of [...STOPPED, "lowering"] as const)
      expect(broken(motion, { alarm: "stop" })).toEqual([]);
    for (const motion of MOTIONS) expect(broken(motion, { alarm: "lower" })).toEqual([]);
  });
  test("“distrust means fault” wherever it is not, but for an emergency stop", () => {
    const name = "distrust means fault, or an emergency stop";
    for (const motion of but("fault", "emergencyStop"))
      expect(broken(motion, { distrusted: true })).toEqual([name]);
    for (const motion of ["fault", "emergencyStop"] as const)
      expect(broken(motion, { distrusted: true })).toEqual([]);
  });
  test("“nothing that waits moves as asked” by each of the three acts", () => {
    const name = "nothing that waits for reset, confirmation or start moves as asked";
    for (const motion of ["ready", "moving", "holding"] as const) {
      for (const act of ["needsReset", "needsConfirmation", "needsStart"] as const)
        expect(broken(motion, {}, { ...WAITS_FOR_NOTHING, [act]: true })).toContain(name);
      expect(broken(motion, {}, WAITS_FOR_START)).toEqual([name]);
    }
    for (const motion of but("ready", "moving", "holding"))
      expect(broken(motion, {}, WAITS_FOR_ALL)).toEqual([]);
  });
  test("“a stopped robot waits for start” by one that does not", () => {
    for (const motion of [...STOPPED, "safeIdle"] as const)
      expect(broken(motion, {}, WAITS_FOR_NOTHING)).toEqual(["a stopped robot waits for start"]);
  });
  test("“reset, confirmation, start” by one that waits for the first without the last", () => {
    const name = "reset comes before confirmation, confirmation before start";
    const waits = (needsReset: boolean, needsConfirmation: boolean, needsStart: boolean) =>
      broken("lowering", {}, { needsReset, needsConfirmation, needsStart });
    expect([waits(true, false, true), waits(true, true, false), waits(false, true, false)]).toEqual([
      [name],
      [name],
      [name],
    ]);
    expect([waits(true, true, true), waits(false, true, true), waits(false, false, true)]).toEqual([
      [],
      [],
      [],
    ]);
  });
  test("“lowers only a person” with nobody borne, nothing pressed, or no way", () => {
    const name = "lowers only a person, only while held, only where there is a way";
    const without: Partial<Judged>[] = [{ load: "none" }, { held: false }, { lowerable: false }];
    for (const judged of without) {
      expect(broken("lowering", judged)).toEqual([name]);
      for (const motion of but("lowering")) expect(broken(motion, judged)).toEqual([]);
    }
    for (const load of ["touching", "unknown"] as const) expect(broken("lowering", { load })).toEqual([]);
  });
  test("“never lowers in an emergency, nor on a new stop” by either", () => {
    const name = "never lowers in an emergency, nor on a stop that has just begun";
    expect(broken("lowering", { demand: "emergency" })).toContain(name);
    expect(broken("lowering", { newStop: true })).toEqual([name]);
    for (const motion of but("lowering")) expect(broken(motion, { newStop: true })).toEqual([]);
  });
  test("“only moving and lowering are motion” by a tag on any other state", () => {
    const name = "only moving and lowering are motion";
    for (const motion of MOTIONS) {
      const context = { judged: CALM, wasHeld: false, ...waitsOf(motion) };
      const state = safetyMachine.resolveState({ value: motion, context });
      const tagged = Object.assign(state, { hasTag: (tag: string) => tag === "motion" });
      expect(invariants[name]?.(tagged)).toBe(motion === "moving" || motion === "lowering");
    }
  });
});

describe("between two steps of one life", () => {
  const rule = (clears: Clears): Rule => ({
    requirement: "SR-39",
    when: "reason.power_failing",
    demand: "stop",
    clears,
    broken: () => true,
  });
  const kinds = ["itself", "mode_change", "reset", "release_and_reset", "restart"] as const;
  const { supervisor: free } = started();
  const { supervisor: borne } = started().see({ load: "touching" });
  /** The invariants that do not hold where what was broken is so no longer. */
  const cleared = (clears: Clears, now: Supervisor) =>
    Object.entries(lasting).flatMap(([name, holds]) =>
      holds({ ...free, broken: [rule(clears)] }, now) ? [] : [name],
    );
  test("a rule that clears on restart may not be cleared, and one on mode change with nobody in the arms alone", () => {
    const restart = "a rule that clears on restart stays broken for the rest of this life";
    const mode = "a rule that clears on mode change stays broken while somebody is in the arms";
    const [none, one] = [free, borne].map((now) => kinds.map((clears) => cleared(clears, now)));
    expect(none).toEqual([[], [], [], [], [restart]]);
    expect(one).toEqual([[], [mode], [], [], [restart]]);
  });
  test("one that stays broken beside it excuses none", () => {
    for (const clears of ["mode_change", "restart"] as const) {
      const other = rule("itself");
      const before = { ...borne, broken: [other, rule(clears)] };
      const now = { ...borne, broken: [other] };
      expect(Object.values(lasting).filter((holds) => !holds(before, now))).toHaveLength(1);
    }
  });
  test("what stays broken breaks neither", () => {
    for (const clears of ["mode_change", "restart"] as const) {
      const stays = { ...borne, broken: [rule(clears)] };
      expect(Object.values(lasting).map((holds) => holds(stays, stays))).toEqual([true, true]);
    }
  });
});
