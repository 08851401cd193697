// Again and again: at a page's own pace, and faster where a simulated robot's clock goes faster than the page's.
import type { RobotClock } from "./clock.ts";

/** Calls `act` every `period` ms, of whichever clock is the faster, so that what is kept alive stays alive; returns how to end it. */
export function every(clock: RobotClock, period: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const again = () => {
    timer = setTimeout(
      () => {
        act();
        again();
      },
      period / Math.max(1, clock.rate),
    );
  };
  again();
  return () => clearTimeout(timer);
}
