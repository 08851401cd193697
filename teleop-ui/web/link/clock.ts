// The robot's clock as the page knows it: offset and round trip, from the lane's beat replies.
import { estimate, learn, NOTHING_LEARNT, type Learnt } from "../../../core/clock-offset.ts";
import { LIMITS } from "../../../core/safety/limits.ts";
import { seconds, type Seconds } from "../../../core/units.ts";

export class RobotClock {
  readonly #local: () => number;
  #learnt: Learnt = NOTHING_LEARNT;
  #roundTrip: Seconds | undefined;

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
    if (this.#learnt.samples !== before.samples) this.#roundTrip = seconds(received - sentAt);
  }

  /** The link is gone: what was learnt may be wrong for the next robot. */
  forget() {
    this.#learnt = NOTHING_LEARNT;
    this.#roundTrip = undefined;
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

  /** Of the last beat. */
  roundTrip(): Seconds | undefined {
    return this.#roundTrip;
  }
}
