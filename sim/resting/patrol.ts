// The patrol robot in a running world: its two driven wheels, and where it is and faces.
import { seconds, type Seconds } from "../../core/units.ts";
import { BRAKES } from "../generator/dimensions.ts";
import { WHEELS, wheelSpeeds } from "../mobile-base.ts";
import { brakesOf } from "../mujoco/brakes.ts";
import { createDrives, type Drive } from "../mujoco/drives.ts";
import { axisName, bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { toRollPitchYaw } from "../sdf/pose.ts";
import { poseOfBody } from "../sensors/placed.ts";

export const PATROL_MODEL = "patrol_robot";

export interface Patrol {
  /** Velocities heard now: m/s and rad/s. They hold as long as a drive listens. */
  command(forward: number, turn: number): void;
  /** Before each physics step. */
  drive(now: Seconds, step: Seconds): void;
  /** base_link in the world: m and rad. */
  base(): { readonly x: number; readonly y: number; readonly yaw: number };
}

/** Its wheels' motors are the first of the world. */
export function patrolOf(sim: Simulation, drives: readonly Drive[]): Patrol {
  const bank = createDrives(drives);
  const places = WHEELS.map((name) => sim.address(axisName(PATROL_MODEL, name)).position);
  const positions = () => places.map((at) => sim.views().qpos[at] ?? NaN);
  const base = sim.index("mjOBJ_BODY", bodyName(PATROL_MODEL, "base_link"));
  brakesOf(sim, PATROL_MODEL, [...WHEELS], BRAKES.walker).open();
  bank.reset(positions());
  return {
    command: (forward, turn) => bank.command(wheelSpeeds(forward, turn), seconds(sim.time)),
    drive: (now, step) => bank.step(now, seconds(step), positions(), sim.views().ctrl, 0),
    base() {
      const { position, rotation } = poseOfBody(sim, base);
      return { x: position[0], y: position[1], yaw: toRollPitchYaw(rotation)[2] };
    },
  };
}
