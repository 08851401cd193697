// The safety rules, one row each: nothing else in the code decides to slow, hold or stop the robot.
import { LIMITS } from "./limits.ts";
import { isLoaded, type Observations } from "./observations.ts";
import type { Rule } from "./rule.ts";

/** Nothing is lifted and the pads are free of the person: what is stale only holds. */
const unloaded = (seen: Observations) => !isLoaded(seen);

const jointsUnknown = (seen: Observations) => !(seen.jointAge <= LIMITS.sensorAge);
const odometryUnknown = (seen: Observations) => !(seen.odometryAge <= LIMITS.sensorAge);
const wrenchUnknown = (seen: Observations) => !(seen.wrenchAge <= LIMITS.sensorAge);
const contactUnknown = (seen: Observations) => !(seen.contactAge <= LIMITS.sensorAge);
const imuUnknown = (seen: Observations) => !(seen.imuAge <= LIMITS.sensorAge);
const linkSilent = (seen: Observations) => !(seen.linkAge <= LIMITS.linkAge);
const personLost = (seen: Observations) => !(seen.personAge <= LIMITS.personAgeStop);
const powerUnknown = (seen: Observations) => !(seen.powerAge <= LIMITS.powerAge);
const gateSilent = (seen: Observations) => !(seen.gateAge <= LIMITS.gateAge);

/** Rows that clear by themselves when their cause is gone. */
const passing = { clears: "itself" } as const;
/** Rows that stop and stay: protective stop until reset. */
const latched = { demand: "stop", clears: "reset" } as const;
const held = { demand: "hold", ...passing } as const;
const slowed = { demand: "slow", ...passing } as const;
/** Rows after which a person in the arms goes down and nowhere else, also when the cause has gone. */
const onlyDown = { demand: "lower", clears: "mode_change" } as const;
/** Rows that tell of broken electronics: what lied once is not believed again in this life. */
const untilRestart = { demand: "stop", clears: "restart" } as const;
/** Rows broken by silence alone. */
const silence = true as const;
/** Rows under which the way back cannot be followed. */
const forbidsLowering = true as const;
/** Rows by which a person says stop. */
const deliberate = true as const;
/** Rows to which lowering is the answer. */
const loweringAnswers = true as const;
/** Rows for which a stop under power is not enough. */
const setsBrakes = true as const;

// prettier-ignore
export const rules: readonly Rule[] = [
  { requirement: "SR-1", when: "reason.estop_pressed", demand: "emergency", clears: "release_and_reset", forbidsLowering, broken: (seen) => seen.estopPressed },
  { requirement: "SR-2", when: "reason.estop_silent", demand: "emergency", clears: "release_and_reset", forbidsLowering, silence, broken: (seen) => !(seen.estopAge <= LIMITS.estopAge) },
  { requirement: "SR-3", when: "reason.clock_wrong", ...latched, forbidsLowering, distrust: true, broken: (seen) => seen.clockWrong },
  { requirement: "SR-4", when: "reason.operator_stop", ...latched, deliberate, broken: (seen) => seen.operatorStopped },
  { requirement: "SR-5", when: "reason.resident_stop", ...latched, deliberate, broken: (seen) => seen.residentStopped },

  { requirement: "SR-6", when: "reason.contact_force", ...latched, broken: (seen) => !(seen.contactShare <= 1) },
  { requirement: "SR-7", when: "reason.contact_unknown", ...latched, silence, broken: (seen) => isLoaded(seen) && contactUnknown(seen) },
  { requirement: "SR-7", when: "reason.contact_unknown", ...held, silence, broken: (seen) => unloaded(seen) && contactUnknown(seen) },
  { requirement: "SR-8", when: "reason.support_force", ...latched, lasts: LIMITS.forceLasts, loweringAnswers, broken: (seen) => isLoaded(seen) && !wrenchUnknown(seen) && !(seen.supportForce <= seen.supportLimit) },
  { requirement: "SR-9", when: "reason.wrench_unknown", ...latched, silence, broken: wrenchUnknown },

  { requirement: "SR-10", when: "reason.person_not_seen", ...latched, silence, broken: (seen) => isLoaded(seen) && personLost(seen) },
  { requirement: "SR-10", when: "reason.person_not_seen", ...held, silence, broken: (seen) => seen.taskActive && unloaded(seen) && personLost(seen) },
  { requirement: "SR-11", when: "reason.person_stale", ...slowed, silence, broken: (seen) => (seen.taskActive || isLoaded(seen)) && !(seen.personAge <= LIMITS.personAgeSlow) },
  { requirement: "SR-12", when: "reason.trunk_tilt", ...latched, lasts: LIMITS.tiltLasts, broken: (seen) => isLoaded(seen) && !(Math.abs(seen.trunkTilt) <= LIMITS.trunkTilt) },
  { requirement: "SR-13", when: "reason.person_close", ...slowed, broken: (seen) => unloaded(seen) && !(seen.nearest >= LIMITS.nearest) },
  { requirement: "SR-13", when: "reason.scan_unknown", ...slowed, silence, broken: (seen) => !(seen.scanAge <= LIMITS.scanAge) },

  { requirement: "SR-14", when: "reason.robot_tilt", ...latched, broken: (seen) => !(Math.abs(seen.robotTilt) <= LIMITS.robotTilt) },
  { requirement: "SR-14", when: "reason.imu_unknown", ...latched, silence, broken: (seen) => isLoaded(seen) && imuUnknown(seen) },
  { requirement: "SR-14", when: "reason.imu_unknown", ...held, silence, broken: (seen) => unloaded(seen) && imuUnknown(seen) },
  { requirement: "SR-15", when: "reason.lift_speed", ...latched, broken: (seen) => !(Math.abs(seen.liftSpeed) <= LIMITS.liftSpeed) },
  { requirement: "SR-16", when: "reason.joints_unknown", ...latched, silence, forbidsLowering, broken: (seen) => isLoaded(seen) && jointsUnknown(seen) },
  { requirement: "SR-16", when: "reason.joints_unknown", ...held, silence, broken: (seen) => unloaded(seen) && jointsUnknown(seen) },
  { requirement: "SR-16", when: "reason.odometry_unknown", ...latched, silence, forbidsLowering, broken: (seen) => isLoaded(seen) && odometryUnknown(seen) },
  { requirement: "SR-16", when: "reason.odometry_unknown", ...held, silence, broken: (seen) => unloaded(seen) && odometryUnknown(seen) },
  { requirement: "SR-56", when: "reason.not_as_commanded", ...latched, loweringAnswers, broken: (seen) => !(seen.deviation <= 1) },
  { requirement: "SR-56", when: "reason.motion_frozen", ...latched, forbidsLowering, broken: (seen) => !(seen.motionFrozen <= LIMITS.frozen) },
  { requirement: "SR-56", when: "reason.sense_frozen", ...untilRestart, broken: (seen) => !(seen.senseFrozen <= LIMITS.frozen) },
  { requirement: "SR-57", when: "reason.moves_when_stopped", ...latched, loweringAnswers, setsBrakes, broken: (seen) => !(seen.stoppedFor <= 0) && !(seen.unrest <= 1) },
  { requirement: "SR-57", when: "reason.stopped_long", ...held, setsBrakes, broken: (seen) => !(seen.stoppedFor <= LIMITS.stopPowered) },
  { requirement: "SR-17", when: "reason.gate_silent", ...latched, silence, forbidsLowering, broken: (seen) => isLoaded(seen) && gateSilent(seen) },
  { requirement: "SR-17", when: "reason.gate_silent", ...held, silence, broken: (seen) => unloaded(seen) && gateSilent(seen) },
  { requirement: "SR-60", when: "reason.group_lost", ...held, broken: (seen) => seen.groupLost },
  { requirement: "SR-46", when: "reason.power_failing", ...onlyDown, broken: (seen) => isLoaded(seen) && seen.supplyFails },
  { requirement: "SR-46", when: "reason.power_failing", ...latched, broken: (seen) => unloaded(seen) && seen.supplyFails },
  { requirement: "SR-46", when: "reason.power_unknown", ...held, silence, broken: powerUnknown },
  { requirement: "SR-46", when: "reason.charge_low", ...held, broken: (seen) => seen.taskActive && unloaded(seen) && !powerUnknown(seen) && !(seen.charge > LIMITS.chargeLow) },
  { requirement: "SR-47", when: "reason.resident_not_liftable", ...held, broken: (seen) => seen.taskActive && unloaded(seen) && !(seen.residentMass < LIMITS.residentMass) },

  { requirement: "SR-18", when: "reason.link_silent", ...latched, silence, broken: (seen) => isLoaded(seen) && linkSilent(seen) },
  { requirement: "SR-18", when: "reason.link_silent", ...held, silence, broken: (seen) => unloaded(seen) && linkSilent(seen) },
  { requirement: "SR-35", when: "reason.remote_without_consent", ...held, broken: (seen) => isLoaded(seen) && seen.unansweredOnSite },
  { requirement: "SR-37", when: "reason.seat_gone", ...held, forbidsLowering, broken: (seen) => isLoaded(seen) && seen.seatGone },
  { requirement: "SR-19", when: "reason.round_trip_slow", ...slowed, broken: (seen) => !(seen.roundTrip <= LIMITS.roundTripSlow) },
  { requirement: "SR-19", when: "reason.round_trip_long", ...slowed, blocksDrive: true, broken: (seen) => !(seen.roundTrip <= LIMITS.roundTripLong) },
  { requirement: "SR-20", when: "reason.task_silent", ...latched, silence, broken: (seen) => seen.load === "bearing" && !seen.taskActive },
  { requirement: "SR-20", when: "reason.task_silent", ...held, silence, broken: (seen) => !(seen.taskSilence <= LIMITS.taskSilence) && (isLoaded(seen) || !(seen.taskSilence > LIMITS.taskGone)) },
];
