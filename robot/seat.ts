// Whether the seat takes the person who is lowered onto it: pads that still bear them there say that it is gone.
import { SUPPORT_SHARE } from "../core/safety/limits.ts";
import { newtons, seconds, type Newtons, type Seconds } from "../core/units.ts";

/** What one look at a lowering says of the seat. */
export interface SeatLook {
  /** somebody is being lowered */
  readonly lowering: boolean;
  /** the pads are where they first touched the person on the seat, or beyond */
  readonly arrived: boolean;
  /** vertical force of both pads on the person; NaN when not known */
  readonly support: Newtons;
  /** the most that they may carry (SR-8) */
  readonly limit: Newtons;
}

/** For how long they have been borne where the seat should bear them, in this lowering. */
export interface SeatSense {
  readonly borne: Seconds;
  /** it has been said, and is not said again in this lowering: people may know better */
  readonly told: boolean;
}
export const NOT_SEATED: SeatSense = { borne: seconds(0), told: false };

/**
 * [1] of SR-8's limit, 0.6 of body weight, so a third of it: who sits leaves up to 0.30 on the pads there [measured on 20
 * residents]; who finds no seat more, until weak legs have found the floor [measured on 6]. A person who knows better says so.
 */
const BORNE = 1 / 3 / SUPPORT_SHARE;
/** At 0.03 m/s past the seat this is 9 mm. */
const LASTS = seconds(0.3);

/** After one more look, `elapsed` later. A force that is not known says nothing of the seat: SR-9 stops for it. */
export function senseSeat(before: SeatSense, look: SeatLook, elapsed: Seconds): SeatSense {
  if (!look.arrived) return NOT_SEATED;
  const bears = look.lowering && look.support > newtons(look.limit * BORNE);
  const borne = bears ? seconds(before.borne + elapsed) : seconds(0);
  return { borne, told: before.told || before.borne >= LASTS };
}

/** The seat is not there, and nobody was told yet. */
export const isGone = ({ borne, told }: SeatSense): boolean => borne >= LASTS && !told;
