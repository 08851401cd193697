// The way of the pads from a seated to a standing person: how far up and how far back, over normalised time.
import { LENGTH } from "../core/body/segments.ts";
import { degrees, metres, metresPerSecond, seconds } from "../core/units.ts";
import type { Metres, MetresPerSecond, Radians, Seconds } from "../core/units.ts";
import { minimumJerk, minimumJerkRate, PEAK_ACCELERATION, PEAK_RATE } from "../core/motion/minimum-jerk.ts";

/** Where the pads should be, measured from where the path began, and how fast they should move there. */
interface PadAim {
  /** The base's retreat, away from the seat; positive is backwards for the robot. */
  readonly back: Metres;
  readonly up: Metres;
  readonly backRate: MetresPerSecond;
  readonly upRate: MetresPerSecond;
}
export interface PadPath {
  readonly duration: Seconds;
  /** Minimum jerk; `u` is the share of the duration, held at the ends outside 0..1. */
  at(u: number): PadAim;
}

/** The pads' cradle: hook and rest with the armpit between them (transfer-robot.sdf). */
export const CRADLE = {
  /** From base_link forward to the cradle's middle, where the shoulder belongs. */
  reach: metres(0.705),
  /** The cradle's middle goes in this much lower than it bears, so that its hook passes below the shoulder. */
  entry: metres(0.07),
} as const;

/** Feeling for the armpit: slow, because a lift of 0.03 m/s overshoots to half the body weight before it stops [D]. */
export const FEEL_SPEED = metresPerSecond(0.015);
/** Peak trunk flexion of a helped rise; the usual range is 35 to 50° (DOMAIN §2.1). */
export const HELPED_LEAN = degrees(38);
/** The armpit's distance from the hip along the trunk, which is a little less than the shoulder's. */
const HIP_TO_PAD = 0.27;
/** Six seconds to lean 38°: slower than people lean alone, so that the lift (0.05 m/s²) can follow the arc down [D]. */
const LEAN_TIME = seconds(6);

/** What the pads bear while the person leans, as a share of body weight: felt as help, too little to lift. */
const LEAN_SUPPORT = 0.15;
/** How far the pads may leave the lean's arc to keep that support, and how fast (m per s for each 1 of body weight). */
const YIELD = { down: -0.03, up: 0.04, rate: 0.08 } as const;

/** The pads go with the trunk on an arc about the hip, from the lean that is seen now. */
export function leanPath(stature: Metres, leanNow: Radians): PadPath {
  const trunk = HIP_TO_PAD * stature;
  const more = HELPED_LEAN - leanNow;
  return {
    duration: LEAN_TIME,
    at(u) {
      const angle = leanNow + more * minimumJerk(u);
      const rate = (more * minimumJerkRate(u)) / LEAN_TIME;
      return {
        back: metres(trunk * (Math.sin(angle) - Math.sin(leanNow))),
        up: metres(trunk * (Math.cos(angle) - Math.cos(leanNow))),
        backRate: metresPerSecond(trunk * Math.cos(angle) * rate),
        upRate: metresPerSecond(-trunk * Math.sin(angle) * rate),
      };
    },
  };
}

/**
 * How much higher (or lower) than the arc the pads should be, after `dt` more at this support (share of body weight).
 * An unknown support gives the correction as it was.
 */
export function leanYield(before: Metres, support: number, dt: Seconds): Metres {
  if (!Number.isFinite(support)) return before;
  return metres(
    Math.max(YIELD.down, Math.min(YIELD.up, before + (LEAN_SUPPORT - support) * YIELD.rate * dt)),
  );
}

/** From the shoulder joint down to the axis of a bearing pad: half a shoulder's depth (share of stature) and the pad. */
const SHOULDER_DEPTH = 0.026;
const PAD_RADIUS = 0.03;
/** The pads stop this much below the standing armpit, so that at the end the legs bear all of the weight. */
const SHORT = 0.025;
/** Where the armpits of a standing person are, forward of where the hips were on the seat, as a share of stature. */
const STAND_FORWARD = 0.145;
/** The trunk passes this much further forward half way up. */
const BULGE = metres(0.05);
/** Kept below the caps of DOMAIN §7 (0.10 m/s, 0.05 m/s²) so that control errors do not reach them. */
const MOST = { speed: 0.095, acceleration: 0.045 } as const;
const LEAST_TIME = seconds(9);

/** Height of a bearing pad's axis under the armpits of somebody who stands. */
export const standingPad = (stature: Metres): Metres =>
  metres(
    (LENGTH.ankleHeight + LENGTH.shank + LENGTH.thigh + LENGTH.trunk - SHOULDER_DEPTH) * stature -
      PAD_RADIUS -
      SHORT,
  );

export interface RiseBegin {
  readonly stature: Metres;
  /** Height of the pads' axis now. */
  readonly padHeight: Metres;
  /** The cradle's middle forward of where the hips were while seated; horizontal. */
  readonly forwardOfHips: Metres;
  /** At least this long. */
  readonly wanted: Seconds;
}

/**
 * From leaning to standing: up, a little forward half way, to above the feet; down where the pads are above their end
 * already. Throws on a start that is not a number.
 */
export function risePath({ stature, padHeight, forwardOfHips, wanted }: RiseBegin): PadPath {
  const way = standingPad(stature) - padHeight;
  const forward = STAND_FORWARD * stature - forwardOfHips;
  if (!Number.isFinite(way + forward))
    throw new Error(
      `rise path: expected numbers, got pads at ${padHeight} m, ${forwardOfHips} m before the hips`,
    );
  const duration = seconds(
    Math.max(
      LEAST_TIME,
      wanted || 0,
      (PEAK_RATE * Math.abs(way)) / MOST.speed,
      Math.sqrt((PEAK_ACCELERATION * Math.abs(way)) / MOST.acceleration),
    ),
  );
  return {
    duration,
    at(u) {
      const [s, rate] = [minimumJerk(u), minimumJerkRate(u) / duration];
      return {
        back: metres(forward * s + BULGE * 4 * s * (1 - s)),
        up: metres(way * s),
        backRate: metresPerSecond((forward + BULGE * 4 * (1 - 2 * s)) * rate),
        upRate: metresPerSecond(way * rate),
      };
    },
  };
}
