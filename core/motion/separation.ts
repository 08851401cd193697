// How fast the robot may come nearer to something at a distance: speed and separation (ISO 13855, ISO/TS 15066), and contact.
import {
  kilograms,
  metres,
  metresPerSecond,
  metresPerSecondSquared,
  milliseconds,
  newtons,
  type Metres,
  type MetresPerSecond,
} from "../units.ts";

/** ISO 13855: a person walks towards the robot at this speed (DOMAIN §1.1, §1.4). */
const WALKING = metresPerSecond(1.6);
/** DOMAIN §1.4, worked example: from the lidar's ray to the command. */
const REACTION = milliseconds(200);
/** The wheels' own deceleration when they are told to stand: sim/mujoco/drives.ts, 5 rad/s² of a wheel of 0.1 m. */
const BRAKING = metresPerSecondSquared(0.5);
/** DOMAIN §1.4, worked example: intrusion C, and uncertainty of both places Z. */
const INTRUSION = metres(0.1);
const UNCERTAINTY = metres(0.1);

/**
 * S = K·(Tr + Ts) + v·Tr + D + C + Z, with Ts = v/a and D = v²/2a: the distance at which something that may be a person
 * walking here must be seen, for the robot to stand before they meet.
 */
export const separation = (speed: MetresPerSecond): Metres =>
  metres(
    WALKING * (REACTION + speed / BRAKING) +
      speed * REACTION +
      (speed * speed) / (2 * BRAKING) +
      INTRUSION +
      UNCERTAINTY,
  );

/** Half of the permitted transient force, for the frail (DOMAIN §1.1); the lower leg, which the base meets first (DOMAIN §1.3). */
const LOWER_LEG = { force: newtons(130 * 2 * 0.5), stiffness: 60_000, mass: kilograms(75) } as const;
/** DOMAIN §1.3: half the robot and what it carries. */
const MOVING_MASS = kilograms(60);

/** ISO/TS 15066: v = F/√(μk), 1/μ = 1/m_robot + 1/m_body: slower than this even a collision stays within the permitted force. */
export const CONTACT_SPEED = metresPerSecond(
  LOWER_LEG.force / Math.sqrt(LOWER_LEG.stiffness / (1 / MOVING_MASS + 1 / LOWER_LEG.mass)),
);

/** The largest speed of approach whose separation is within `distance`: the root of S(v) = d, which is quadratic in v. 0 when there is none. */
export function separatedSpeed(distance: Metres): MetresPerSecond {
  const spare = distance - separation(metresPerSecond(0));
  if (!(spare > 0)) return metresPerSecond(0);
  const linear = WALKING / BRAKING + REACTION;
  const square = 1 / (2 * BRAKING);
  return metresPerSecond((-linear + Math.sqrt(linear * linear + 4 * square * spare)) / (2 * square));
}

/** How fast the robot may come nearer to something at `distance`: as slowly as contact permits, or as separation allows. NaN makes it 0. */
export const approachSpeed = (distance: Metres): MetresPerSecond =>
  distance >= 0 ? metresPerSecond(Math.max(CONTACT_SPEED, separatedSpeed(distance))) : metresPerSecond(0);

/** Beyond this nothing slows a robot that is no faster than `most`. */
export const reachOf = (most: MetresPerSecond): Metres => separation(most);
