// What many measurements come to: medians and percentiles by nearest rank, so that every figure was really measured.

/** The smallest measurement that at least this share (0 to 1) does not exceed. Throws on none, and on what is no number. */
export function percentile(measured: readonly number[], share: number): number {
  if (!measured.every(Number.isFinite)) throw new Error("percentile: expected finite measurements");
  if (!(share >= 0 && share <= 1)) throw new Error(`percentile: expected a share from 0 to 1, got ${share}`);
  const value = measured.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(share * measured.length) - 1)];
  if (value === undefined) throw new Error("percentile: expected at least one measurement");
  return value;
}

export const median = (measured: readonly number[]): number => percentile(measured, 1 / 2);
/** What one in a hundred exceeds. */
export const p99 = (measured: readonly number[]): number => percentile(measured, 99 / 100);
