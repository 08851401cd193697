// What drives were told and what encoders, force sensors and IMU answer, as numbers; undefined is what nobody knows.
import type { HardwareCommand, Imu, JointState, Odometry, WrenchStamped } from "../core/messages.ts";
import { AT_REST, GAP, JOINTS } from "../core/motion/limits.ts";
import type { Stamped } from "../core/node.ts";
import type { Seconds } from "../core/units.ts";
import { areJointsSound, isOdometrySound, yawOf } from "./posture.ts";

type Last<M> = Stamped<M> | undefined;
/** What was told, and what answers. */
export interface Told {
  readonly drives: Last<HardwareCommand>;
  readonly joints: Last<JointState>;
  readonly odometry: Last<Odometry>;
  readonly leftWrench: Last<WrenchStamped>;
  readonly rightWrench: Last<WrenchStamped>;
  readonly imu: Last<Imu>;
}
export interface Reading {
  readonly at: Seconds;
  readonly reading: readonly number[];
}

/** What each of `AXES` reads. */
export function readingsOf({ joints, odometry }: Told): readonly (Reading | undefined)[] {
  const sound = joints !== undefined && areJointsSound(joints.message) ? joints : undefined;
  return [...placesOf(odometry), ...JOINTS.map((joint) => positionOf(sound, joint))];
}

function placesOf(odometry: Last<Odometry>): readonly (Reading | undefined)[] {
  if (odometry === undefined || !isOdometrySound(odometry.message)) return [undefined, undefined];
  const { position, orientation } = odometry.message.pose.pose;
  const yaw = yawOf(orientation);
  const at = odometry.receivedAt;
  return [
    { at, reading: [position.x, position.y, yaw] },
    { at, reading: [yaw] },
  ];
}

function positionOf(joints: Last<JointState>, joint: string): Reading | undefined {
  if (joints === undefined) return undefined;
  const { name, position } = joints.message;
  return { at: joints.receivedAt, reading: [position[name.indexOf(joint)] ?? NaN] };
}

/** What each sensor reads that cannot stay the same to the last bit: force sensors, and the IMU. */
export const sensesOf = ({ leftWrench, rightWrench, imu }: Told): readonly (Reading | undefined)[] => [
  sensed(leftWrench, forceOf),
  sensed(rightWrench, forceOf),
  sensed(imu, (one) => [
    ...along(one.orientation),
    ...along(one.angular_velocity),
    ...along(one.linear_acceleration),
  ]),
];

type Vector = { readonly x: number; readonly y: number; readonly z: number };
const along = ({ x, y, z }: Vector): readonly number[] => [x, y, z];
const forceOf = ({ wrench }: WrenchStamped): readonly number[] => along(wrench.force);
function sensed<M>(heard: Last<M>, read: (message: M) => readonly number[]): Reading | undefined {
  if (heard === undefined) return undefined;
  const reading = read(heard.message);
  return reading.every(Number.isFinite) ? { at: heard.receivedAt, reading } : undefined;
}

/** m/s or rad/s, one for each of `AXES`: what the drives were told; at rest when that is too old for them. */
export function velocitiesOf(command: Last<HardwareCommand>, now: Seconds): readonly number[] {
  if (command === undefined || !(now - command.receivedAt <= GAP)) return AT_REST;
  const { drive, joint_names: names, joint_velocities: velocities } = command.message;
  return [drive.linear.x, drive.angular.z, ...JOINTS.map((joint) => velocities[names.indexOf(joint)] ?? 0)];
}
