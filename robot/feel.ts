// What the robot feels as bounds on its motion: what touches where it should not, its own tilt, and how much the pads carry.
import type { BodyContact, BodyContacts, Imu, Resident, WrenchStamped } from "../core/messages.ts";
import type { Bound } from "../core/motion/bounds.ts";
import { AT_REST, CAPS, type Velocities } from "../core/motion/limits.ts";
import { CONTACT_SPEED } from "../core/motion/separation.ts";
import { GRAVITY, padSupport } from "../core/motion/support.ts";
import { leadsInto } from "../core/motion/touching.ts";
import type { Stamped } from "../core/node.ts";
import { contactLimit, LIMITS, LOAD_LIMITS, SUPPORT_SHARE } from "../core/safety/limits.ts";
import type { Seconds } from "../core/units.ts";
import { isImuSound, tiltOf } from "./attitude.ts";
import { trueAge } from "./posture.ts";

type Last<M> = Stamped<M> | undefined;
export interface Felt {
  readonly contacts: Last<BodyContacts>;
  readonly imu: Last<Imu>;
  readonly leftWrench: Last<WrenchStamped>;
  readonly rightWrench: Last<WrenchStamped>;
  readonly resident: Last<Resident>;
}

/** [1] of a limit: from here on it slows, to nothing at the limit. */
const SLOWING = { contact: 0.5, tilt: 0.5, support: 0.95 } as const;

/** Every bound of this moment; none while all is calm. */
export function feel(now: Seconds, felt: Felt): readonly Bound[] {
  const all = [touched(now, felt.contacts), tilted(now, felt.imu), carrying(felt)];
  return all.every((bounds) => bounds.length === 0) ? CALM : all.flat();
}

const CALM: readonly Bound[] = [];

/** How fast, of `most`, when this share of a limit is reached: all below `slowing`, nothing at 1. NaN is nothing. */
function slowed(share: number, slowing: number, most: number): number | undefined {
  if (share <= slowing) return undefined;
  return share < 1 ? (most * (1 - share)) / (1 - slowing) : 0;
}

/** Unintended contact: what presses may be left, and not pressed harder. A skin that is silent feels everything. */
function touched(now: Seconds, contacts: Last<BodyContacts>): Bound[] {
  if (contacts === undefined || !(trueAge(contacts, now, () => true) <= LIMITS.sensorAge))
    return [{ name: "contact.unknown", along: UNKNOWN, most: 0, stops: true }];
  return contacts.message.contacts.filter(({ unintended }) => unintended).flatMap(pressed);
}
const UNKNOWN: Velocities = AT_REST.map(() => NaN);

function pressed({ region, link, force, point, normal }: BodyContact): Bound[] {
  const share = force === 0 ? 0 : force / contactLimit(region);
  const most = slowed(share, SLOWING.contact, CONTACT_SPEED);
  if (most === undefined) return [];
  const along = leadsInto(link, [point.x, point.y, point.z], [normal.x, normal.y, normal.z]);
  return [{ name: "contact.force", along, most, stops: most === 0 }];
}

/** What tips a tilted robot further: driving, turning and rising. Lowering what it carries does not. */
const TIPPING: readonly { readonly along: Velocities; readonly most: number }[] = [
  { along: [1, 0, 0, 0, 0], most: CAPS.drive.up[0] },
  { along: [-1, 0, 0, 0, 0], most: CAPS.drive.down[0] },
  { along: [0, 1, 0, 0, 0], most: CAPS.drive.up[1] },
  { along: [0, -1, 0, 0, 0], most: CAPS.drive.down[1] },
  { along: [0, 0, 1, 0, 0], most: CAPS.task.up[2] },
].map(({ along, most }) => ({ along, most: most ?? 0 }));

function tilted(now: Seconds, imu: Last<Imu>): Bound[] {
  const isKnown = imu !== undefined && trueAge(imu, now, isImuSound) <= LIMITS.sensorAge;
  const share = isKnown ? tiltOf(imu.message.orientation) / LIMITS.robotTilt : NaN;
  if (share <= SLOWING.tilt) return [];
  return TIPPING.map(({ along, most }) => {
    const least = slowed(share, SLOWING.tilt, most) ?? most;
    return { name: "tilt", along, most: least, stops: least === 0 };
  });
}

/** Who is carried by more than their share of weight is raised no further: gently, for one reading may be noise (SR-8). */
function carrying({ leftWrench, rightWrench, resident }: Felt): Bound[] {
  const support = padSupport(leftWrench?.message, rightWrench?.message);
  if (support < LOAD_LIMITS.touching) return [];
  const limit = SUPPORT_SHARE * (resident?.message.body_mass ?? NaN) * GRAVITY;
  const most = slowed(support / limit, SLOWING.support, CAPS.task.up[2] ?? 0);
  return most === undefined ? [] : [{ name: "support", along: [0, 0, 1, 0, 0], most, stops: false }];
}
