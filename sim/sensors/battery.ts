// The robot's battery: what standing by and the work of the drives take out of it, and what it says of itself.
import { BatteryState } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import type { Seconds } from "../../core/units.ts";
import { NO_FAULT, type Faults } from "../faults.ts";
import { axisName } from "../mujoco/mjcf.ts";
import { ROBOT, type World } from "../world.ts";

/**
 * Seven lithium-ion cells in a row, 20 Ah: the 24 V of hoists and of small mobile bases [D]. Cells of 3.0 V empty and
 * 4.2 V full, in between along a line, as plain as it gets: nothing in the robot is judged by the voltage.
 */
const CELLS = 7;
const CELL = { empty: 3, full: 4.2 } as const; // V
const CAPACITY = 20; // Ah
const HOUR = 3600; // s
/** J, at the mean voltage: 504 Wh */
const ENERGY = CAPACITY * HOUR * CELLS * ((CELL.empty + CELL.full) / 2);
/** W: a computer of 25 W, lidar and camera of 10 W, five idle servo amplifiers of 3 W each [D] */
const STANDING_BY = 50;
/** [1] of motor, gear and spindle together [D]. Nothing is fed back: brakes, not motors, hold and take up a load that sinks. */
const EFFICIENCY = 0.5;
/** [1] what is left when the supply is made to fail: below core/safety/limits.ts `chargeFails` */
const FAILING = 0.03;

export interface Battery {
  /** Takes out what this much time with the drives' forces and speeds of now needs. */
  advance(period: Seconds, faults: Faults): void;
  /** What it says. That the drives were without power since it spoke last is said once at least, however short it was. */
  tell(stamp: Stamp): BatteryState;
}

/** Full at its beginning. A lift of 80 kg by half a metre takes 0.2 Wh, four ten-thousandths of it. */
export function battery({ sim, drives }: World): Battery {
  const at = drives.map(({ joint }) => sim.address(axisName(ROBOT, joint)).velocity);
  let left = ENERGY;
  let drawn = STANDING_BY;
  let now = NO_FAULT;
  let wasGone = false;
  return {
    advance(period, faults) {
      now = faults;
      wasGone ||= faults.power;
      const { qvel, actuatorForce } = sim.views();
      const work = at.map((velocity, i) => Math.max(0, (actuatorForce[i] ?? 0) * (qvel[velocity] ?? 0)));
      drawn = STANDING_BY + work.reduce((sum, power) => sum + power, 0) / EFFICIENCY;
      left = Math.max(0, left - drawn * period);
    },
    tell(stamp) {
      const isGone = wasGone;
      wasGone = now.power;
      const share = now.supply ? Math.min(FAILING, left / ENERGY) : left / ENERGY;
      const voltage = CELLS * (CELL.empty + (CELL.full - CELL.empty) * share);
      return {
        header: { stamp, frame_id: "base_link" },
        present: !isGone,
        power_supply_status: isGone
          ? BatteryState.POWER_SUPPLY_STATUS_UNKNOWN
          : BatteryState.POWER_SUPPLY_STATUS_DISCHARGING,
        power_supply_health: isGone
          ? BatteryState.POWER_SUPPLY_HEALTH_UNKNOWN
          : BatteryState.POWER_SUPPLY_HEALTH_GOOD,
        power_supply_technology: BatteryState.POWER_SUPPLY_TECHNOLOGY_LION,
        voltage: isGone ? 0 : voltage,
        // negative while it is discharged; NaN is unmeasured (sensor_msgs/BatteryState)
        current: isGone ? 0 : -drawn / voltage,
        charge: isGone ? NaN : CAPACITY * share,
        capacity: CAPACITY,
        design_capacity: CAPACITY,
        percentage: isGone ? NaN : share,
        temperature: NaN,
        cell_voltage: [],
        cell_temperature: [],
        location: "base_link",
        serial_number: "",
      };
    },
  };
}
