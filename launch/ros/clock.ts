// ROS time as the nodes of a group read it: the system's clock, or /clock where `use_sim_time` says so.
import { seconds, type Seconds } from "../../core/units.ts";
import type { Clock } from "../threads/clock.ts";
import type { RosNode } from "./rcl.ts";

const NANOSECONDS = 1e9;
/** ms between two looks of who waits: simulated time may go at any pace, stand, or be set. */
const LOOK = 2;

/** Seconds since the epoch of ROS time. It is never told that time went back: who reads it judges ages by it. */
export function rosClock(node: RosNode): Clock {
  const clock = node.getClock();
  let last = -Infinity;
  const now = (): Seconds => {
    const shown = Number(clock.now().nanoseconds) / NANOSECONDS;
    return seconds((last = Math.max(last, shown)));
  };
  return {
    now,
    at(due, act) {
      let timer: NodeJS.Timeout;
      const look = () => {
        const wait = (due - now()) * 1000;
        if (wait <= 0) act();
        else timer = setTimeout(look, Math.min(wait, LOOK));
      };
      timer = setTimeout(look, Math.min(Math.max(0, (due - now()) * 1000), LOOK));
      return () => clearTimeout(timer);
    },
  };
}
