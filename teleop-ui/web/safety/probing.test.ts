// What rules look at and where their limits lie is found by asking them; every row can be broken by hand.
import { describe, expect, test } from "vitest";
import { LIMITS } from "../../../core/safety/limits.ts";
import { LOADS } from "../../../core/safety/observations.ts";
import type { Rule } from "../../../core/safety/rule.ts";
import { rules } from "../../../core/safety/rules.ts";
import { seconds } from "../../../core/units.ts";
import { kindOf, type Key } from "./conditions.ts";
import { limitsOf, looksAt, valuesOf } from "./probing.ts";
import { BEDSIDE, begin, ELSEWHERE } from "./situations.ts";
import { pass, setPresent, setSeen, type Trial } from "./trial.ts";

const rowOf = (when: string, demand: string) =>
  rules.find((row) => row.when === when && row.demand === demand);
const looks = (when: string, demand: string) => {
  const row = rowOf(when, demand);
  return row === undefined ? [] : looksAt(row);
};

describe("a rule tells by itself", () => {
  test("what it looks at, also what it reads only when something else is wrong", () => {
    expect(looks("reason.estop_pressed", "emergency")).toEqual(["estopPressed"]);
    expect(looks("reason.support_force", "stop")).toEqual([
      "load",
      "supportForce",
      "supportLimit",
      "wrenchAge",
    ]);
    expect(looks("reason.task_silent", "hold")).toEqual(["load", "taskSilence"]);
  });
  test("where its limits lie, and which of them another observation moves", () => {
    expect(limitsOf("personAge", rules).fixed).toEqual([LIMITS.personAgeSlow, LIMITS.personAgeStop]);
    expect(limitsOf("nearest", rules).fixed).toEqual([LIMITS.nearest]);
    expect(limitsOf("trunkTilt", rules).fixed[0]).toBeCloseTo(LIMITS.trunkTilt, 8);
    expect(limitsOf("supportForce", rules)).toEqual({ all: [360], fixed: [] });
  });
  test("a row that nobody has written down anywhere else, with a limit of its own", () => {
    const row: Rule = {
      requirement: "SR-15",
      when: "reason.lift_speed",
      demand: "slow",
      clears: "itself",
      broken: (seen) => !(seen.liftSpeed <= 0.06),
    };
    expect(limitsOf("liftSpeed", [...rules, row]).fixed).toEqual([0.06, LIMITS.liftSpeed]);
    expect(looksAt(row)).toEqual(["liftSpeed"]);
  });
});

test("there is a value for each answer of the rules: calm, between limits, past them, never heard, unknown", () => {
  const values = valuesOf("personAge", limitsOf("personAge", rules).all);
  expect(values).toEqual([0, 0.35, 0.75, Infinity, NaN]);
  expect(valuesOf("nearest", [LIMITS.nearest])).toEqual([Infinity, LIMITS.nearest / 2, NaN]);
});

/** Everything that a hand can do to one observation. */
function handlesOf(key: Key): ((trial: Trial) => Trial)[] {
  if (key === "unansweredOnSite")
    return [(trial) => setPresent(setPresent(trial, BEDSIDE, false), ELSEWHERE, true)];
  if (key === "load") return LOADS.map((load) => (trial) => setSeen(trial, key, load));
  if (kindOf(key) === "fact")
    return [true, false].map((fact) => (trial) => setSeen(trial, key, fact as never));
  return valuesOf(key, limitsOf(key, rules).all).map(
    (value) => (trial) => setSeen(trial, key, value as never),
  );
}

test.each(rules.map((rule) => [`${rule.requirement} ${rule.when} ${rule.demand}`, rule] as const))(
  "a hand can break %s",
  (_name, rule) => {
    const handles = looksAt(rule).flatMap(handlesOf);
    const begun = begin("lift", rules);
    const broken = handles.some((first) =>
      handles.some((second) =>
        pass(second(first(begun)), rule.lasts ?? seconds(0)).supervisor.broken.includes(rule),
      ),
    );
    expect(broken).toBe(true);
    expect(begun.supervisor.broken).toEqual([]);
  },
);
