// Each limit of the rules to the number: at it nothing is demanded, a millisecond, a degree or a newton past it something is.
import { expect, test } from "vitest";
import { degrees, seconds } from "../units.ts";
import type { Demand } from "./demands.ts";
import { LIMITS } from "./limits.ts";
import type { Observations } from "./observations.ts";
import { BORNE, CALM } from "./rehearsal.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

type Age = {
  [Key in keyof Observations]: Observations[Key] extends number ? Key : never;
}[keyof Observations];
/** Whatever of the table these moments break, without waiting for what must last. */
const broken = (change: Partial<Observations>) =>
  rules.filter((rule) => rule.broken({ ...CALM, ...change })).map(({ when }) => when);

test.each<[requirement: string, of: Age, limit: number]>([
  ["SR-2", "estopAge", LIMITS.estopAge],
  ["SR-7", "contactAge", LIMITS.sensorAge],
  ["SR-9", "wrenchAge", LIMITS.sensorAge],
  ["SR-11", "personAge", LIMITS.personAgeSlow],
  ["SR-13", "scanAge", LIMITS.scanAge],
  ["SR-14", "imuAge", LIMITS.sensorAge],
  ["SR-16", "jointAge", LIMITS.sensorAge],
  ["SR-16", "odometryAge", LIMITS.sensorAge],
  ["SR-17", "gateAge", LIMITS.gateAge],
  ["SR-56", "deviation", 1],
  ["SR-56", "motionFrozen", LIMITS.frozen],
  ["SR-56", "senseFrozen", LIMITS.frozen],
  ["SR-57", "stoppedFor", LIMITS.stopPowered],
  ["SR-18", "linkAge", LIMITS.linkAge],
  ["SR-19", "roundTrip", LIMITS.roundTripSlow],
  ["SR-20", "taskSilence", LIMITS.taskSilence],
  ["SR-46", "powerAge", LIMITS.powerAge],
])(
  "%s %s at its limit is heard of, with somebody borne too, and a millisecond later is not",
  (_, of, limit) => {
    for (const hands of [{ taskActive: true }, BORNE]) {
      expect(broken({ ...hands, [of]: limit })).toEqual([]);
      expect(broken({ ...hands, [of]: limit + 0.001 })).not.toEqual([]);
    }
  },
);
test("SR-12 and SR-14 a lean and a tilt count by their size, on either side", () => {
  for (const side of [1, -1]) {
    expect(broken({ ...BORNE, trunkTilt: degrees(15 * side), robotTilt: degrees(5 * side) })).toEqual([]);
    expect(broken({ ...BORNE, trunkTilt: degrees(15.1 * side) })).toEqual(["reason.trunk_tilt"]);
    expect(broken({ robotTilt: degrees(5.1 * side) })).toEqual(["reason.robot_tilt"]);
  }
});
test("SR-8 nobody's weight counts while the sensors are not heard of, which is a stop of its own", () =>
  expect(
    broken({ ...BORNE, supportForce: 9999 as Observations["supportForce"], wrenchAge: seconds(1) }),
  ).toEqual(["reason.wrench_unknown"]));
test("SR-46 a charge counts only while it is heard of, and for a task that has nobody in its arms", () => {
  expect(broken({ taskActive: true, charge: LIMITS.chargeLow })).toEqual(["reason.charge_low"]);
  expect(broken({ taskActive: true, charge: 0, powerAge: seconds(2) })).toEqual(["reason.power_unknown"]);
  for (const hands of [{}, BORNE]) expect(broken({ ...hands, charge: 0 })).toEqual([]);
});
test("SR-20 a task that has been gone for two seconds holds an empty robot no more, to the moment", () => {
  expect(broken({ taskSilence: LIMITS.taskGone })).toEqual(["reason.task_silent"]);
  expect(broken({ taskSilence: seconds(LIMITS.taskGone + 0.001) })).toEqual([]);
});
test("SR-19 a round trip at the longer of its limits only slows, and past it an operator does not drive", () => {
  expect(broken({ roundTrip: LIMITS.roundTripLong })).toEqual(["reason.round_trip_slow"]);
  expect(broken({ roundTrip: seconds(LIMITS.roundTripLong + 0.001) })).toEqual([
    "reason.round_trip_slow",
    "reason.round_trip_long",
  ]);
});
test("every row names its requirement, and clears by what its demand asks of people", () => {
  const clears: Record<Demand, readonly Rule["clears"][]> = {
    none: [],
    slow: ["itself"],
    hold: ["itself"],
    lower: ["mode_change"],
    stop: ["reset", "restart"],
    emergency: ["release_and_reset"],
  };
  for (const rule of rules) {
    expect(rule.requirement).toMatch(/^SR-[1-9]\d*$/);
    expect(clears[rule.demand], rule.when).toContain(rule.clears);
    // nobody hangs in the arms until the next life, nor where only lowering may follow
    if (rule.clears === "restart" || rule.clears === "mode_change")
      expect(rule.forbidsLowering ?? rule.distrust, rule.when).toBeUndefined();
  }
});
