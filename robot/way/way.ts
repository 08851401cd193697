// The way a person was moved since the pads touched, and how far one posture on it is from another.
import { metres } from "../../core/units.ts";

/** Where the robot is: base in the odom frame, joints. m and rad. */
export interface Posture {
  readonly x: number;
  readonly y: number;
  readonly yaw: number;
  /** in the order of `JOINTS` */
  readonly joints: readonly number[];
}

/** The way to the person and with them, oldest first. */
export interface Way {
  readonly points: readonly Posture[];
  /** place in `points` where contact began, which is the seat; undefined while nobody is touched */
  readonly contact: number | undefined;
  /** where the robot stood when nobody was felt any more, since contact; there is no going back while that lasts */
  readonly lost: Posture | undefined;
  /** [m or rad] between points; doubled when there are too many, so that memory is bounded whatever happens */
  readonly spacing: number;
}

/** Fine enough to follow a bend of the lift path within a pad's thickness. */
export const SPACING = metres(0.005);
export const NO_WAY: Way = { points: [], contact: undefined, lost: undefined, spacing: SPACING };

const forwardTo = (there: Posture, here: Posture): number =>
  Math.cos(here.yaw) * (there.x - here.x) + Math.sin(here.yaw) * (there.y - here.y);
const turnTo = (there: Posture, here: Posture): number =>
  Math.atan2(Math.sin(there.yaw - here.yaw), Math.cos(there.yaw - here.yaw));
const jointTo = (there: Posture, here: Posture, joint: number): number =>
  (there.joints[joint] ?? NaN) - (here.joints[joint] ?? NaN);

/** What is missing from `here` to `there` on each of `AXES`, the base as seen from where it stands. */
export const difference = (there: Posture, here: Posture): number[] => [
  forwardTo(there, here),
  turnTo(there, here),
  ...there.joints.map((_, joint) => jointTo(there, here, joint)),
];

/** The largest of the differences: a sideways error is none, for wheels do not go sideways. Asked several times in every step. */
export const distance = (there: Posture, here: Posture): number =>
  Math.max(distanceOfBase(there, here), distanceOfJoints(there, here));

export const distanceOfBase = (there: Posture, here: Posture): number =>
  Math.max(Math.abs(forwardTo(there, here)), Math.abs(turnTo(there, here)));

export function distanceOfJoints(there: Posture, here: Posture): number {
  let most = 0;
  for (let joint = 0; joint < there.joints.length; joint += 1)
    most = Math.max(most, Math.abs(jointTo(there, here, joint)));
  return most;
}

/** The sum of the differences. */
export const total = (there: Posture, here: Posture): number =>
  difference(there, here).reduce((sum, error) => sum + Math.abs(error), 0);
