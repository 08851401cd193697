// How one person moves alone, drawn from their seed: how fast they rise, how far they lean, how often they try.
import { between, seeded } from "../../../core/seeded.ts";
import { seconds, type Seconds } from "../../../core/units.ts";

export interface Manner {
  /** From the first movement of the trunk to standing, as a strong person means it. */
  readonly riseTime: Seconds;
  /** The lean of a first try, as a share of what balance at rest would need at seat-off: momentum does for the rest. */
  readonly lean: number;
  readonly tries: number;
  /** From a loss of balance to what the muscles do about it. */
  readonly reaction: Seconds;
  /** Share of strength with which they brace themselves in a fall. */
  readonly brace: number;
  /** Share of strength that is left to who has fainted. */
  readonly slack: number;
  /** How unevenly they go limp: the left side keeps this share more, the right side as much less. */
  readonly uneven: number;
}

/** Draws a manner. Rise time is that of DOMAIN §2.1's healthy people with their spread; all else is [D]. */
export function mannerOf(seed: number): Manner {
  const draw = seeded(seed * 6151 + 29);
  return {
    riseTime: seconds(between(draw, 1.6, 2.1)),
    lean: between(draw, 0.72, 0.88),
    tries: draw() < 0.5 ? 2 : 3,
    reaction: seconds(between(draw, 0.12, 0.25)),
    brace: between(draw, 0.3, 0.6),
    slack: between(draw, 0.03, 0.12),
    uneven: between(draw, 0.2, 0.5) * (draw() < 0.5 ? 1 : -1),
  };
}
