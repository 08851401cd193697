// Where the base stands by what its wheels have turned: dead reckoning of a differential drive, and its message.
import type { Odometry } from "../messages.ts";
import type { Stamp } from "../time.ts";

/** Wheels as the robot's SDF places them, m. */
export const WHEEL = { radius: 0.1, separation: 0.58 } as const;
export const WHEEL_JOINTS = ["left_wheel_joint", "right_wheel_joint"] as const;

/** A pose in odom, m and rad, and the velocity in base_link, m/s and rad/s. */
export interface Dead {
  readonly x: number;
  readonly y: number;
  readonly yaw: number;
  readonly forward: number;
  readonly turn: number;
}
export const AT_ORIGIN: Dead = { x: 0, y: 0, yaw: 0, forward: 0, turn: 0 };

/** After the wheels have rolled `left` and `right` m within `period` s. What is no number is no number from then on. */
export function rollOn(from: Dead, left: number, right: number, period: number): Dead {
  const way = (left + right) / 2;
  const angle = (right - left) / WHEEL.separation;
  // Exact to second order: the way lies along the heading half way through the turn.
  return {
    x: from.x + way * Math.cos(from.yaw + angle / 2),
    y: from.y + way * Math.sin(from.yaw + angle / 2),
    yaw: from.yaw + angle,
    forward: way / period,
    turn: angle / period,
  };
}

/** Row-major 6×6 covariance nobody has measured: all zero, which ROS reads as unknown. */
const UNKNOWN_36 = new Array<number>(36).fill(0);

/** odom → base_link. */
export const odometryOf = (stamp: Stamp, { x, y, yaw, forward, turn }: Dead): Odometry => ({
  header: { stamp, frame_id: "odom" },
  child_frame_id: "base_link",
  pose: {
    pose: {
      position: { x, y, z: 0 },
      orientation: { x: 0, y: 0, z: Math.sin(yaw / 2), w: Math.cos(yaw / 2) },
    },
    covariance: UNKNOWN_36,
  },
  twist: {
    twist: { linear: { x: forward, y: 0, z: 0 }, angular: { x: 0, y: 0, z: turn } },
    covariance: UNKNOWN_36,
  },
});
