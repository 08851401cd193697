// ROS time as a node reads it: the system's clock, or /clock where `use_sim_time` says so.
import { decode } from "../../robot/blackbox/decode.ts";
import { secondsOf } from "../../core/time.ts";
import type { Time } from "../../core/messages.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import type { Clock } from "../threads/clock.ts";
import { newestOf } from "./qos.ts";
import type { QoSClass, RosNode } from "./rcl.ts";

const NANOSECONDS = 1e9;
/** ms between two looks at the system's clock, which may be set while somebody waits. */
const LOOK = 50;

/**
 * ms for which the machine's monotonic clock goes on from the last look at the system's. Each look of rclnodejs makes an
 * object in C (20 µs in a process that wakes 200 times a second [measured]), and nodes ask again and again in one step.
 * Within a tick of control the two part by at most 5 µs: NTP slews by 500 ppm at most.
 */
const FRESH = 10;

/** Seconds since the epoch of ROS time. It is never told that time went back: who reads it judges ages by it. */
export function rosClock(node: RosNode, QoS: QoSClass): Clock {
  if (node.getParameter("use_sim_time").value !== true) return systemClock(node);
  node.addOnSetParametersCallback((parameters) =>
    parameters.some(({ name }) => name === "use_sim_time")
      ? { successful: false, reason: "use_sim_time is decided when the process starts" }
      : { successful: true, reason: "" },
  );
  return heardClock(node, QoS);
}

function systemClock(node: RosNode): Clock {
  const clock = node.getClock();
  let last = -Infinity;
  let looked = { at: -Infinity, shown: NaN };
  const shownAt = (at: number): number => {
    if (!(at - looked.at < FRESH)) looked = { at, shown: Number(clock.now().nanoseconds) / NANOSECONDS };
    return looked.shown + (at - looked.at) / 1000;
  };
  const now = (): Seconds => seconds((last = Math.max(last, shownAt(performance.now()))));
  return {
    now,
    at(due, act) {
      let timer: NodeJS.Timeout;
      const wait = () => Math.min(Math.max(0, (due - now()) * 1000), LOOK);
      const look = () => {
        if (due <= now()) act();
        else timer = setTimeout(look, wait());
      };
      timer = setTimeout(look, wait());
      return () => clearTimeout(timer);
    },
  };
}

/** s; NaN of bytes that are no time: then time stands. A Clock is one Time and nothing else. */
function timeIn(bytes: Buffer): number {
  try {
    return secondsOf(decode("builtin_interfaces/msg/Time", bytes) as Time);
  } catch {
    return NaN;
  }
}

interface Pending {
  readonly due: number;
  readonly act: () => void;
}

/**
 * The newest word of /clock. rclnodejs itself keeps ten of them and reads one a round, so that its clock lags behind the
 * sensors of a busy process, which then seem to come from the future.
 */
function heardClock(node: RosNode, QoS: QoSClass): Clock {
  let shown = 0;
  let looking = false;
  const pending = new Set<Pending>();
  const look = () => {
    looking = false;
    for (const one of [...pending]) if (one.due <= shown && pending.delete(one)) one.act();
  };
  /** After the round of the executor that brought the time: its other topics are heard by then. */
  const lookSoon = () => {
    if (!looking) setImmediate(look);
    looking = true;
  };
  const options = { isRaw: true, qos: newestOf(QoS) };
  node.createSubscription("rosgraph_msgs/msg/Clock", "/clock", options, (bytes) => {
    const told = timeIn(bytes);
    if (!(told > shown)) return;
    shown = told;
    lookSoon();
  });
  return {
    now: () => seconds(shown),
    at(due, act) {
      const one = { due, act };
      pending.add(one);
      if (due <= shown) lookSoon();
      return () => void pending.delete(one);
    },
  };
}
