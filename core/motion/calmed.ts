// What is left of a motion that nobody stands behind any more: from here on no axis goes any faster.
import type { Limiter } from "./limiter.ts";
import { AXES } from "./limits.ts";

/**
 * The same velocities, of which braking makes less from the very next tick: the ramps of each axis that lead its way are put in
 * order, fastest first, so that what would have made it faster is left out. Acceleration stays within its limit, for values a
 * step apart are so in order too; jerk does not: at this tick acceleration may turn round.
 */
export function calmed(limiter: Limiter): Limiter {
  const columns = AXES.map((_, axis) => inOrder(limiter.ramps.map((ramp) => ramp[axis] ?? NaN)));
  return { ...limiter, ramps: limiter.ramps.map((_, age) => columns.map((column) => column[age] ?? NaN)) };
}

/** The values that have the sign of their sum, largest first, the others 0, all scaled so that the sum stays. */
function inOrder(values: readonly number[]): number[] {
  const sum = values.reduce((all, value) => all + value, 0);
  const leading = values.map((value) => (value * sum > 0 ? value : 0));
  const share = sum === 0 ? 0 : sum / leading.reduce((all, value) => all + value, 0);
  return leading.map((value) => value * share).sort((a, b) => Math.abs(b) - Math.abs(a));
}
