// Simulated time of a graph as its threads read it: it stands, slows and goes on for all of them at once.
import { seconds } from "../../core/units.ts";
import type { Clock } from "./clock.ts";
import { PLAIN, shownBy, waitUntil } from "./time-line.ts";
import { leadOf, read, type TimeMemory } from "./time-memory.ts";

const NANOSECONDS = 1e9;
const NANO_A_MILLI = 1e6;
/** ns by which Node's timers may come too early: they count in whole milliseconds. */
const EARLY = 1e6;
/** ms after which who waits for time that is held looks again, should it have missed the word that it goes on. */
const HELD = 10;

export const machineTime = (epoch: bigint): number => Number(process.hrtime.bigint() - epoch);

interface Pending {
  readonly due: number;
  readonly act: () => void;
  timer: NodeJS.Timeout | undefined;
}

/** Reads the shared time. `epoch` is process.hrtime.bigint() at the graph's opening. */
export function simulatedClock(memory: TimeMemory, epoch: bigint): Clock {
  let known = -1;
  let line = PLAIN;
  let last = 0;
  const pending = new Set<Pending>();
  const newest = () => {
    const count = Atomics.load(memory.count, 0);
    if (count !== known) [known, line] = [count, read(memory)];
    return line;
  };
  const shown = () =>
    (last = Math.max(last, Math.min(shownBy(newest(), machineTime(epoch)), leadOf(memory))));
  const arm = (one: Pending) => {
    clearTimeout(one.timer);
    const machine = machineTime(epoch);
    const wait = waitUntil(newest(), machine, one.due) / NANO_A_MILLI;
    const isHeld = shownBy(newest(), machine) > leadOf(memory);
    one.timer =
      wait === Infinity ? undefined : setTimeout(() => fire(one), isHeld ? Math.max(HELD, wait) : wait);
  };
  const fire = (one: Pending) => {
    if (one.due - shown() > EARLY * newest().rate) return arm(one);
    pending.delete(one);
    return one.act();
  };
  watch(memory.count, () => pending.forEach(arm));
  return {
    now: () => seconds(shown() / NANOSECONDS),
    at(due, act) {
      const one: Pending = { due: due * NANOSECONDS, act, timer: undefined };
      pending.add(one);
      arm(one);
      return () => {
        clearTimeout(one.timer);
        pending.delete(one);
      };
    },
  };
}

/** Calls `changed` in this thread after each change, for as long as the thread lives. */
function watch(count: TimeMemory["count"], changed: () => void): void {
  const wait = (seen: number): void => {
    const woken = Atomics.waitAsync(count, 0, seen);
    const next = () => {
      const now = Atomics.load(count, 0);
      changed();
      wait(now);
    };
    if (woken.async) void woken.value.then(next);
    else next();
  };
  wait(Atomics.load(count, 0));
}
