// What the pads feel of a person, from the force sensors between arm and lift, less the arms' own weight.
import type { BodyContacts, WrenchStamped } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { newtons, type Newtons } from "../core/units.ts";
import type { PadForces } from "./load.ts";

/** Weight of one arm beyond its sensor: 4 kg (sim/models/transfer-robot.sdf) at standard gravity. */
const ARM_WEIGHT: Newtons = newtons(4 * 9.80665);

/**
 * The forces of both pads; undefined while a sensor has not spoken. The sensor's z is vertical, for the lift only
 * rises; drivers differ in whether they measure what the arm does to the lift or the reverse, so the size alone is
 * used: an arm that is not lifted by anybody always pulls down.
 */
export function padForces(
  left: Stamped<WrenchStamped> | undefined,
  right: Stamped<WrenchStamped> | undefined,
  contacts: Stamped<BodyContacts> | undefined,
): PadForces | undefined {
  if (left === undefined || right === undefined) return undefined;
  const arms = [left.message.wrench.force, right.message.wrench.force];
  return {
    vertical: newtons(arms.reduce((sum, force) => sum + Math.abs(force.z) - ARM_WEIGHT, 0)),
    sideways: newtons(Math.max(...arms.map((force) => Math.hypot(force.x, force.y)))),
    padTouches: contacts?.message.contacts.some((contact) => !contact.unintended) ?? false,
  };
}
