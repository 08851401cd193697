// The patrol robot in a running world: its two driven wheels, and where it is and faces.
import { seconds, type Seconds } from "../../core/units.ts";
import { BRAKES, WALKER } from "../generator/dimensions.ts";
import { brakesOf } from "../mujoco/brakes.ts";
import { createDrives, motorOf, type Drive } from "../mujoco/drives.ts";
import { axisName, bodyName, type Motor } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { Model } from "../sdf/model.ts";
import { toRollPitchYaw } from "../sdf/pose.ts";
import { poseOfBody } from "../sensors/placed.ts";

export const PATROL_MODEL = "patrol_robot";
const WHEELS = ["left_wheel_joint", "right_wheel_joint"] as const;
/** As the walker's: the same base (sim/walking/walker-device.ts). */
const SERVO = { stiffness: 100, damping: 1, acceleration: 3 } as const;

export interface Patrol {
  /** Velocities heard now: m/s and rad/s. They hold as long as a drive listens. */
  command(forward: number, turn: number, now: Seconds): void;
  /** Before each physics step. */
  drive(now: Seconds, step: Seconds): void;
  /** base_link in the world: m and rad. */
  base(): { readonly x: number; readonly y: number; readonly yaw: number };
}

/** Throws when the model has not both wheels. */
export function patrolDrives(model: Model): Drive[] {
  return WHEELS.map((name): Drive => {
    const axis = model.joints.find((joint) => joint.name === name)?.axes[0];
    if (axis === undefined) throw new Error(`${model.name}: expected a joint "${name}"`);
    return { ...axis, ...SERVO, joint: name, speed: axis.velocity };
  });
}

export const patrolMotors = (drives: readonly Drive[]): Motor[] =>
  drives.map((one) => motorOf(one, axisName(PATROL_MODEL, one.joint)));

/** Its wheels' motors are the first of the world. */
export function patrolOf(sim: Simulation, drives: readonly Drive[]): Patrol {
  const bank = createDrives(drives);
  const places = WHEELS.map((name) => sim.address(axisName(PATROL_MODEL, name)).position);
  const positions = () => places.map((at) => sim.views().qpos[at] ?? NaN);
  const base = sim.index("mjOBJ_BODY", bodyName(PATROL_MODEL, "base_link"));
  brakesOf(sim, PATROL_MODEL, [...WHEELS], BRAKES.walker).open();
  bank.reset(positions());
  return {
    command(forward, turn, now) {
      const wheel = (side: number) => (forward + (side * turn * WALKER.separation) / 2) / WALKER.wheel;
      bank.command([wheel(-1), wheel(1)], now);
    },
    drive: (now, step) => bank.step(now, seconds(step), positions(), sim.views().ctrl, 0),
    base() {
      const { position, rotation } = poseOfBody(sim, base);
      return { x: position[0], y: position[1], yaw: toRollPitchYaw(rotation)[2] };
    },
  };
}
