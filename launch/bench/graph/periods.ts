// What the periods of a control loop come to: how far they were from what they should be, and how many were missed.
import { median, p99 } from "../statistics.ts";

export interface Kept {
  /** ms from one step to the next, less the period, either way */
  readonly error: { readonly median: number; readonly p99: number; readonly max: number };
  readonly periods: number;
  /** [1] a step came more than twice the period after the one before: at least one was left out */
  readonly misses: number;
  /** ms */
  readonly longest: number;
}

const MISSED = 2;

/** All in ms. Throws on none and on what is no number. */
export function keptPeriods(periods: readonly number[], wanted: number): Kept {
  const errors = periods.map((period) => Math.abs(period - wanted));
  return {
    error: { median: median(errors), p99: p99(errors), max: errors.reduce((a, b) => Math.max(a, b), 0) },
    periods: periods.length,
    misses: periods.filter((period) => period > MISSED * wanted).length,
    longest: periods.reduce((a, b) => Math.max(a, b), 0),
  };
}
