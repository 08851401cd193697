// What the periods of a control loop come to: how far they were from what they should be, and how many were missed.
import { median, p99 } from "../statistics.ts";

export interface Kept {
  /** ms from one step to the next, less the period, either way */
  readonly error: { readonly median: number; readonly p99: number; readonly max: number };
  readonly periods: number;
  /** [1] times at which a step came more than twice the period after the one before */
  readonly misses: number;
  /** [1] steps that were left out in all: of a long miss, many */
  readonly leftOut: number;
  /** ms */
  readonly longest: number;
}

const MISSED = 2;

/** All in ms. Throws on none and on what is no number. */
export function keptPeriods(periods: readonly number[], wanted: number): Kept {
  const errors = periods.map((period) => Math.abs(period - wanted));
  const missed = periods.filter((period) => period > MISSED * wanted);
  return {
    error: { median: median(errors), p99: p99(errors), max: errors.reduce((a, b) => Math.max(a, b), 0) },
    periods: periods.length,
    misses: missed.length,
    leftOut: missed.reduce((sum, period) => sum + Math.floor(period / wanted) - 1, 0),
    longest: periods.reduce((a, b) => Math.max(a, b), 0),
  };
}
