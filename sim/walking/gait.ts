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

const SPEED = [0.5, 1.2] as const;
const WALK_RATIO = [0.0052, 0.0062] as const;
const STATURE = 1.6;
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
    clearance: metres(0.03),
  };
}

/** Share of a step with both feet down. */
const doubleShare = (speed: number): number => 0.24 + 0.13 * Math.max(0, 1.15 - speed);
