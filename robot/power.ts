// What the battery says of the robot's power: how much is left, whether it fails, and since when nothing is known of it.
import { BatteryState } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { LIMITS } from "../core/safety/limits.ts";
import type { Observations } from "../core/safety/observations.ts";
import type { Seconds } from "../core/units.ts";
import { trueAge } from "./posture.ts";

/** Healths under which nobody may rely on the next second: the cells are dead, or give more than the drives bear. */
const FAILED: readonly number[] = [
  BatteryState.POWER_SUPPLY_HEALTH_DEAD,
  BatteryState.POWER_SUPPLY_HEALTH_OVERVOLTAGE,
];

/** A battery that is there and cannot say how full it is says nothing (sensor_msgs/BatteryState: NaN is unmeasured). */
const isBatterySound = ({ present, percentage }: BatteryState) => !present || Number.isFinite(percentage);

/** A battery that never spoke does not fail: its silence alone is judged. What has failed and falls silent still fails. */
export function power(
  now: Seconds,
  battery: Stamped<BatteryState> | undefined,
): Pick<Observations, "charge" | "supplyFails" | "powerAge"> {
  const { percentage = NaN, present = true, power_supply_health: health = NaN } = battery?.message ?? {};
  return {
    charge: percentage,
    supplyFails: !present || FAILED.includes(health) || percentage <= LIMITS.chargeFails,
    powerAge: trueAge(battery, now, isBatterySound),
  };
}
