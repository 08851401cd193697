// The sender of the bench of the graph: says messages at an even pace or in a flood, the same way whoever carries them.
import { messagesOf } from "./messages.ts";
import type { Acts, Load, Pace } from "./orders.ts";

/** ms between two messages: of a sensor at 200 Hz, and pictures at 40 Hz. */
const PACE: Readonly<Record<Load, number>> = { wrench: 5, safety: 5, image: 25 };

/** One message is made and said a turn of the event loop, or a period; a period that was missed is not made up for. */
export function sayer(
  say: (load: Load, message: unknown) => void,
  fresh: boolean,
): Required<Pick<Acts, "say">> {
  const make = messagesOf(fresh);
  const speak = (load: Load, pace: Pace, duration: number) => {
    const { promise, resolve } = Promise.withResolvers<number>();
    const begun = performance.now();
    let said = 0;
    let slot = 0;
    const next = () => {
      const since = performance.now() - begun;
      if (since >= duration) return resolve(said);
      say(load, make[load]());
      said += 1;
      if (pace === "flood") return setImmediate(next);
      slot = Math.max(slot, Math.floor(since / PACE[load])) + 1; // a timer may come a little too early
      return setTimeout(next, slot * PACE[load] - since);
    };
    setImmediate(next);
    return promise;
  };
  return { say: ({ load, pace, duration }) => speak(load, pace, duration) };
}
