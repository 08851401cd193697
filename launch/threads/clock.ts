// The clock of an embedded graph as its threads read it: the time it shows, and a call when it shows a given time.
import { seconds, type Seconds } from "../../core/units.ts";

const NANOSECONDS = 1e9;

export interface Clock {
  /** Seconds since the graph was opened: the same in every thread, never set back. */
  readonly now: () => Seconds;
  /** Calls `act` once when the clock shows `due`, at once when it is past; returns what takes it back. */
  at(due: number, act: () => void): () => void;
}

/**
 * The machine's own time: that of every graph whose world is real, and nothing in the house can turn it. `epoch` is
 * process.hrtime.bigint() at the graph's opening; all threads of a process share that clock.
 */
export function machineClock(epoch: bigint): Clock {
  const now = () => seconds(Number(process.hrtime.bigint() - epoch) / NANOSECONDS);
  return {
    now,
    at(due, act) {
      const timer = setTimeout(act, Math.max(0, (due - now()) * 1000));
      return () => clearTimeout(timer);
    },
  };
}
