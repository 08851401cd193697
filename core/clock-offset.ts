// How far another clock is from ours, from words that go there and back: the least round trip tells it best (RFC 5905).
import { seconds, type Seconds } from "./units.ts";

/** One word there and back: sent and received by our clock, answered by the other. */
export interface RoundTrip {
  readonly sent: Seconds;
  readonly answered: Seconds;
  readonly received: Seconds;
}

interface Sample {
  readonly received: Seconds;
  /** the other clock minus ours */
  readonly offset: number;
  readonly roundTrip: number;
}

/** What was learnt, oldest first. */
export interface Learnt {
  readonly samples: readonly Sample[];
}
export const NOTHING_LEARNT: Learnt = { samples: [] };

/** What is known now: the other clock is ours plus `offset`, and no further from it than `error`. */
export interface Estimate {
  readonly offset: Seconds;
  readonly error: Seconds;
}

/** RFC 5905, clock filter: the last eight are kept, */
const KEPT = 8;
/** and may have drifted apart by 15 ppm since (PHI). A computer's crystal is within 100 ppm: the worse of the two. */
const DRIFT = 100e-6;

/** Learns from a round trip. One that ends before it begins, or is no number, teaches nothing. */
export function learn({ samples }: Learnt, { sent, answered, received }: RoundTrip): Learnt {
  const roundTrip = received - sent;
  if (!(roundTrip >= 0) || !Number.isFinite(roundTrip + answered)) return { samples };
  // somewhere on the way the other clock said `answered`: in the middle, give or take half the way
  const sample = { received, offset: answered - (sent + received) / 2, roundTrip };
  return { samples: [...samples, sample].slice(-KEPT) };
}

/** The best of what was learnt, at our time `now`: a word's error is half its way, and what the clocks drift apart since. */
export function estimate({ samples }: Learnt, now: Seconds): Estimate | undefined {
  let best: Estimate | undefined;
  for (const { received, offset, roundTrip } of samples) {
    const error = seconds(roundTrip / 2 + DRIFT * Math.abs(now - received));
    if (best === undefined || error < best.error) best = { offset: seconds(offset), error };
  }
  return best;
}
