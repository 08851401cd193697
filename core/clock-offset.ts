// What another clock shows, from words that go there and back: the least round trip tells it best (RFC 5905).
import { seconds, type Seconds } from "./units.ts";

/** One word there and back: sent and received by our clock, answered by the other. */
export interface RoundTrip {
  readonly sent: Seconds;
  readonly answered: Seconds;
  readonly received: Seconds;
}

/** One answer: what the other clock showed halfway between. */
interface Sample {
  readonly sent: Seconds;
  readonly received: Seconds;
  readonly answered: Seconds;
}

/** What was learnt, oldest first. */
export interface Learnt {
  readonly samples: readonly Sample[];
  /** [1] the other clock's seconds in one of ours; a simulated one may be slow, fast, or stand */
  readonly rate: number;
}
export const NOTHING_LEARNT: Learnt = { samples: [], rate: 1 };

/** What is known now: the other clock is ours plus `offset`, and no further from it than `error`. */
export interface Estimate {
  readonly offset: Seconds;
  readonly error: Seconds;
}

/** RFC 5905, clock filter: the last eight are kept, */
const KEPT = 8;
/** and may have drifted apart by 15 ppm since (PHI). A computer's crystal is within 100 ppm: the worse of the two. */
const DRIFT = 100e-6;

/** The other clock goes at another rate from now on: what was learnt does not tell where it is. */
export const atRate = (rate: number): Learnt => ({ samples: [], rate });

/**
 * Learns from a round trip. One that ends before it begins, or is no number, teaches nothing. What was learnt before and
 * cannot be true together with it is forgotten: the other clock was turned, and nobody said so.
 */
export function learn(learnt: Learnt, { sent, answered, received }: RoundTrip): Learnt {
  const { samples, rate } = learnt;
  if (!(received - sent >= 0) || !Number.isFinite(received - sent + answered)) return learnt;
  const sample = { sent, received, answered };
  const now = told(sample, rate, received);
  const agreeing = samples.filter((old) => {
    const then = told(old, rate, received);
    return Math.abs(then.offset - now.offset) <= then.error + now.error;
  });
  return { samples: [...agreeing, sample].slice(-KEPT), rate };
}

/** The best of what was learnt, at our time `now`: a word's error is half its way, and what the clocks drift apart since. */
export function estimate({ samples, rate }: Learnt, now: Seconds): Estimate | undefined {
  let best: Estimate | undefined;
  for (const sample of samples) {
    const one = told(sample, rate, now);
    if (best === undefined || one.error < best.error) best = one;
  }
  return best;
}

/** Somewhere on the way the other clock said `answered`: in the middle, give or take half the way, in the longer seconds. */
function told({ sent, received, answered }: Sample, rate: number, now: Seconds): Estimate {
  const pace = Math.max(1, rate);
  const since = now - (sent + received) / 2;
  return {
    offset: seconds(answered + rate * since - now),
    error: seconds(pace * ((received - sent) / 2 + DRIFT * Math.abs(now - received))),
  };
}
