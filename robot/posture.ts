// Where the robot stands and what its joints read, from messages that are fresh and finite, or nothing.
import type { JointState, Odometry } from "../core/messages.ts";
import { JOINTS } from "../core/motion/limits.ts";
import type { Stamped } from "../core/node.ts";
import { LIMITS } from "../core/safety/limits.ts";
import { ageOf } from "../core/time.ts";
import {
  metresPerSecond,
  radians,
  seconds,
  type MetresPerSecond,
  type Radians,
  type Seconds,
} from "../core/units.ts";
import type { Posture } from "./way/way.ts";

interface Headed {
  readonly header: { readonly stamp: { readonly sec: number; readonly nanosec: number } };
}

/** The older of a message's stamp and its arrival; Infinity when it never came, lies in the future, or `isSound` refuses it. */
export function trueAge<M extends Headed>(
  heard: Stamped<M> | undefined,
  now: Seconds,
  isSound: (message: M) => boolean,
): Seconds {
  if (heard === undefined || !isSound(heard.message)) return seconds(Infinity);
  return seconds(
    Math.max(now - heard.receivedAt, ageOf(heard.message.header.stamp, now, LIMITS.clockTolerance)),
  );
}

const reading = (values: readonly number[], state: JointState, joint: string) =>
  values[state.name.indexOf(joint)] ?? NaN;

/** Every joint of the model has a finite position and velocity. */
export const areJointsSound = (state: JointState): boolean =>
  JOINTS.every((joint) =>
    Number.isFinite(reading(state.position, state, joint) + reading(state.velocity, state, joint)),
  );

export const isOdometrySound = ({ pose }: Odometry): boolean => {
  const { position, orientation } = pose.pose;
  return Number.isFinite(position.x + position.y + orientation.z + orientation.w);
};

/** Velocity of the lift, up positive. */
export const liftSpeedOf = (state: JointState): MetresPerSecond =>
  metresPerSecond(reading(state.velocity, state, "lift_joint"));

/** Yaw of a quaternion that is a turn about z. */
export const yawOf = ({ z, w }: { readonly z: number; readonly w: number }): Radians =>
  radians(2 * Math.atan2(z, w));

/** The posture, or undefined when joints or odometry are silent, stale or not numbers. */
export function postureOf(
  joints: Stamped<JointState> | undefined,
  odometry: Stamped<Odometry> | undefined,
  now: Seconds,
): Posture | undefined {
  if (joints === undefined || odometry === undefined) return undefined;
  if (!(trueAge(joints, now, areJointsSound) <= LIMITS.sensorAge)) return undefined;
  if (!(trueAge(odometry, now, isOdometrySound) <= LIMITS.sensorAge)) return undefined;
  const { position, orientation } = odometry.message.pose.pose;
  return {
    x: position.x,
    y: position.y,
    yaw: yawOf(orientation),
    joints: JOINTS.map((joint) => reading(joints.message.position, joints.message, joint)),
  };
}
