// The receiver of the bench of the graph: counts what it hears of one kind, and how old it is.
import { ageOfMessage } from "./messages.ts";
import type { Acts, Load, Pace } from "./orders.ts";

export interface Hearer {
  readonly acts: Required<Pick<Acts, "listen" | "tell">>;
  /** Called with each message when whoever wants it could read it. */
  readonly heard: (load: Load, message: unknown) => void;
}

/** What is not of the kind that is listened for is a straggler, and not counted. */
export function hearer(): Hearer {
  let wanted: Load | undefined;
  let pace: Pace = "paced";
  let count = 0;
  let ages: number[] = [];
  let first = NaN;
  let last = NaN;
  return {
    heard(load, message) {
      if (load !== wanted) return;
      if (pace === "paced") ages.push(ageOfMessage(message));
      count += 1;
      last = performance.now();
      if (count === 1) first = last;
    },
    acts: {
      listen(order) {
        ({ load: wanted, pace } = order);
        [count, ages, first, last] = [0, [], NaN, NaN];
        return true;
      },
      tell() {
        wanted = undefined;
        return { count, ages, lasted: count === 0 ? 0 : last - first };
      },
    },
  };
}
