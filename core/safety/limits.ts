// Every number the safety rules compare with, each with its source. A limit is never configurable past these.
import { BodyContact } from "../messages.ts";
import {
  degrees,
  kilograms,
  metres,
  metresPerSecond,
  milliseconds,
  newtons,
  seconds,
  type Newtons,
} from "../units.ts";

/** [1] derating for frail residents: the standard's figures are of healthy adults (DOMAIN §1.1, §7). */
const FRAILTY = 0.5;

/** ISO/TS 15066 Annex A, quasi-static force; contact with head or face is not permitted at all (DOMAIN §1.3, §7). */
const QUASI_STATIC: Readonly<Record<number, Newtons>> = {
  [BodyContact.HEAD]: newtons(0),
  [BodyContact.FACE]: newtons(0),
  [BodyContact.NECK]: newtons(150),
  [BodyContact.BACK_SHOULDER]: newtons(210),
  [BodyContact.CHEST]: newtons(140),
  [BodyContact.ABDOMEN]: newtons(110),
  [BodyContact.PELVIS]: newtons(180),
  [BodyContact.UPPER_ARM]: newtons(150),
  [BodyContact.FOREARM]: newtons(160),
  [BodyContact.HAND]: newtons(140),
  [BodyContact.THIGH]: newtons(220),
  [BodyContact.LOWER_LEG]: newtons(130),
};

/** Permitted unintended contact force on a body region (a `BodyContact` constant): half the standard's; 0 N for a region unknown. */
export const contactLimit = (region: number): Newtons => newtons((QUASI_STATIC[region] ?? 0) * FRAILTY);

/** [1] of body weight the pads may carry while standing up (DOMAIN §7, handle or harness vertical). */
export const SUPPORT_SHARE = 0.6;

export const LIMITS = {
  /** EstopState.msg: 50 Hz, five readings missed */
  estopAge: milliseconds(100),
  /** BodyContacts.msg, JointState, Odometry, Imu, wrench at 100 Hz: DOMAIN §1.2 R10, detection to command within 100 ms */
  sensorAge: milliseconds(100),
  /** SR-56: thirty readings of a sensor at 100 Hz that are alike to the last bit while its world moves */
  frozen: milliseconds(300),
  /** SR-57: an alarm is passed on after as long (DOMAIN §1.6); who has not come by then may take longer than a motor should hold a load [D] */
  stopPowered: seconds(60),
  /** lidar at 10 Hz: three turns missed */
  scanAge: milliseconds(300),
  /** GateReport at 10 Hz: three reports missed */
  gateAge: milliseconds(300),
  /** BatteryState at 10 Hz: ten readings missed; a charge changes within minutes, and no motion depends on the newest */
  powerAge: seconds(1),
  /** [1] DOMAIN §1.1, IEC 62745: stop on low battery; of 500 Wh this is half an hour of standing by, and lowering takes a minute [D] */
  chargeFails: 0.05,
  /** [1] DOMAIN §1.6: low battery is told of; what is begun is ended with more than 0.05 left for the way down [D] */
  chargeLow: 0.2,
  /** DOMAIN §7 and §1.2 R10: link loss */
  linkAge: milliseconds(500),
  /** DOMAIN §7: lifespan of a command; a hold-to-run press older than this is a release */
  holdAge: milliseconds(200),
  /** DOMAIN §1.5: two seconds of silence, and the operator is gone */
  seatFreed: seconds(2),
  /** a person who let go of the controls may take them again: a task waits this long before it goes on (as `clearAfter`) */
  handBack: milliseconds(500),
  /** DOMAIN §1.5: above this, half speed */
  roundTripSlow: milliseconds(150),
  /** DOMAIN §1.5: above this, no direct motion */
  roundTripLong: milliseconds(300),
  /** DOMAIN §7: stale pose, reduce */
  personAgeSlow: milliseconds(200),
  /** DOMAIN §7: stale pose, stop */
  personAgeStop: milliseconds(500),
  /** DOMAIN §7: lifespan of a task's command */
  taskSilence: milliseconds(200),
  /** DOMAIN §1.5: silence of 2 s means the source is gone */
  taskGone: seconds(2),
  /** a task that asked for motion, or to stand still, this recently is at work */
  taskActive: seconds(1),
  /** DOMAIN §7: tilt abort */
  trunkTilt: degrees(15),
  /** ISO 10535 hoists, stability on a slope of about 10° (DOMAIN §1.7); a level ward floor needs half */
  robotTilt: degrees(5),
  /** DOMAIN §7: lift cap 0.10 m/s, and a fifth for the noise of the measured speed */
  liftSpeed: metresPerSecond(0.12),
  /** DOMAIN §1.4 and §1.3: within arm's reach the approach is at half speed */
  nearest: metres(0.6),
  /**
   * DOMAIN §1.7: at 95 % of the safe working load nobody is lifted any more. The arms' load is a resident of 100 kg [D]: of
   * them the pads bear 589 N at most (`SUPPORT_SHARE`), and the lift drive gives 1500 N (transfer-robot.sdf), 196 N of it for
   * the arms' own weight: twice what is needed, and more than the 1.5 that hoists are tested with.
   */
  residentMass: kilograms(95),
  /** REP-105 clocks of one machine; further ahead than this is a clock nobody can trust */
  clockTolerance: milliseconds(50),
  /** how long a cause must stay away before its rule clears; longer than any sensor's period */
  clearAfter: milliseconds(500),
  /** DOMAIN §7: unintended tilt is judged over half a second */
  tiltLasts: milliseconds(500),
  /** a single reading of a force sensor is noise: ten readings at 100 Hz are not (DOMAIN §1.2 R10) */
  forceLasts: milliseconds(100),
} as const;

/** [1] what `slow` makes of every speed limit (DOMAIN §1.5). */
export const SLOW_SCALE = 0.5;

/** When the pads touch or bear: the limits of the load estimate. */
export const LOAD_LIMITS = {
  /** three times the resolution of a 1 kN force sensor of class 0.2 */
  touching: newtons(6),
  /** a tenth of the weight of a light adult of 45 kg (DOMAIN §2.3) */
  bearing: newtons(44),
  /** [1] a load is gone when the force is below this share of its limit */
  release: 0.6,
  /** and stays there for this long: pads that bounce do not let go */
  releaseAfter: milliseconds(500),
} as const;
