// How robot and pads move in each phase of standing up: from what is sensed now to velocities now.
import { metres, type Metres, type Seconds } from "../../core/units.ts";
import { dockingOf, driveToDock, type FloorPose } from "../dock.ts";
import { minimumJerk, minimumJerkRate, PEAK_ACCELERATION, PEAK_RATE } from "../minimum-jerk.ts";
import { armTravel, backedOff, PAD, padBelowShoulder, standingShoulder, STANDOFF } from "./aim.ts";
import type { Senses } from "./senses.ts";
import { TIMINGS, TOUCH_FORCE } from "./timings.ts";

/** Wanted velocities: base along x [m/s] and about z [rad/s] of base_link, lift and each arm [m/s]. */
export interface Velocities {
  readonly linear: number;
  readonly angular: number;
  readonly lift: number;
  readonly arm: number;
}
export const STILL: Velocities = { linear: 0, angular: 0, lift: 0, arm: 0 };

/** `share` of the move is behind; `done` is said once its end is reached. */
export interface Motion {
  readonly velocities: Velocities;
  readonly share: number;
  readonly done: boolean;
}
/** One look, `dt` after the one before. */
export type Move = (senses: Senses, dt: Seconds) => Motion;

/** [1/s] of a position error as speed. */
const GAIN = 2;
const LIFT_SPEED = 0.095; // m/s, below the cap of 0.10 (DOMAIN §7)
const LIFT_ACCELERATION = 0.045; // m/s², below the limit of 0.05 (DOMAIN §7)
const ARM_SPEED = 0.05; // m/s, the arms' own limit (transfer-robot.sdf)
const RAISE_SPEED = 0.03; // m/s, feeling for the person
const NEAR = 0.012; // m, close enough for pads
const SEATED_LEAN = (35 * Math.PI) / 180; // rad, DOMAIN §2.1: peak trunk flexion 35–50°
const TRUNK = 0.288; // of stature, hip to shoulder (Drillis & Contini)
/** [1] of body weight that the pads bear while somebody leans: enough to be felt as help, too little to lift. */
const LEAN_SUPPORT = 0.1;
/** [m/s] of pad height for each [1] of body weight of error. */
const YIELDING = 0.5;

const clamp = (value: number, limit: number) => Math.max(-limit, Math.min(limit, value));
const reached = (...errors: readonly number[]) => errors.every((error) => Math.abs(error) < NEAR);

/** Drives to `dock`; done when it stands there. */
export const approach =
  (dock: FloorPose, way: Metres): Move =>
  (senses) => {
    const { linear, angular } = driveToDock(senses.base, dock);
    const { remaining, lateral, heading } = dockingOf(senses.base, dock);
    const done = reached(remaining) && Math.abs(lateral) < 0.05 && Math.abs(heading) < 0.06;
    return {
      velocities: { ...STILL, linear, angular },
      share: 1 - Math.min(1, Math.max(0, remaining) / Math.max(way, NEAR)),
      done,
    };
  };

/** Brings pads to just under the armpits, drives in beneath them, then raises until they are felt. */
export function contact(dock: FloorPose, shoulder: Metres): Move {
  let inside = false;
  return (senses) => {
    const below = shoulder - padBelowShoulder(senses.stature) - 0.07;
    const lift = below - PAD.height - senses.lift;
    const arm = armTravel(senses.stature, senses.bodyMass) - (senses.leftArm + senses.rightArm) / 2;
    const { remaining } = dockingOf(senses.base, dock);
    const placed = reached(lift, arm);
    inside ||= placed && reached(remaining);
    const felt = senses.support > 2.5 * TOUCH_FORCE;
    if (inside) return { velocities: { ...STILL, lift: felt ? 0 : RAISE_SPEED }, share: 0.9, done: felt };
    const { linear, angular } =
      placed || remaining < STANDOFF - 0.05 ? driveToDock(senses.base, dock) : STILL;
    return {
      velocities: {
        linear,
        angular,
        lift: clamp(GAIN * lift, LIFT_SPEED),
        arm: clamp(GAIN * arm, ARM_SPEED),
      },
      share: 0.8 * (1 - Math.min(1, Math.max(0, remaining) / STANDOFF)),
      done: false,
    };
  };
}

/** The pads go with the trunk as it leans forward, yielding in height so that they bear a tenth of the weight. */
export function lean(begin: Senses): Move {
  const duration = Math.max(4, TIMINGS.rise * TIMINGS.shares.lean);
  const trunk = TRUNK * begin.stature;
  let time = 0;
  let gone = 0;
  return (senses, dt) => {
    time += dt;
    const u = time / duration;
    const angle = SEATED_LEAN * minimumJerk(u);
    const rate = (SEATED_LEAN * minimumJerkRate(u)) / duration;
    gone = travelled(begin.base, senses.base);
    const back = trunk * Math.sin(angle);
    return {
      // The person leans towards the robot: it gives way by going backwards.
      velocities: {
        ...STILL,
        linear: clamp(-trunk * Math.cos(angle) * rate + GAIN * (-back - gone), 0.1),
        lift: clamp(YIELDING * (LEAN_SUPPORT - senses.support / senses.bodyWeight), 0.05),
      },
      share: Math.min(1, u),
      done: u > 1.1,
    };
  };
}

/** How far a base has gone forward along its own heading at `from`. */
const travelled = (from: FloorPose, now: FloorPose) =>
  Math.cos(from.yaw) * (now.x - from.x) + Math.sin(from.yaw) * (now.y - from.y);

/** The pads rise to just under the standing shoulders, going out and back so that the knees have room: minimum jerk. */
export function rise(begin: Senses, wanted: Seconds): Move {
  const top = standingShoulder(begin.stature) - padBelowShoulder(begin.stature) - 0.025 - PAD.height;
  const way = Math.max(0, top - begin.lift);
  const bulge = 0.05 * Math.min(1, way / 0.35);
  const duration = Math.max(
    TIMINGS.rise * TIMINGS.shares.lift,
    wanted,
    (PEAK_RATE * way) / LIFT_SPEED,
    Math.sqrt((PEAK_ACCELERATION * way) / LIFT_ACCELERATION),
  );
  let time = 0;
  return (senses, dt) => {
    time += dt;
    const u = time / duration;
    const [s, rate] = [minimumJerk(u), minimumJerkRate(u) / duration];
    const out = -4 * bulge * s * (1 - s);
    return {
      velocities: {
        ...STILL,
        linear: clamp(
          -4 * bulge * (1 - 2 * s) * rate + GAIN * (out - travelled(begin.base, senses.base)),
          0.1,
        ),
        lift: clamp(way * rate + GAIN * (begin.lift + way * s - senses.lift), LIFT_SPEED),
      },
      share: Math.min(1, u),
      done: u >= 1 && Math.abs(top - senses.lift) < 2 * NEAR,
    };
  };
}

/** Stands still with the person. */
export const steady: Move = () => ({ velocities: STILL, share: 1, done: false });

/** Lowers the pads away from the armpits, then backs off. */
export function letGo(begin: Senses): Move {
  const under = begin.lift - 0.1;
  const away = backedOff(begin.base, metres(0.6));
  return (senses) => {
    const still = senses.lift - under;
    const { remaining } = dockingOf(senses.base, away);
    const free = still < NEAR;
    return {
      velocities: {
        ...STILL,
        lift: free ? 0 : -RAISE_SPEED,
        linear: free ? clamp(GAIN * remaining, 0.1) : 0,
      },
      share: free ? 1 - Math.min(1, Math.abs(remaining) / 0.6) : 0,
      done: free && reached(remaining),
    };
  };
}
