// How fast each axis of the transfer robot may move, in which mode, and how gently: every number with its source.
import {
  metres,
  metresPerSecond,
  metresPerSecondSquared,
  milliseconds,
  seconds,
  type MetresPerSecond,
  type MetresPerSecondSquared,
} from "../units.ts";

/** The axes in the order of every vector here: base along x and about z of base_link, then the joints of the model. */
export const AXES = ["base_x", "base_yaw", "lift_joint", "left_arm_joint", "right_arm_joint"] as const;
export const JOINTS = ["lift_joint", "left_arm_joint", "right_arm_joint"] as const;

/** One number for each of `AXES`: m/s, but rad/s for base_yaw. */
export type Velocities = readonly number[];
export const AT_REST: Velocities = AXES.map(() => 0);

/** The period of the limiter: HardwareCommand.msg, 100 Hz. */
export const TICK = milliseconds(10);
/** Drives that hear nothing for this long stop by themselves (HardwareCommand.msg): a longer gap ends a motion. */
export const GAP = milliseconds(100);
/** Acceleration is averaged over this long, which limits the jerk of each axis to twice its acceleration limit over it. */
export const SMOOTHING = milliseconds(200);
/** Past this age a request, whatever time to live it names, is dead (DOMAIN §7: lifespan of a command). */
export const LIFESPAN = milliseconds(200);
/** A source silent for this long is gone; one that comes back may count from the beginning (DOMAIN §1.5). */
export const SOURCE_GONE = seconds(2);
/** Brakes that springs close are open this long after they were given power: the larger ones need 0.1 to 0.2 s [D]. */
export const BRAKES_OPEN = milliseconds(200);
/** Lease.msg: 10 Hz, three missed. */
export const LEASE_AGE = milliseconds(300);
/** SafetyState.msg: absence for 150 ms means hold. */
export const SAFETY_AGE = milliseconds(150);

/** From the wheel axle to the tips of the legs (sim/models/transfer-robot.sdf): turning moves them no faster than driving. */
const REACH = metres(0.82);

/** How the base, the lift and the arms may move. */
export interface Caps {
  /** largest velocity up or forward */
  readonly up: Velocities;
  /** largest velocity down or backward, as a positive number */
  readonly down: Velocities;
  /** largest change of velocity in a second */
  readonly acceleration: Velocities;
}

/** DOMAIN §7: lift cap, lowering, lift acceleration. */
const LIFT = metresPerSecond(0.1);
const LOWERING = metresPerSecond(0.08);
const LIFT_ACCELERATION = metresPerSecondSquared(0.05);
/** sim/models/transfer-robot.sdf: the arms' own limit; reached in half a second. */
const ARM = metresPerSecond(0.05);
const ARM_ACCELERATION = metresPerSecondSquared(0.1);
/** ISO 10218-1 reduced speed (DOMAIN §1.1, §1.5); to a stand within the 0.5 s of DOMAIN §1.4's worked example. */
const DRIVE = metresPerSecond(0.25);
const DRIVE_ACCELERATION = metresPerSecondSquared(0.5);
/** DOMAIN §1.3: approach and docking. */
const APPROACH = metresPerSecond(0.15);
/** DOMAIN §7: loaded base, automatic; as gently as the arms. */
const LOADED = metresPerSecond(0.1);
const TASK_ACCELERATION = metresPerSecondSquared(0.1);

function caps(
  base: MetresPerSecond,
  baseAcceleration: MetresPerSecondSquared,
  lift: { readonly up: MetresPerSecond; readonly down: MetresPerSecond },
  arm: MetresPerSecond,
): Caps {
  const each = (liftCap: number) => [base, base / REACH, liftCap, arm, arm];
  return {
    up: each(lift.up),
    down: each(lift.down),
    acceleration: [
      baseAcceleration,
      baseAcceleration / REACH,
      LIFT_ACCELERATION,
      ARM_ACCELERATION,
      ARM_ACCELERATION,
    ],
  };
}

const STILL = metresPerSecond(0);
/** What each kind of motion may do. A loaded robot is never driven directly, so that has no entry. */
export const CAPS = {
  drive: caps(DRIVE, DRIVE_ACCELERATION, { up: STILL, down: STILL }, STILL),
  task: caps(APPROACH, TASK_ACCELERATION, { up: LIFT, down: LIFT }, ARM),
  taskLoaded: caps(LOADED, TASK_ACCELERATION, { up: LIFT, down: LOWERING }, ARM),
  lower: caps(LOADED, TASK_ACCELERATION, { up: LOWERING, down: LOWERING }, ARM),
} as const satisfies Readonly<Record<string, Caps>>;

/** The same caps at a share of their speed; the acceleration stays. A scale that is not within 0 to 1 is 0. */
export function scaled(of: Caps, scale: number): Caps {
  if (scale === 1) return of;
  const share = scale < 1 ? Math.max(0, scale) : 0;
  const each = (velocities: Velocities) => velocities.map((velocity) => velocity * share);
  return { up: each(of.up), down: each(of.down), acceleration: of.acceleration };
}
