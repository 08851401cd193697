// What a person means to do when they rise alone: bend forward in time, carry that momentum over the feet, extend.
import { minimumJerk, PEAK_ACCELERATION } from "../../../core/motion/minimum-jerk.ts";
import { degrees, radians, seconds, type Metres, type Seconds } from "../../../core/units.ts";
import { balanceTarget, riseNeed } from "../muscles.ts";
import type { ResidentParameters } from "../parameters.ts";
import type { PostureModel } from "../posture.ts";
import type { Manner } from "./manner.ts";

export interface RisePlan {
  /** The furthest lean, as a share of what balance at rest would need at seat-off. */
  readonly lean: number;
  /** Trunk from upright to there. */
  readonly flexion: Seconds;
  /** Knees begin to extend, and are meant to be straight. */
  readonly from: Seconds;
  readonly until: Seconds;
}

/** Of the rise time: trunk flexion, and where the legs begin in it (phase I of about 30 %, DOMAIN §2.1; drawn out by overlap [D]). */
const FLEXION = 0.4;
const LEGS_BEGIN = 0.26;
/** The upper body about the hips, share of body mass times stature squared: 0.68 of the mass at about 0.25 of stature. */
const INERTIA = 0.045;
/** Shares of the hips' strength: what is left there when they hold a lean, and, as the legs push by then, brake it [D]. */
const HIPS_HOLD = 0.9;
const HIPS_TRUSTED = 1.05;
/** Who is weak bends at most so much more slowly; from the second try on, so much, and so far, and the legs take longer [D]. */
const SLOWEST = 2.2;
const AGAIN = { lean: 1, legs: 0.6 } as const;
/** The trunk sits like this before it moves. */
export const REST_PITCH = degrees(2);

/**
 * The plan of a try, the first being 1. Hips that are just strong enough cannot brake a trunk that is thrown forward,
 * so a weak person bends more slowly; with less momentum they need the whole lean.
 */
export function planRise(
  p: ResidentParameters,
  model: PostureModel,
  seatHeight: Metres,
  manner: Manner,
  attempt: number,
): RisePlan {
  const quick = FLEXION * manner.riseTime;
  const legsAt = (flexion: number) => LEGS_BEGIN * manner.riseTime + flexion - quick;
  const planOf = (lean: number, flexion: number, legs: number): RisePlan => ({
    lean,
    flexion: seconds(flexion),
    from: seconds(legsAt(flexion)),
    until: seconds(manner.riseTime + flexion - quick + legs),
  });
  const strength = riseNeed(p, seatHeight).hip * p.legStrength;
  const full = model.balanced(0, balanceTarget(p, 0)).trunkPitch;
  const load = (pitch: number) => model.load(model.at(0, radians(pitch))).hip;
  const held = furthest(full, (pitch) => load(pitch) <= strength * HIPS_HOLD);
  if (attempt > 1) return planOf(Math.min(AGAIN.lean, held / full), SLOWEST * quick, AGAIN.legs);
  const inertia = INERTIA * p.bodyMass * p.stature ** 2;
  const brakes = (pitch: number) => {
    const spare = Math.max(1, strength * HIPS_TRUSTED - load(pitch));
    return Math.max(quick, Math.sqrt((PEAK_ACCELERATION * (pitch - REST_PITCH) * inertia) / spare));
  };
  const first = brakes(Math.min(full * manner.lean, held));
  const slowness = Math.min(1, first / quick - 1);
  const lean = Math.min(full * (manner.lean + (1 - manner.lean) * slowness), held);
  return planOf(lean / full, Math.min(SLOWEST * quick, brakes(lean)), 0);
}

/** The largest pitch up to `most` (rad) that holds, in steps of half a degree. */
function furthest(most: number, holds: (pitch: number) => boolean): number {
  let found = 0;
  for (let pitch = 0; pitch < most && holds(pitch); pitch += degrees(0.5)) found = pitch;
  return Math.max(found, REST_PITCH);
}

/** The legs take the weight over from the seat in this time around the moment they begin [D]. */
const TAKE_OVER = { before: 0.25, time: 0.4 } as const;

/** How far lean, weight on the legs and rise are meant to be, each 0..1, so long after the try began. */
export const meantAt = (plan: RisePlan, since: number) => ({
  lean: minimumJerk(since / plan.flexion),
  push: minimumJerk((since - plan.from + TAKE_OVER.before) / TAKE_OVER.time),
  rise: minimumJerk((since - plan.from) / (plan.until - plan.from)),
});
