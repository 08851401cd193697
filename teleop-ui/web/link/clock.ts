// The robot's clock as the page knows it: offset and round trip, from the lane's beat replies.
import { seconds, type Seconds } from "../../../core/units.ts";

interface Sample {
  readonly offset: number; // s, robot's clock minus ours
  readonly roundTrip: number; // s
}

/** RFC 5905's clock filter: of the last eight, the one with the shortest way tells the offset best. */
const KEPT = 8;

export class RobotClock {
  readonly #local: () => number;
  #samples: Sample[] = [];

  /** @param local our own clock in seconds, never set back */
  constructor(local: () => number) {
    this.#local = local;
  }

  local(): Seconds {
    return seconds(this.#local());
  }

  /** A beat sent at `sentAt` (our clock) was answered at `robotAt` (the robot's clock), and the answer is here now. */
  learn(sentAt: Seconds, robotAt: Seconds) {
    const now = this.#local();
    const roundTrip = now - sentAt;
    if (!(roundTrip >= 0) || !Number.isFinite(robotAt)) return;
    this.#samples = [...this.#samples, { offset: robotAt - (sentAt + now) / 2, roundTrip }].slice(-KEPT);
  }

  /** The link is gone: what was learnt may be wrong for the next robot. */
  forget() {
    this.#samples = [];
  }

  /** The robot's time now, or undefined before the first answer. */
  robotNow(): Seconds | undefined {
    const best = this.#best();
    return best && seconds(Math.max(0, this.#local() + best.offset));
  }

  /** Of the last beat. */
  roundTrip(): Seconds | undefined {
    const last = this.#samples.at(-1);
    return last && seconds(last.roundTrip);
  }

  #best(): Sample | undefined {
    return this.#samples.reduce<Sample | undefined>(
      (best, sample) => (best && best.roundTrip <= sample.roundTrip ? best : sample),
      undefined,
    );
  }
}
