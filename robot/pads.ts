// What the pads feel of a person: the weight they carry, what pushes them sideways, and whether the skin feels them touch.
import type { BodyContacts, WrenchStamped } from "../core/messages.ts";
import { padSupport } from "../core/motion/support.ts";
import type { Stamped } from "../core/node.ts";
import { newtons } from "../core/units.ts";
import type { PadForces } from "./load.ts";

/** The forces of both pads; undefined while a sensor has not spoken. */
export function padForces(
  left: Stamped<WrenchStamped> | undefined,
  right: Stamped<WrenchStamped> | undefined,
  contacts: Stamped<BodyContacts> | undefined,
): PadForces | undefined {
  if (left === undefined || right === undefined) return undefined;
  const arms = [left.message.wrench.force, right.message.wrench.force];
  return {
    vertical: padSupport(left.message, right.message),
    sideways: newtons(Math.max(...arms.map((force) => Math.hypot(force.x, force.y)))),
    padTouches: contacts?.message.contacts.some((contact) => !contact.unintended) ?? false,
  };
}
