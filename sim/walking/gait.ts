// How one person walks, drawn from their seed: speed, cadence, step length and width, and how long both feet carry.
import { between, seeded } from "../../core/seeded.ts";
import {
  metres,
  metresPerSecond,
  seconds,
  type Metres,
  type MetresPerSecond,
  type Seconds,
} from "../../core/units.ts";
import type { ResidentParameters } from "../resident/parameters.ts";

export interface Gait {
  readonly speed: MetresPerSecond;
  /** From one foot's landing to the other's. */
  readonly stepTime: Seconds;
  readonly stepLength: Metres;
  /** Between the ankles. */
  readonly stepWidth: Metres;
  /** Part of a step in which both feet are on the floor. */
  readonly doubleSupport: Seconds;
  /** The sole over the floor in mid-swing. */
  readonly clearance: Metres;
}

/** m/s: from frail to healthy old people (0.8 and 1.0 m/s are the thresholds of EWGSOP2 and AWGS, DOMAIN §2.4). */
const SPEED = [0.5, 1.2] as const;
/**
 * Step length over cadence, m per step/min, for people of this stature, m: it hardly changes with speed, about 0.0065 in
 * healthy adults and less in old people (Sekiya and Nagasaki 1998, from memory; the range is [D]).
 */
const WALK_RATIO = [0.0052, 0.0062] as const;
const STATURE = 1.6;
/** m: 0.08 to 0.1 between lines of progression past 70 (Hollman 2011, from memory) and 0.15 ± 0.06 in nursing homes (Fien 2019). */
const STEP_WIDTH = [0.09, 0.13] as const;

/** The gait of a seed; at another speed when one is given. */
export function gaitOf(p: ResidentParameters, speed?: number): Gait {
  const draw = seeded(p.seed * 9973 + 41);
  const own = between(draw, ...SPEED);
  const ratio = between(draw, ...WALK_RATIO) * (p.stature / STATURE);
  const width = between(draw, ...STEP_WIDTH);
  const v = speed ?? own;
  const cadence = Math.sqrt((60 * v) / ratio);
  const stepTime = 60 / cadence;
  return {
    speed: metresPerSecond(v),
    stepTime: seconds(stepTime),
    stepLength: metres(v * stepTime),
    stepWidth: metres(width),
    doubleSupport: seconds(stepTime * doubleShare(v)),
    clearance: metres(CLEARANCE),
  };
}

/** m, of the sole in mid-swing; people pass at 0.01 to 0.02 (Winter 1992, from memory), our feet need a little more. */
const CLEARANCE = 0.03;
/** Share of a step meant with both feet down; landing early and leaving late, they come to some 5 % more [measured]. */
const doubleShare = (speed: number): number => 0.24 + 0.13 * Math.max(0, 1.15 - speed);
