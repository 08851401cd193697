// How somebody who sits on the edge of a bed keeps upright: hips and trunk answer what the inner ear feels of a lean.
import type { Radians, Seconds } from "../../core/units.ts";

/**
 * Hips and trunk flex by rad for each rad that the trunk leans back, the trunk bends by rad for each rad that it leans
 * aside; and by what has been leant for long, rad for each rad and s. At most so much, rad [D].
 */
const BACK = { hip: 0.3, mostHip: 0.3, lumbar: 0.5, leastLumbar: -0.4, mostLumbar: 0.6 } as const;
const BACK_FOR_LONG = { gain: 0.3, most: 0.25 } as const;
const ASIDE = 0.8;
const ASIDE_FOR_LONG = { gain: 1, most: 0.4 } as const;

/** What is added to the angles of the posture, rad, by the names of the muscles. */
type Steadied = Readonly<
  Record<"left_hip_flexion" | "right_hip_flexion" | "lumbar_flexion" | "lumbar_lateral", number>
>;

export interface SitBalance {
  /** `back` and `left`: how far the trunk leans so. */
  step(back: Radians, left: Radians, period: Seconds): Steadied;
}

export function sitBalance(): SitBalance {
  let [hasLeantBack, hasLeantLeft] = [0, 0];
  return {
    step(back, left, period) {
      hasLeantBack = within(hasLeantBack + BACK_FOR_LONG.gain * back * period, BACK_FOR_LONG.most);
      hasLeantLeft = within(hasLeantLeft + ASIDE_FOR_LONG.gain * left * period, ASIDE_FOR_LONG.most);
      const hip = within(BACK.hip * back, BACK.mostHip) + hasLeantBack;
      return {
        left_hip_flexion: hip,
        right_hip_flexion: hip,
        lumbar_flexion: Math.max(BACK.leastLumbar, Math.min(BACK.mostLumbar, BACK.lumbar * back)),
        lumbar_lateral: -(ASIDE * left + hasLeantLeft),
      };
    },
  };
}

const within = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
