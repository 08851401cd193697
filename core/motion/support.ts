// How much of a person the two pads carry, from the force sensors at the arms' joints.
import type { WrenchStamped } from "../messages.ts";
import { kilograms, newtons, type Newtons } from "../units.ts";

/** An arm's own mass hangs on its sensor: `left_arm` and `right_arm` of transfer-robot.sdf. */
export const ARM_MASS = kilograms(4);
/** Standard gravity, m/s² (CODATA). */
export const GRAVITY = 9.80665;

/**
 * Vertical force of both pads on the person, up positive. The sensors tell the force of each arm on its joint, in the
 * arm's frame, z up: the weight of the arm and of what rests on it, both downward. NaN when either is unknown.
 */
export const padSupport = (left: WrenchStamped | undefined, right: WrenchStamped | undefined): Newtons =>
  newtons(-(left?.wrench.force.z ?? NaN) - (right?.wrench.force.z ?? NaN) - 2 * ARM_MASS * GRAVITY);
