// What the safety rules look at: ages, magnitudes and facts, taken from the robot's own sensors and from people.
import type { Kilograms, Metres, MetresPerSecond, Newtons, Radians, Seconds } from "../units.ts";

/** How much of a person the pads carry. `unknown` is treated as bearing. */
export const LOADS = ["none", "touching", "bearing", "unknown"] as const;
export type Load = (typeof LOADS)[number];

/**
 * One moment as the rules see it. Every age is Infinity for a source that never spoke; the values of such a source
 * are calm, for its silence alone is judged. Every boolean is a danger when true, but for the two wishes at the end.
 */
export interface Observations {
  readonly clockWrong: boolean;
  readonly estopPressed: boolean;
  readonly estopAge: Seconds;
  readonly operatorStopped: boolean;
  readonly residentStopped: boolean;
  /** since the heartbeat of the operator in command */
  readonly linkAge: Seconds;
  readonly roundTrip: Seconds;
  /** nobody on site commands, nor consents to what is commanded from remote */
  readonly unansweredOnSite: boolean;
  /** a person said that the seat is not where it was */
  readonly seatGone: boolean;

  /** [1] the largest unintended contact force as a share of the permitted force of its body region */
  readonly contactShare: number;
  readonly contactAge: Seconds;
  readonly load: Load;
  /** vertical force of both pads on the person */
  readonly supportForce: Newtons;
  /** what the pads may carry of this resident; NaN when the resident is not known */
  readonly supportLimit: Newtons;
  readonly wrenchAge: Seconds;
  /** of the resident in care, as their record has it; NaN when nobody is known */
  readonly residentMass: Kilograms;

  /** since the picture in which the person was last seen well enough to act on */
  readonly personAge: Seconds;
  /** of the trunk from vertical, left positive */
  readonly trunkTilt: Radians;
  /** from the lidar to the nearest thing, which may be a person */
  readonly nearest: Metres;
  readonly scanAge: Seconds;

  /** of the robot's up axis from vertical */
  readonly robotTilt: Radians;
  readonly imuAge: Seconds;
  /** up positive */
  readonly liftSpeed: MetresPerSecond;
  readonly jointAge: Seconds;
  readonly odometryAge: Seconds;
  /** [1] the furthest that the base or a joint is from where it was told to go, as a share of what a healthy robot stays below */
  readonly deviation: number;
  /** how long the wheels or a joint that was told to go has read the same, to the last bit, from messages that are new */
  readonly motionFrozen: Seconds;
  /** the same of the arms' force sensors and the tilt sensor, while the robot moves or somebody is in its arms */
  readonly senseFrozen: Seconds;
  /** [1] the furthest that base or lift went while they were told to stand, lately, as a share of what standing ones stay below */
  readonly unrest: number;
  /** for how long a stop has waited for people; 0 while none does */
  readonly stoppedFor: Seconds;
  readonly gateAge: Seconds;
  /** a group of the robot's own nodes has died and is not back */
  readonly groupLost: boolean;
  /** [1] of a full battery; NaN when not known */
  readonly charge: number;
  /** the battery is dead, gone or as good as empty, or gives more than the drives bear */
  readonly supplyFails: boolean;
  readonly powerAge: Seconds;

  /** a care task has asked for motion within the last second, be it to stand still */
  readonly taskActive: boolean;
  /** how long a task that was moving has said nothing at all; 0 when none was */
  readonly taskSilence: Seconds;
}

/** Whether the pads touch, bear, or may bear a person. */
export const isLoaded = (seen: Observations): boolean => seen.load !== "none";
