// Where the numbers of each sensor's message are, so that errors can be put into them.
import type {
  BedPressure,
  BodyContacts,
  Image,
  Imu,
  JointState,
  LaserScan,
  Odometry,
  Vector3,
  WrenchStamped,
} from "../../core/messages.ts";
import { newtons } from "../../core/units.ts";
import { multiply } from "../sdf/pose.ts";
import { occupied } from "./bed-pressure.ts";
import type { Alter } from "./imperfection.ts";

const vector = <Q extends string>({ x, y, z }: Vector3, quantity: Q, alter: Alter<Q>): Vector3 => ({
  x: alter(quantity, 0, x),
  y: alter(quantity, 1, y),
  z: alter(quantity, 2, z),
});
const isWheel = (joint: string) => joint.endsWith("_wheel_joint");

/** Slides in m, m/s and N; wheels in rad, rad/s and N·m. */
export type JointQuantity = "place" | "speed" | "angle" | "rate" | "effort";
export const alteredJoints = (state: JointState, alter: Alter<JointQuantity>): JointState => ({
  ...state,
  position: state.position.map((value, i) =>
    alter(isWheel(state.name[i] ?? "") ? "angle" : "place", i, value),
  ),
  velocity: state.velocity.map((value, i) =>
    alter(isWheel(state.name[i] ?? "") ? "rate" : "speed", i, value),
  ),
  effort: state.effort.map((value, i) => alter("effort", i, value)),
});

/** m, rad, m/s, rad/s. */
export type OdometryQuantity = "place" | "heading" | "speed" | "rate";
export function alteredOdometry(odometry: Odometry, alter: Alter<OdometryQuantity>): Odometry {
  const { pose, twist } = odometry;
  const { position, orientation } = pose.pose;
  const heading = alter("heading", 0, 2 * Math.atan2(orientation.z, orientation.w));
  const turned = { x: 0, y: 0, z: Math.sin(heading / 2), w: Math.cos(heading / 2) };
  const { linear, angular } = twist.twist;
  return {
    ...odometry,
    pose: {
      ...pose,
      pose: {
        position: { x: alter("place", 0, position.x), y: alter("place", 1, position.y), z: position.z },
        orientation: turned,
      },
    },
    twist: {
      ...twist,
      twist: {
        linear: { ...linear, x: alter("speed", 0, linear.x) },
        angular: { ...angular, z: alter("rate", 0, angular.z) },
      },
    },
  };
}

/** rad about the unit's own x, y and z; rad/s; m/s². */
export type ImuQuantity = "orientation" | "rate" | "acceleration";
export function alteredImu(imu: Imu, alter: Alter<ImuQuantity>): Imu {
  const { x, y, z, w } = imu.orientation;
  const [a, b, c] = [0, 1, 2].map((axis) => alter("orientation", axis, 0) / 2) as [number, number, number];
  const [qx, qy, qz, qw] = multiply([x, y, z, w], [a, b, c, 1]);
  const length = Math.hypot(qx, qy, qz, qw);
  return {
    ...imu,
    orientation: { x: qx / length, y: qy / length, z: qz / length, w: qw / length },
    angular_velocity: vector(imu.angular_velocity, "rate", alter),
    linear_acceleration: vector(imu.linear_acceleration, "acceleration", alter),
  };
}

/** N, N·m. */
export type WrenchQuantity = "force" | "torque";
export const alteredWrench = (message: WrenchStamped, alter: Alter<WrenchQuantity>): WrenchStamped => ({
  ...message,
  wrench: {
    force: vector(message.wrench.force, "force", alter),
    torque: vector(message.wrench.torque, "torque", alter),
  },
});

/** N. Who is not touched is not felt: a skin's error is in what it feels. */
export const alteredContacts = (message: BodyContacts, alter: Alter<"force">): BodyContacts => ({
  ...message,
  contacts: message.contacts.map((contact) => ({
    ...contact,
    force: newtons(Math.max(0, alter("force", contact.region, contact.force))),
  })),
});

/** m. All rays have one constant error; where nothing was met nothing is met, unless it is not known. */
export function alteredScan(scan: LaserScan, alter: Alter<"range">): LaserScan {
  const { range_min: least, range_max: most } = scan;
  const told = (altered: number) => (altered > most ? Infinity : Math.max(altered, least));
  return { ...scan, ranges: Array.from(scan.ranges, (range) => told(alter("range", 0, range))) };
}

/** N in each zone; what follows from the zones follows from what they read. */
export const alteredBed = (bed: BedPressure, alter: Alter<"force">): BedPressure =>
  occupied({ ...bed, force: bed.force.map((value, i) => newtons(Math.max(0, alter("force", i, value)))) });

const BYTES_PER_PIXEL = 4;
/** Grey levels of 255, the same constant in all. */
export function alteredImage(image: Image, alter: Alter<"grey">): Image {
  const data = new Uint8Array(image.data);
  for (let i = 0; i < data.length; i += BYTES_PER_PIXEL) {
    const wrong = alter("grey", 0, 0);
    for (let k = i; k < i + 3; k++) data[k] = Math.min(255, Math.max(0, (data[k] ?? 0) + wrong));
  }
  return { ...image, data };
}
