// Holds the answer of each rule over time: how long a cause must last to break it, and stay away to clear it.
import { seconds, type Seconds } from "../units.ts";
import { LIMITS } from "./limits.ts";
import { isLoaded, type Observations } from "./observations.ts";
import type { Clears, Rule } from "./rule.ts";

/** One rule's memory. */
export interface Track {
  readonly broken: boolean;
  /** for how long the cause has been there, drained at half the rate while it is away: a toggling input still breaks the rule */
  readonly charge: Seconds;
  /** for how long the cause, and what else keeps the rule broken, has been away */
  readonly away: Seconds;
}

export const UNBROKEN: Track = { broken: false, charge: seconds(0), away: seconds(0) };

const nothing = () => false;
/** What keeps a broken rule broken besides its cause. Acts of people are the machine's matter, not the tracker's. */
const KEEPS: Readonly<Record<Clears, (seen: Observations) => boolean>> = {
  itself: nothing,
  mode_change: isLoaded,
  reset: nothing,
  release_and_reset: nothing,
  restart: () => true,
};

/**
 * The rule's memory after `elapsed` more. A broken rule clears only after its cause, and what else keeps it broken, was
 * away for `LIMITS.clearAfter` on end.
 */
export function track(rule: Rule, before: Track, seen: Observations, elapsed: Seconds): Track {
  if (rule.broken(seen)) {
    const charge = seconds(before.charge + elapsed);
    const broken = before.broken || !(charge < (rule.lasts ?? 0));
    return { broken, charge, away: seconds(0) };
  }
  const isKept = before.broken && KEEPS[rule.clears](seen);
  const away = seconds(isKept ? 0 : before.away + elapsed);
  const charge = seconds(Math.max(0, before.charge - elapsed / 2));
  const broken = before.broken && !(away >= LIMITS.clearAfter);
  return broken || before.charge > 0 ? { broken, charge, away } : UNBROKEN;
}
