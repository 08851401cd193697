// The One Euro filter: steady when a value rests, quick when it moves, on whatever clock the samples carry.
import type { Seconds } from "../core/units.ts";

export interface OneEuroOptions {
  /** Hz, cut-off at rest: lower is steadier. */
  readonly minCutoff: number;
  /** Hz per unit per second: higher follows fast motion sooner. */
  readonly speedCoefficient: number;
  /** Hz, cut-off of the speed estimate. */
  readonly derivativeCutoff: number;
  /** A gap longer than this starts anew, because nothing joins the samples. */
  readonly maxGap: Seconds;
}

/** Smoothing factor of a first-order low-pass at one step (Casiez et al., CHI 2012, equation 3). */
const factor = (cutoff: number, step: number): number => 1 / (1 + 1 / (2 * Math.PI * cutoff * step));

/**
 * A filter for one value (Casiez, Roussel, Vogel: "1 € Filter", CHI 2012).
 * A value that is not finite passes through and forgets the past; a time that does not rise gives the last answer.
 */
export function oneEuro(options: OneEuroOptions): (value: number, time: Seconds) => number {
  let past: { value: number; speed: number; time: number } | undefined;
  return (value, time) => {
    if (!Number.isFinite(value)) {
      past = undefined;
      return value;
    }
    const step = past === undefined ? Infinity : time - past.time;
    if (past === undefined || !(step <= options.maxGap)) {
      past = { value, speed: 0, time };
      return value;
    }
    if (!(step > 0)) return past.value;
    const speedFactor = factor(options.derivativeCutoff, step);
    const speed = past.speed + speedFactor * ((value - past.value) / step - past.speed);
    const cutoff = options.minCutoff + options.speedCoefficient * Math.abs(speed);
    past = { value: past.value + factor(cutoff, step) * (value - past.value), speed, time };
    return past.value;
  };
}
