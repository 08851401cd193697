// What Gazebo's sensors say, as our messages: the same units and frames, what it leaves out told as unknown.
import type { Imu, JointState, Odometry, WrenchStamped } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import type { Pose } from "../sdf/model.ts";
import type { GzHeader, GzMessages, GzPose, GzQuaternion, GzTime, GzVector } from "./messages.ts";

type Maybe<T> = T | null | undefined;

const UNKNOWN_36 = new Array<number>(36).fill(0);
const UNKNOWN_9 = new Array<number>(9).fill(0);

/** A message that is not there is protobuf's way of saying that all of it is zero. */
const vector = (v: Maybe<GzVector>): GzVector => ({ x: v?.x ?? 0, y: v?.y ?? 0, z: v?.z ?? 0 });
/** One that is not there is no turn; all zero is no orientation, and told as NaN. */
const quaternion = (q: Maybe<GzQuaternion>): GzQuaternion => {
  if (q === null || q === undefined) return { x: 0, y: 0, z: 0, w: 1 };
  const { x, y, z, w } = q;
  return x === 0 && y === 0 && z === 0 && w === 0 ? { x: NaN, y: NaN, z: NaN, w: NaN } : { x, y, z, w };
};

export const secondsIn = (time: Maybe<GzTime>): Seconds => seconds(time ? time.sec + time.nsec * 1e-9 : NaN);
/** Gazebo's time at which a message was true; NaN when it does not say. */
export const timeOf = (message: { readonly header?: Maybe<GzHeader> }): Seconds =>
  secondsIn(message.header?.stamp);

export function poseOf({ position, orientation }: Pick<GzPose, "position" | "orientation">): Pose {
  const [p, q] = [vector(position), quaternion(orientation)];
  return { position: [p.x, p.y, p.z], rotation: [q.x, q.y, q.z, q.w] };
}

/** Joints in the order of `names`; one of which Gazebo says nothing is NaN. Effort (N or N·m) is what Gazebo's own controller gives, 0 when it does not tell. */
export function jointState(model: GzMessages["Model"], names: readonly string[], stamp: Stamp): JointState {
  const axes = names.map((name) => model.joint.find((joint) => joint.name === name)?.axis1);
  return {
    header: { stamp, frame_id: "" },
    name: [...names],
    position: axes.map((axis) => axis?.position ?? NaN),
    velocity: axes.map((axis) => axis?.velocity ?? NaN),
    effort: axes.map((axis) => axis?.force ?? NaN),
  };
}

/** DiffDrive's: from where the robot was when Gazebo began. */
export const odometry = ({ pose, twist }: GzMessages["Odometry"], stamp: Stamp): Odometry => ({
  header: { stamp, frame_id: "odom" },
  child_frame_id: "base_link",
  pose: {
    pose: { position: vector(pose?.position), orientation: quaternion(pose?.orientation) },
    covariance: UNKNOWN_36,
  },
  twist: {
    twist: { linear: vector(twist?.linear), angular: vector(twist?.angular) },
    covariance: UNKNOWN_36,
  },
});

export const imu = (message: GzMessages["IMU"], stamp: Stamp): Imu => ({
  header: { stamp, frame_id: "imu" },
  orientation: quaternion(message.orientation),
  orientation_covariance: UNKNOWN_9,
  angular_velocity: vector(message.angular_velocity),
  angular_velocity_covariance: UNKNOWN_9,
  linear_acceleration: vector(message.linear_acceleration),
  linear_acceleration_covariance: UNKNOWN_9,
});

/** Of the arm on its joint, in the arm's frame, as the SDF asks for (child, child_to_parent). */
export const wrench = (
  { force, torque }: GzMessages["Wrench"],
  side: "left" | "right",
  stamp: Stamp,
): WrenchStamped => ({
  header: { stamp, frame_id: `${side}_arm` },
  wrench: { force: vector(force), torque: vector(torque) },
});
