// Tilt of the robot from its inertial unit, and whether a picture of the person is good enough to act on.
import type { Imu, Person, Quaternion } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { radians, type Radians } from "../core/units.ts";

/** [1] below this a pose is not usable for motion (DOMAIN §7, Person.msg). */
const USABLE = 0.6;
/** [1] how far the length of a unit quaternion may be off by rounding to 32 bits */
const UNIT = 1e-3;

/** A picture in which the person was seen with enough confidence. */
export const isPersonUsable = (person: Stamped<Person> | undefined): boolean =>
  person !== undefined && person.message.seen && person.message.confidence >= USABLE;

/** The orientation is a unit quaternion: all zeros means the unit does not know (sensor_msgs/Imu). */
export const isImuSound = ({ orientation: { x, y, z, w } }: Imu): boolean =>
  Math.abs(Math.hypot(x, y, z, w) - 1) <= UNIT;

/** Angle between the up axis of a body with this orientation and vertical. */
export const tiltOf = ({ x, y }: Quaternion): Radians =>
  radians(Math.acos(Math.max(-1, Math.min(1, 1 - 2 * (x * x + y * y)))));
