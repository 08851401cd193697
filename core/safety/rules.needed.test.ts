// Every row of the rule table is needed: one moment for each, which the table without that row would let pass.
import { expect, test } from "vitest";
import { degrees, kilograms, metres, metresPerSecond, newtons, seconds } from "../units.ts";
import type { Observations } from "./observations.ts";
import { BORNE, started } from "./rehearsal.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";

const LONG = seconds(9);
const borne = (seen: Partial<Observations>) => ({ ...BORNE, ...seen });
/** For each row, by its reason and demand, what only it answers. */
const WITNESSES: Readonly<Record<string, Partial<Observations>>> = {
  "reason.estop_pressed emergency": { estopPressed: true },
  "reason.estop_silent emergency": { estopAge: LONG },
  "reason.clock_wrong stop": { clockWrong: true },
  "reason.operator_stop stop": { operatorStopped: true },
  "reason.resident_stop stop": { residentStopped: true },
  "reason.contact_force stop": { contactShare: 2 },
  "reason.contact_unknown stop": borne({ contactAge: LONG }),
  "reason.contact_unknown hold": { contactAge: LONG },
  "reason.support_force stop": borne({ supportForce: newtons(500) }),
  "reason.wrench_unknown stop": { wrenchAge: LONG },
  "reason.person_not_seen stop": borne({ personAge: LONG }),
  "reason.person_not_seen hold": { taskActive: true, personAge: LONG },
  "reason.person_stale slow": borne({ personAge: seconds(0.3) }),
  "reason.trunk_tilt stop": borne({ trunkTilt: degrees(20) }),
  "reason.person_close slow": { nearest: metres(0.1) },
  "reason.scan_unknown slow": { scanAge: LONG },
  "reason.robot_tilt stop": { robotTilt: degrees(9) },
  "reason.imu_unknown stop": borne({ imuAge: LONG }),
  "reason.imu_unknown hold": { imuAge: LONG },
  "reason.lift_speed stop": { liftSpeed: metresPerSecond(1) },
  "reason.joints_unknown stop": borne({ jointAge: LONG }),
  "reason.joints_unknown hold": { jointAge: LONG },
  "reason.odometry_unknown stop": borne({ odometryAge: LONG }),
  "reason.odometry_unknown hold": { odometryAge: LONG },
  "reason.not_as_commanded stop": { deviation: 2 },
  "reason.motion_frozen stop": { motionFrozen: LONG },
  "reason.sense_frozen stop": { senseFrozen: LONG },
  "reason.moves_when_stopped stop": { stoppedFor: seconds(1), unrest: 2 },
  "reason.stopped_long hold": { stoppedFor: seconds(61) },
  "reason.gate_silent stop": borne({ gateAge: LONG }),
  "reason.gate_silent hold": { gateAge: LONG },
  "reason.group_lost hold": { groupLost: true },
  "reason.power_failing lower": borne({ supplyFails: true }),
  "reason.power_failing stop": { supplyFails: true },
  "reason.power_unknown hold": { powerAge: LONG },
  "reason.charge_low hold": { taskActive: true, charge: 0.1 },
  "reason.resident_not_liftable hold": { taskActive: true, residentMass: kilograms(95) },
  "reason.link_silent stop": borne({ linkAge: LONG }),
  "reason.link_silent hold": { linkAge: LONG },
  "reason.round_trip_slow slow": { roundTrip: seconds(0.2) },
  "reason.round_trip_long slow": { roundTrip: LONG },
  "reason.remote_without_consent hold": borne({ unansweredOnSite: true }),
  "reason.seat_gone hold": borne({ seatGone: true }),
  "reason.task_silent stop": borne({ taskActive: false }),
  "reason.task_silent hold": borne({ taskSilence: LONG }),
};
const rowName = (rule: Rule) => `${rule.when} ${rule.demand}`;
const answer = (seen: Partial<Observations>, table: readonly Rule[]) => {
  const { demand, motion, driveBlocked } = started(table).see(seen, seconds(1)).verdict;
  return { demand, motion, driveBlocked };
};

test("there is a witness for each row, and a row for each witness", () =>
  expect(Object.keys(WITNESSES).toSorted()).toEqual(rules.map(rowName).toSorted()));

test.each(rules.map((rule) => [rowName(rule), rule] as const))(
  "without the row “%s” its witness passes",
  (name, rule) => {
    const seen = WITNESSES[name] ?? {};
    const whole = answer(seen, rules);
    expect(whole.demand).toBe(rule.demand);
    expect(
      answer(
        seen,
        rules.filter((row) => row !== rule),
      ),
    ).not.toEqual(whole);
  },
);
