// The robot's clock as the page knows it: where it is and how it goes, from the lane's beat replies and, of a simulated one, its rate.
import { atRate, estimate, learn, NOTHING_LEARNT, type Learnt } from "../../../core/clock-offset.ts";
import { LIMITS } from "../../../core/safety/limits.ts";
import { seconds, type Seconds } from "../../../core/units.ts";

/** More changes within the age of anything shown are not told apart. */
const RATES = 32;

export class RobotClock {
  readonly #local: () => number;
  #learnt: Learnt = NOTHING_LEARNT;
  #roundTrip: Seconds | undefined;
  #told: Seconds | undefined;
  /** since when, by our own clock, the robot's goes at which rate; newest last */
  #rates: readonly { readonly from: number; readonly rate: number }[] = [{ from: -Infinity, rate: 1 }];

  /** @param local our own clock in seconds, never set back */
  constructor(local: () => number) {
    this.#local = local;
  }

  local(): Seconds {
    return seconds(this.#local());
  }

  /** A beat sent at `sentAt` (our clock) was answered at `robotAt` (the robot's clock), and the answer is here now. */
  learn(sentAt: Seconds, robotAt: Seconds) {
    const received = this.local();
    const before = this.#learnt;
    this.#learnt = learn(before, { sent: sentAt, answered: robotAt, received });
    this.#told = robotAt;
    if (this.#learnt.samples !== before.samples) this.#roundTrip = seconds(received - sentAt);
  }

  /**
   * The robot's clock is simulated and goes at this rate: 0 while it stands. Where it is now must be learnt anew, and until
   * then nothing is stamped.
   */
  setRate(rate: number) {
    if (rate === this.rate) return;
    this.#rates = [...this.#rates, { from: this.local(), rate }]
      .slice(-RATES)
      .map((one, place) => (place === 0 ? { ...one, from: -Infinity } : one));
    this.#learnt = atRate(rate);
  }

  /** [1] the robot's seconds in one of ours. */
  get rate(): number {
    return this.#rates.at(-1)?.rate ?? 1;
  }

  /** How much time went by for the robot since this time of ours. */
  passedSince(local: Seconds): Seconds {
    let passed = 0;
    let until: number = this.local();
    for (const { from, rate } of this.#rates.toReversed()) {
      if (until > local) passed += rate * (until - Math.max(from, local));
      until = Math.min(until, from);
    }
    return seconds(passed);
  }

  /** The link is gone: what was learnt may be wrong for the next robot. */
  forget() {
    this.#learnt = atRate(this.rate);
    this.#roundTrip = undefined;
    this.#told = undefined;
  }

  /** What the robot's clock last said of itself; nothing is guessed, so it stands while the robot stands still in time. */
  told(): Seconds | undefined {
    return this.#told;
  }

  /** The robot's time now, or undefined before the first answer. */
  robotNow(): Seconds | undefined {
    const now = this.local();
    const known = estimate(this.#learnt, now);
    return known && seconds(Math.max(0, now + known.offset));
  }

  /** The robot's time as it may stamp a request for motion: undefined while it may be wrong by more than the robot bears. */
  stampNow(): Seconds | undefined {
    const known = estimate(this.#learnt, this.local());
    return known !== undefined && known.error <= LIMITS.roundTripLong / 2 ? this.robotNow() : undefined;
  }

  /** Of the last beat, by our clock or the robot's, whichever is longer: in fast time the same way is later at its end. */
  roundTrip(): Seconds | undefined {
    return this.#roundTrip && seconds(this.#roundTrip * Math.max(1, this.rate));
  }
}
