// Whether a node on ROS has heard all that has reached its process: DDS keeps it, and an executor hands it over a piece at a time.
import type { RosNode } from "./rcl.ts";

/** ms: a round of the executor that took longer was held up too, and what came meanwhile is in the next one. */
const HELD_UP = 10;
/** Rounds after which a node steps all the same: one that is always held up must not fall silent for it. */
const ROUNDS = 20;
/** ms after which a round is asked for again: rclnodejs loses a trigger that meets a round not yet taken. */
const AGAIN = 20;

/**
 * Returns what calls `act` once all that is here has been heard. A guard condition is what a round of the executor that
 * begins later ends with, after every topic that had something to say.
 */
export function hearing(node: RosNode): (act: () => void) => void {
  let waiting: (() => void)[] = [];
  let [asked, rounds] = [0, ROUNDS];
  let again: NodeJS.Timeout | undefined;
  const ask = () => {
    asked = performance.now();
    guard.trigger();
    again = setTimeout(ask, AGAIN);
  };
  const guard = node.createGuardCondition(() => {
    clearTimeout(again);
    if (waiting.length === 0) return;
    rounds -= 1;
    if (performance.now() - asked > HELD_UP && rounds > 0) return ask();
    const acts = waiting;
    waiting = [];
    rounds = ROUNDS;
    acts.forEach((act) => setImmediate(act));
  });
  return (act) => {
    waiting.push(act);
    if (waiting.length === 1) ask();
  };
}
