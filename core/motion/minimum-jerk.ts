// The minimum-jerk path from 0 to 1 (Flash & Hogan 1985): how people move, and how they are moved without a start.

/** Share of the way after share `u` of the time; 0 before and 1 after. */
export function minimumJerk(u: number): number {
  const t = Math.min(1, Math.max(0, u));
  return t * t * t * (10 - 15 * t + 6 * t * t);
}

/** Its rate, per share of the time. */
export function minimumJerkRate(u: number): number {
  const t = Math.min(1, Math.max(0, u));
  return 30 * t * t * (1 - t) * (1 - t);
}

/** Largest rate: way / time × this is the peak speed. */
export const PEAK_RATE = 15 / 8;
/** Largest second derivative: way / time² × this is the peak acceleration (10/√3). */
export const PEAK_ACCELERATION = 10 / Math.sqrt(3);
