// Whether a person feels that they are losing their balance: the extrapolated centre of mass against their feet.
import { LENGTH } from "../../../core/body/segments.ts";
import type { Metres } from "../../../core/units.ts";
import type { Senses } from "../senses.ts";

/** The body's centre of mass above the ankles when standing, share of stature (de Leva 1996 puts it at 0.55 to 0.57). */
const CENTRE_HEIGHT = 0.55;
const GRAVITY = 9.81;
/** Half the width of a shoe, share of stature: sim/resident/shapes.ts. */
const HALF_SOLE = 0.029;

/**
 * Whether centre of mass plus its speed over √(g/l), as Hof, Gazendam and Sinke (2005) extrapolate it, has left the feet:
 * toes before the ankles, heels behind them, outer edges beside. From there nobody comes back without a step.
 */
export function losesBalance(senses: Senses, stature: Metres): boolean {
  const perSpeed = Math.sqrt((CENTRE_HEIGHT * stature) / GRAVITY);
  const forward = (senses.massForward + senses.massSpeed * perSpeed) / stature;
  const left = (senses.massLeft + senses.massLeftSpeed * perSpeed) / stature;
  const beside = LENGTH.hipHalfBreadth + HALF_SOLE;
  return !(forward < LENGTH.foot - LENGTH.heel && forward > -LENGTH.heel && Math.abs(left) < beside);
}
