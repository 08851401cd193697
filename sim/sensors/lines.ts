// The lines from all sensors of the simulated ward to the house: each with its own errors, and with the faults of now.
import type { Fault, Sensor, SensorFault } from "../../core/faults.ts";
import type {
  BedPressure,
  BodyContacts,
  Imu,
  JointState,
  LaserScan,
  Odometry,
  WrenchStamped,
} from "../../core/messages.ts";
import { seeded } from "../../core/seeded.ts";
import type { Seconds } from "../../core/units.ts";
import {
  alteredBed,
  alteredContacts,
  alteredImu,
  alteredJoints,
  alteredOdometry,
  alteredScan,
  alteredWrench,
} from "./channels.ts";
import { imperfectionsOf, profileOf, wheelErrors } from "./data-sheets.ts";
import { imperfectLine, scaled, seedOf } from "./imperfection.ts";
import type { WheelScale } from "./proprioception.ts";

/** Where true readings go. */
export interface Readings {
  readonly joints: (message: JointState) => void;
  readonly odometry: (message: Odometry) => void;
  readonly imu: (message: Imu) => void;
  readonly left: (message: WrenchStamped) => void;
  readonly right: (message: WrenchStamped) => void;
  readonly contacts: (message: BodyContacts) => void;
  readonly scan: (message: LaserScan) => void;
  readonly bed: (message: BedPressure) => void;
}
export interface SensorLines extends Readings {
  /** Says what is due at `now`, which no reading was before. */
  readonly flush: (now: Seconds) => void;
  /** How far the wheels are read to turn, by their own errors and the fault "odometry.slip". */
  readonly wheels: () => WheelScale;
}

/** [1] of the wheels' turning that takes the base nowhere: a wet floor, a strap under a wheel [D]. */
const SLIP = 0.3;
/** [1] of what was commanded that is left of the base's motion. */
export const gripOf = (isSlipping: boolean): number => (isSlipping ? 1 - SLIP : 1);

/**
 * @param profile "perfect" or "typical"; throws for another
 * @param has whether the world has a fault now
 */
export function sensorLines(
  publish: Readings,
  profile: string,
  seed: number,
  has: (fault: Fault) => boolean,
): SensorLines {
  const known = profileOf(profile);
  const { joints, odometry, imu, left_wrench, right_wrench, contacts, scan, bed } = imperfectionsOf(known);
  const broken = (sensor: Exclude<Sensor, "camera">) => (fault: SensorFault) => has(`${sensor}.${fault}`);
  const lines = {
    joints: imperfectLine("joints", seed, joints, alteredJoints, broken("joints"), publish.joints),
    odometry: imperfectLine(
      "odometry",
      seed,
      odometry,
      alteredOdometry,
      broken("odometry"),
      publish.odometry,
    ),
    imu: imperfectLine("imu", seed, imu, alteredImu, broken("imu"), publish.imu),
    left: imperfectLine("left_wrench", seed, left_wrench, alteredWrench, broken("left_wrench"), publish.left),
    right: imperfectLine(
      "right_wrench",
      seed,
      right_wrench,
      alteredWrench,
      broken("right_wrench"),
      publish.right,
    ),
    contacts: imperfectLine(
      "contacts",
      seed,
      contacts,
      alteredContacts,
      broken("contacts"),
      publish.contacts,
    ),
    scan: imperfectLine("scan", seed, scan, alteredScan, broken("scan"), publish.scan),
    bed: imperfectLine("bed", seed, bed, alteredBed, broken("bed"), publish.bed),
  };
  const all = Object.values(lines);
  const draw = seeded(seedOf("wheels", seed));
  const error = known === "typical" ? wheelErrors : 0;
  const [left, right] = [1 + scaled(draw, error), 1 + scaled(draw, error)];
  return {
    joints: lines.joints.take,
    odometry: lines.odometry.take,
    imu: lines.imu.take,
    left: lines.left.take,
    right: lines.right.take,
    contacts: lines.contacts.take,
    scan: lines.scan.take,
    bed: lines.bed.take,
    flush: (now) => all.forEach((line) => line.flush(now)),
    wheels: () => {
      const grip = gripOf(has("odometry.slip"));
      return [left / grip, right / grip];
    },
  };
}
