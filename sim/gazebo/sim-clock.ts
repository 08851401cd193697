// Gazebo's time on ours: when by our clock it was what Gazebo says it was, though it runs slower, stands or begins anew.
import { seconds, type Seconds } from "../../core/units.ts";

/**
 * The quickest message of this last while tells how far the two clocks are apart; the others were under way for longer.
 * A world at half of real time falls behind by half of it meanwhile: stamps then are up to 25 ms too old, never too new.
 */
const WHILE = 0.05;

interface Sample {
  readonly heardAt: number;
  /** our clock minus Gazebo's */
  readonly offset: number;
}

export interface SimClock {
  /** Gazebo said that it is `sim`; heard at `now` by our clock. A time before the last is a world that began anew. */
  hear(sim: Seconds, now: Seconds): void;
  /** When by our clock it was `sim` there; undefined before anything was heard. */
  ours(sim: Seconds): Seconds | undefined;
  /** How much of our time Gazebo has not lived through since it began. */
  slip(): Seconds;
}

export function simClock(): SimClock {
  let samples: Sample[] = [];
  let last = -Infinity;
  let first: number | undefined;
  const offset = () => Math.min(...samples.map((one) => one.offset));
  return {
    hear(sim, now) {
      if (!Number.isFinite(sim + now)) return;
      if (sim < last) {
        samples = [];
        first = undefined;
      }
      last = sim;
      samples = [
        ...samples.filter(({ heardAt }) => now - heardAt <= WHILE),
        { heardAt: now, offset: now - sim },
      ];
      first ??= now - sim;
    },
    ours: (sim) => (samples.length === 0 ? undefined : seconds(sim + offset())),
    slip: () => seconds(first === undefined ? 0 : Math.max(0, offset() - first)),
  };
}
