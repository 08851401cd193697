// Brakes: dry friction on a model's wheels that is set and opened while the world runs.
import { axisName } from "./mjcf.ts";
import type { Simulation } from "./simulation.ts";

/** What a wheel's joint resists with its brake set, and rolling free; N·m. */
export interface BrakeTorque {
  readonly set: number;
  readonly free: number;
}

export interface Brakes {
  set(): void;
  open(): void;
}

/**
 * The brakes on these joints of a model. They stand as the SDF says until they are first told.
 * Throws when the model has no such joint, and for a torque that is not above zero: a free wheel too has a bearing.
 */
export function brakesOf(
  sim: Simulation,
  model: string,
  joints: readonly string[],
  torque: BrakeTorque,
): Brakes {
  if (!(torque.free > 0 && torque.set > torque.free))
    throw new Error(`brakes of ${model}: expected 0 < free < set, got ${torque.free} and ${torque.set} N·m`);
  const places = joints.map((joint) => sim.address(axisName(model, joint)).velocity);
  const resist = (value: number) => {
    const { friction } = sim.views();
    for (const at of places) friction[at] = value;
  };
  return { set: () => resist(torque.set), open: () => resist(torque.free) };
}
