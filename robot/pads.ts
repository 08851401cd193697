// What the pads feel of a person: the weight they carry, what pushes them sideways, and whether the skin feels them touch.
import type { BodyContacts, WrenchStamped } from "../core/messages.ts";
import { padSupport } from "../core/motion/support.ts";
import type { Stamped } from "../core/node.ts";
import { LIMITS } from "../core/safety/limits.ts";
import { newtons, seconds, type Newtons, type Seconds } from "../core/units.ts";
import type { PadForces } from "./load.ts";
import { trueAge } from "./posture.ts";

type Last<M> = Stamped<M> | undefined;

const isWrenchSound = ({ wrench: { force } }: WrenchStamped) => Number.isFinite(force.x + force.y + force.z);

/** The age of the older of the two; Infinity when one never came, lies in the future or is no number. */
export const ageOfBoth = (left: Last<WrenchStamped>, right: Last<WrenchStamped>, now: Seconds): Seconds =>
  seconds(Math.max(trueAge(left, now, isWrenchSound), trueAge(right, now, isWrenchSound)));

/** Vertical force of both pads on the person, up positive; NaN when a sensor is silent or old. */
export const supportNow = (left: Last<WrenchStamped>, right: Last<WrenchStamped>, now: Seconds): Newtons =>
  ageOfBoth(left, right, now) <= LIMITS.sensorAge ? padSupport(left?.message, right?.message) : newtons(NaN);

/** The forces of both pads; undefined while a sensor has not spoken. */
export function padForces(
  left: Last<WrenchStamped>,
  right: Last<WrenchStamped>,
  contacts: Last<BodyContacts>,
): PadForces | undefined {
  if (left === undefined || right === undefined) return undefined;
  const arms = [left.message.wrench.force, right.message.wrench.force];
  return {
    vertical: padSupport(left.message, right.message),
    sideways: newtons(Math.max(...arms.map((force) => Math.hypot(force.x, force.y)))),
    padTouches: contacts?.message.contacts.some((contact) => !contact.unintended) ?? false,
  };
}
