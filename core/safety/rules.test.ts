// Each safety rule alone, by its requirement: at its limit, past it, on NaN and on Infinity, empty-handed and with a person borne.
import { describe, expect, test } from "vitest";
import {
  degrees,
  kilograms,
  metres,
  metresPerSecond,
  milliseconds,
  newtons,
  radians,
  seconds,
} from "../units.ts";
import type { Observations } from "./observations.ts";
import { BORNE, started } from "./rehearsal.ts";
import { rules } from "./rules.ts";

type Seen = Partial<Observations>;
/** The demand and speed scale after `seen` was there for a moment, or for `lasting`. */
const demand = (seen: Seen, lasting = seconds(0)) => started().see(seen, lasting).verdict.demand;
const borne = (seen: Seen, lasting = seconds(0)) => demand({ ...BORNE, ...seen }, lasting);
const unknowns = [NaN, Infinity] as const;

test("SR-1 a pressed emergency stop is an emergency", () => {
  expect(started().see({ estopPressed: true }).motion).toBe("emergencyStop");
  expect(started().see({ ...BORNE, estopPressed: true }).motion).toBe("emergencyStop");
});
test("SR-2 a silent emergency stop circuit is an emergency", () => {
  expect(demand({ estopAge: milliseconds(100) })).toBe("none");
  for (const age of [0.101, ...unknowns]) expect(demand({ estopAge: seconds(age) })).toBe("emergency");
});
describe("SR-3 a clock nobody can trust is a fault", () => {
  test("when a stamp lies in the future", () =>
    expect(started().see({ clockWrong: true }).motion).toBe("fault"));
  test("when our own time runs backwards", () =>
    expect(started().see({}, seconds(1)).shiftClock(seconds(-0.5)).see().motion).toBe("fault"));
  test("when our own time is not a number", () =>
    expect(started().shiftClock(seconds(NaN)).see().motion).toBe("fault"));
});
test("SR-4 the operator's stop is a protective stop", () => {
  expect(started().see({ operatorStopped: true }).motion).toBe("protectiveStop");
  const byAct = started();
  byAct.stop();
  expect(byAct.see().motion).toBe("protectiveStop");
});
test("SR-5 the resident's stop is a protective stop", () =>
  expect(started().see({ residentStopped: true }).motion).toBe("protectiveStop"));

test("SR-6 contact above the permitted force stops", () => {
  expect(demand({ contactShare: 1 })).toBe("none");
  for (const share of [1.001, ...unknowns]) expect(demand({ contactShare: share })).toBe("stop");
});
test("SR-7 unknown contact holds empty-handed and stops with a person borne", () => {
  expect(borne({ contactAge: milliseconds(100) })).toBe("none");
  for (const age of [0.101, ...unknowns]) {
    expect(demand({ contactAge: seconds(age) })).toBe("hold");
    expect(borne({ contactAge: seconds(age) })).toBe("stop");
  }
});
test("SR-8 pads that carry more than 60 % of body weight stop", () => {
  const limit = newtons(360);
  expect(borne({ supportLimit: limit, supportForce: limit }, seconds(1))).toBe("none");
  expect(borne({ supportLimit: limit, supportForce: newtons(361) })).toBe("none");
  expect(borne({ supportLimit: limit, supportForce: newtons(361) }, milliseconds(100))).toBe("stop");
  for (const force of unknowns)
    expect(borne({ supportForce: newtons(force) }, milliseconds(100))).toBe("stop");
  expect(borne({ supportLimit: newtons(NaN) }, milliseconds(100))).toBe("stop");
});
test("SR-9 an unknown force sensor stops, for somebody may be borne", () => {
  expect(demand({ wrenchAge: milliseconds(100) })).toBe("none");
  for (const age of [0.101, ...unknowns]) expect(demand({ wrenchAge: seconds(age) })).toBe("stop");
});

test("SR-10 a person not seen for half a second holds a task, and stops it with the person borne", () => {
  expect(borne({ personAge: milliseconds(500) })).toBe("slow");
  expect(demand({ personAge: seconds(9) })).toBe("none");
  for (const age of [0.501, ...unknowns]) {
    expect(demand({ taskActive: true, personAge: seconds(age) })).toBe("hold");
    expect(borne({ taskActive: false, personAge: seconds(age) })).toBe("stop");
  }
});
test("SR-11 a person seen more than 200 ms ago slows a task", () => {
  expect(demand({ taskActive: true, personAge: milliseconds(200) })).toBe("none");
  expect(demand({ taskActive: true, personAge: milliseconds(201) })).toBe("slow");
  expect(demand({ load: "touching", personAge: milliseconds(201) })).toBe("slow");
});
test("SR-12 a trunk that leans sideways more than 15° for half a second stops", () => {
  for (const side of [1, -1]) {
    expect(borne({ trunkTilt: radians(side * degrees(15)) }, seconds(2))).toBe("none");
    expect(borne({ trunkTilt: radians(side * degrees(15.1)) }, milliseconds(400))).toBe("none");
    expect(borne({ trunkTilt: radians(side * degrees(15.1)) }, milliseconds(520))).toBe("stop");
  }
  expect(borne({ trunkTilt: radians(NaN) }, milliseconds(520))).toBe("stop");
  expect(demand({ trunkTilt: degrees(80) }, seconds(2))).toBe("none");
});
test("SR-13 anything within 0.6 m, and a silent lidar, slows", () => {
  expect(demand({ nearest: metres(0.6) })).toBe("none");
  for (const distance of [0.599, NaN, -1]) expect(demand({ nearest: metres(distance) })).toBe("slow");
  expect(borne({ nearest: metres(0.1) })).toBe("none");
  for (const age of [0.301, ...unknowns]) expect(demand({ scanAge: seconds(age) })).toBe("slow");
});

test("SR-14 a tilted robot stops; an unknown tilt holds empty-handed and stops with a person borne", () => {
  expect(demand({ robotTilt: degrees(5) })).toBe("none");
  for (const tilt of [degrees(5.1), degrees(-5.1), ...unknowns])
    expect(demand({ robotTilt: radians(tilt) })).toBe("stop");
  for (const age of [0.101, ...unknowns]) {
    expect(demand({ imuAge: seconds(age) })).toBe("hold");
    expect(borne({ imuAge: seconds(age) })).toBe("stop");
  }
});
test("SR-15 a lift faster than its limit stops, up or down", () => {
  expect(demand({ liftSpeed: metresPerSecond(-0.12) })).toBe("none");
  for (const speed of [0.121, -0.121, ...unknowns])
    expect(demand({ liftSpeed: metresPerSecond(speed) })).toBe("stop");
});
test("SR-16 unknown joints and odometry hold empty-handed and stop with a person borne", () => {
  for (const age of [0.101, ...unknowns].map(seconds)) {
    expect([demand({ jointAge: age }), demand({ odometryAge: age })]).toEqual(["hold", "hold"]);
    expect([borne({ jointAge: age }), borne({ odometryAge: age })]).toEqual(["stop", "stop"]);
  }
});
test("SR-17 a silent gate holds empty-handed and stops with a person borne", () => {
  for (const age of [0.301, ...unknowns].map(seconds)) {
    expect(demand({ gateAge: age })).toBe("hold");
    expect(borne({ gateAge: age })).toBe("stop");
  }
});
describe("SR-46 a supply of power", () => {
  test("that fails is a stop with nobody in the arms, and with somebody leaves only the way down", () => {
    expect(demand({ supplyFails: true })).toBe("stop");
    for (const load of ["touching", "bearing", "unknown"] as const)
      expect(borne({ supplyFails: true, load })).toBe("lower");
  });
  test("that says nothing for a second holds, with a person in the arms too", () => {
    expect(borne({ powerAge: seconds(1) })).toBe("none");
    for (const age of [1.001, ...unknowns].map(seconds)) {
      expect(demand({ powerAge: age })).toBe("hold");
      expect(borne({ powerAge: age })).toBe("hold");
    }
  });
  test("that is low, or of unknown charge, lets no task begin, and stops none with a person in the arms", () => {
    expect(demand({ taskActive: true, charge: 0.201 })).toBe("none");
    for (const charge of [0.2, 0, -1, NaN]) {
      expect(demand({ taskActive: true, charge })).toBe("hold");
      expect(demand({ charge })).toBe("none");
      expect(borne({ charge })).toBe("none");
    }
  });
});
test("SR-47 no task begins with somebody who is too heavy or not on record, and none is held with a person in the arms", () => {
  expect(demand({ taskActive: true, residentMass: kilograms(94.9) })).toBe("none");
  for (const mass of [95, ...unknowns].map(kilograms)) {
    expect(demand({ taskActive: true, residentMass: mass })).toBe("hold");
    expect(demand({ residentMass: mass })).toBe("none");
    expect(borne({ residentMass: mass })).toBe("none");
  }
});

test("SR-18 an operator silent for half a second holds, and stops with a person borne", () => {
  expect(borne({ linkAge: milliseconds(500) })).toBe("none");
  for (const age of [0.501, ...unknowns].map(seconds)) {
    expect(demand({ linkAge: age })).toBe("hold");
    expect(borne({ linkAge: age })).toBe("stop");
  }
});
describe("SR-19 the round trip of the operator's link", () => {
  const after = (roundTrip: number) => started().see({ roundTrip: seconds(roundTrip) }).verdict;
  test("up to 150 ms changes nothing", () =>
    expect(after(0.15)).toMatchObject({ demand: "none", driveBlocked: false }));
  test("above 150 ms slows", () =>
    expect(after(0.151)).toMatchObject({ speedScale: 0.5, driveBlocked: false }));
  test.each([0.301, NaN, Infinity])("of %s s slows and blocks direct driving", (roundTrip) =>
    expect(after(roundTrip)).toMatchObject({ speedScale: 0.5, driveBlocked: true }),
  );
});
describe("SR-20 a task that falls silent while it moves", () => {
  test("holds", () => {
    expect(borne({ taskSilence: milliseconds(200) })).toBe("none");
    for (const silence of [0.201, NaN, Infinity])
      expect(borne({ taskSilence: seconds(silence) })).toBe("hold");
  });
  test("that is gone altogether stops and stays stopped while a person is borne", () => {
    expect(borne({ taskActive: false })).toBe("stop");
    expect(demand({ load: "touching", taskActive: false })).toBe("none");
  });
  test("holds an empty robot for two seconds, then counts as gone", () => {
    expect(demand({ taskSilence: seconds(2) })).toBe("hold");
    expect(demand({ taskSilence: seconds(2.001) })).toBe("none");
  });
});

test("every row says in one way what it demands and how it clears", () => {
  expect(rules.length).toBeGreaterThan(30);
  for (const rule of rules) {
    const passes = rule.demand === "slow" || rule.demand === "hold";
    expect(rule.clears === "itself", `${rule.when} ${rule.demand}`).toBe(passes);
  }
  expect(new Set(rules.map((rule) => rule.when + rule.demand)).size).toBe(rules.length);
});
