// Drives a differential base straight up to a docking pose: where it stands, where it should, how fast it may.
import type { Metres, MetresPerSecond, Radians, RadiansPerSecond } from "../core/units.ts";
import { metres, metresPerSecond, radians, radiansPerSecond } from "../core/units.ts";

/** Pose on the floor, in the map frame: yaw 0 looks along x, positive to the left (REP-103). */
export interface FloorPose {
  readonly x: Metres;
  readonly y: Metres;
  readonly yaw: Radians;
}
export interface Drive {
  readonly linear: MetresPerSecond;
  readonly angular: RadiansPerSecond;
}
export interface Docking {
  /** Still to go along the docking line; negative when past the dock. */
  readonly remaining: Metres;
  /** Off the docking line, positive to its left. */
  readonly lateral: Metres;
  readonly heading: Radians;
}
/** DOMAIN §1.3: approach 0.15 m/s, the last 0.3 m 0.08 m/s (speeds at which a lower leg is not hurt). */
export const DOCK_LIMITS = {
  approachSpeed: metresPerSecond(0.15),
  lastSpeed: metresPerSecond(0.08),
  lastStretch: metres(0.3),
  turnSpeed: radiansPerSecond(0.4),
} as const;

/** [1/s] of the remaining way as speed near the dock, so that it arrives without overshoot. */
const ARRIVE = 1.2;
/** [1/m²] and [1/m] of the line follower ω = −v (k1 lateral + k2 heading): critically damped at k2 = 2 √k1 (Samson's path follower). */
const LINE_LATERAL = 16;
const LINE_HEADING = 8;
/** A heading further off than this is turned on the spot before driving. */
const TURN_FIRST = radians(0.35);

/** This close to its dock a base only turns to stand straight. */
const ARRIVED = metres(0.01);
const STILL: Drive = { linear: metresPerSecond(0), angular: radiansPerSecond(0) };

const clamp = (value: number, most: number) => Math.max(-most, Math.min(most, value));
const turn = (rate: number) => radiansPerSecond(clamp(rate, DOCK_LIMITS.turnSpeed));

export const wrapped = (angle: number): Radians => radians(Math.atan2(Math.sin(angle), Math.cos(angle)));

/** Where a base stands as seen from its dock. */
export function dockingOf(base: FloorPose, dock: FloorPose): Docking {
  const [dx, dy] = [dock.x - base.x, dock.y - base.y];
  const [c, s] = [Math.cos(dock.yaw), Math.sin(dock.yaw)];
  return {
    remaining: metres(c * dx + s * dy),
    lateral: metres(s * dx - c * dy),
    heading: wrapped(base.yaw - dock.yaw),
  };
}

/**
 * Velocity in base_link that brings the base along the docking line. Backs up when past the dock. Anything unknown
 * gives zero.
 */
export function driveToDock(base: FloorPose, dock: FloorPose): Drive {
  const { remaining, lateral, heading } = dockingOf(base, dock);
  if (!Number.isFinite(remaining + lateral + heading))
    return { linear: metresPerSecond(0), angular: radiansPerSecond(0) };
  if (Math.abs(heading) > TURN_FIRST) return { ...STILL, angular: turn(-1 * heading) };
  if (Math.abs(remaining) < ARRIVED) return { ...STILL, angular: turn(-ARRIVE * heading) };
  const cap = remaining > DOCK_LIMITS.lastStretch ? DOCK_LIMITS.approachSpeed : DOCK_LIMITS.lastSpeed;
  const linear = clamp(ARRIVE * remaining, cap);
  // Driving backwards the line follower's lateral term changes sign, its heading term does not.
  const angular = -linear * LINE_LATERAL * lateral - Math.abs(linear) * LINE_HEADING * heading;
  return { linear: metresPerSecond(linear), angular: turn(angular) };
}

/** Velocity that brings the base straight on or back to the dock's distance, turning only to keep its heading. */
export function driveStraight(base: FloorPose, dock: FloorPose): Drive {
  const { remaining, heading } = dockingOf(base, dock);
  if (!Number.isFinite(remaining + heading)) return STILL;
  const linear = clamp(ARRIVE * remaining, DOCK_LIMITS.lastSpeed);
  return { linear: metresPerSecond(linear), angular: turn(-ARRIVE * heading) };
}

/** The pose of base_link in the map from its pose in odom and where odom lies in the map. */
export function inMap(odomInMap: FloorPose, baseInOdom: FloorPose): FloorPose {
  const [c, s] = [Math.cos(odomInMap.yaw), Math.sin(odomInMap.yaw)];
  return {
    x: metres(odomInMap.x + c * baseInOdom.x - s * baseInOdom.y),
    y: metres(odomInMap.y + s * baseInOdom.x + c * baseInOdom.y),
    yaw: wrapped(odomInMap.yaw + baseInOdom.yaw),
  };
}
