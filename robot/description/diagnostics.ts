// What ROS's tools show of the robot's health: safety state, battery and alarms, each with a level, a word and its values.
import {
  AlarmRequest,
  DiagnosticStatus,
  type Alarms,
  type BatteryState,
  type SafetyState,
} from "../../core/messages.ts";
import { SAFETY_AGE } from "../../core/motion/limits.ts";
import type { Stamped } from "../../core/node.ts";
import { LIMITS } from "../../core/safety/limits.ts";
import { DEMANDS } from "../../core/safety/demands.ts";
import { MOTIONS } from "../../core/safety/supervisor.ts";
import { LOADS } from "../../core/safety/observations.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { power } from "../power.ts";
import { trueAge } from "../posture.ts";

const { OK, WARN, ERROR, STALE } = DiagnosticStatus;
/** Alarms.msg: absence for 2 s means that nobody watches over them. */
const ALARMS_AGE = seconds(2);

export interface Told {
  readonly safety: Stamped<SafetyState> | undefined;
  readonly battery: Stamped<BatteryState> | undefined;
  readonly alarms: Stamped<Alarms> | undefined;
}
type Values = Readonly<Record<string, string | number | boolean>>;

function status(name: string, level: number, message: string, values: Values = {}): DiagnosticStatus {
  const pairs = Object.entries(values).map(([key, value]) => ({ key, value: String(value) }));
  return { level, name, message, hardware_id: "", values: pairs };
}

/** One status for each that must be well, whether it has spoken or not: silence is STALE, and what is not known is no OK. */
export const statuses = (now: Seconds, { safety, battery, alarms }: Told): readonly DiagnosticStatus[] => [
  safetyStatus(now, safety),
  batteryStatus(now, battery),
  alarmStatus(now, alarms),
];

function safetyStatus(now: Seconds, heard: Told["safety"]): DiagnosticStatus {
  const name = "safety_supervisor: state";
  if (heard === undefined || !(trueAge(heard, now, () => true) <= SAFETY_AGE))
    return status(name, STALE, "silent: the robot holds");
  const { demand, motion, load, reasons, broken_requirements: broken, speed_scale: scale } = heard.message;
  return status(name, levelOf(demand, motion), MOTIONS[motion] ?? "unknown", {
    demand: DEMANDS[demand] ?? "unknown",
    load: LOADS[load] ?? "unknown",
    speed_scale: scale,
    reasons: reasons.join(" "),
    broken_requirements: broken.join(" "),
    needs_reset: heard.message.needs_reset,
    needs_confirmation: heard.message.needs_confirmation,
    needs_start: heard.message.needs_start,
  });
}

/** What holds the robot is an error from the first latched stop on; what slows it, holds it, or waits for a person is not. */
function levelOf(demand: number, motion: number): number {
  const fault = MOTIONS.indexOf("fault");
  if (!(demand >= 0 && demand < DEMANDS.length) || motion === fault || MOTIONS[motion] === undefined)
    return ERROR;
  if (demand >= DEMANDS.indexOf("lower")) return ERROR;
  return demand === DEMANDS.indexOf("none") ? OK : WARN;
}

function batteryStatus(now: Seconds, heard: Told["battery"]): DiagnosticStatus {
  const name = "battery: charge";
  const { charge, supplyFails, powerAge } = power(now, heard);
  if (heard === undefined || !(powerAge <= LIMITS.powerAge))
    return status(name, STALE, "nothing is known of it");
  const { voltage, current, power_supply_health: health } = heard.message;
  const values = { charge, voltage, current, health };
  if (supplyFails) return status(name, ERROR, "fails", values);
  return charge > LIMITS.chargeLow
    ? status(name, OK, "charged", values)
    : status(name, WARN, "low: no task begins", values);
}

function alarmStatus(now: Seconds, heard: Told["alarms"]): DiagnosticStatus {
  const name = "alarms: active";
  if (heard === undefined || !(trueAge(heard, now, () => true) <= ALARMS_AGE))
    return status(name, STALE, "nobody watches over the alarms");
  const { alarms } = heard.message;
  const worst = Math.max(0, ...alarms.map(({ priority }) => priority));
  const values = Object.fromEntries(
    alarms.map(({ alarm, priority, acknowledged_by: by }) => [
      alarm,
      by === "" ? priority : `${priority} ${by}`,
    ]),
  );
  const level = worst === 0 ? OK : worst < AlarmRequest.HIGH ? WARN : ERROR;
  return status(name, level, alarms[0]?.alarm ?? "none", values);
}
