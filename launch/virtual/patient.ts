// Virtual time at the wall clock's pace, and slower on a busy machine: for pictures and tests of the page, not for use.
import { seconds } from "../../core/units.ts";
import type { VirtualRun } from "./run.ts";

/** [ms] between two turns. */
const TICK = 5;
/** At most this much of virtual time in one turn: sockets are heard in between, and a page keeps up. */
const MOST = seconds(0.02);

/** Lets the run's time pass until the returned function is called, which stops the run. */
export function letPass(run: VirtualRun): () => Promise<void> {
  let before = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    run.advance(seconds(Math.min((now - before) / 1000, MOST)));
    before = now;
  }, TICK);
  return async () => {
    clearInterval(timer);
    await run.stop();
  };
}
