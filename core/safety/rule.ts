// What a safety rule is: one row of the table, and how its answer is held over time.
import type { Seconds } from "../units.ts";
import type { Demand } from "./demands.ts";
import type { Observations } from "./observations.ts";
import type { Reason } from "./texts.ts";

/**
 * `itself`: when its cause has been away long enough. `mode_change`: and nobody has been in the arms for as long, whatever
 * its cause did meanwhile. `reset`: and a person reset. `release_and_reset`: and the button was released. `restart`: not
 * before the supervisor starts anew.
 */
export type Clears = "itself" | "mode_change" | "reset" | "release_and_reset" | "restart";

export interface Rule {
  /** the requirement in docs/SAFETY.md this row serves */
  readonly requirement: `SR-${number}`;
  /** text key of what is wrong; unique together with the demand */
  readonly when: Reason;
  readonly demand: Demand;
  readonly clears: Clears;
  /** Written so that NaN breaks it: an unknown value is never a safe one. */
  readonly broken: (seen: Observations) => boolean;
  /** the cause must last this long before the rule is broken */
  readonly lasts?: Seconds;
  /** it breaks by silence alone, so it latches nothing before the first start: then nobody has spoken yet */
  readonly silence?: true;
  /** while it is broken, lowering is not possible either */
  readonly forbidsLowering?: true;
  /** a person says stop: each time they do, lowering ends, were it begun despite their stop before */
  readonly deliberate?: true;
  /** lowering is the right act when it breaks, so it does not interrupt one that is under way */
  readonly loweringAnswers?: true;
  /** while it is broken, an operator does not drive directly */
  readonly blocksDrive?: true;
  /** while it is broken, and after that until it is reset, who may not move is held by brakes: the drives lose their power */
  readonly setsBrakes?: true;
  /** while it is broken, the supervisor does not trust its own inputs */
  readonly distrust?: true;
}
