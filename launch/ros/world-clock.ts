// The time of our own simulated world on ROS: it governs it, as in `npm start`, and tells it to all other groups on /clock.
import { stampOf } from "../../core/time.ts";
import type { Seconds } from "../../core/units.ts";
import type { Part, TimeControl } from "../../sim/time-control.ts";
import { encode } from "../../robot/blackbox/cdr.ts";
import type { Clock } from "../threads/clock.ts";
import { governTime } from "../threads/govern-time.ts";
import { simulatedClock } from "../threads/simulated-time.ts";
import { openTime, type FirstTime } from "../threads/time-memory.ts";
import { newestOf } from "./qos.ts";
import type { QoSClass, RosNode } from "./rcl.ts";

/** ms between two words of time while it stands, for who joins then. */
const REMIND = 100;

export interface WorldClock {
  readonly clock: Clock;
  readonly time: TimeControl;
}

/** `tellBy` is set once there is a node to tell by. */
export function worldClock(first: FirstTime): WorldClock & { tellBy(node: RosNode, QoS: QoSClass): void } {
  const [memory, epoch] = [openTime(first), process.hrtime.bigint()];
  const [clock, governed] = [simulatedClock(memory, epoch), governTime(memory, epoch)];
  let tell = () => {};
  const time: TimeControl = Object.create(governed, {
    lived: {
      value: (part: Part, until: Seconds) => {
        governed.lived(part, until);
        tell();
      },
    },
  }) as TimeControl;
  return {
    clock,
    time,
    tellBy(node, QoS) {
      const publisher = node.createPublisher("rosgraph_msgs/msg/Clock", "/clock", {
        qos: newestOf(QoS), // reliable, as rclnodejs hears it
      });
      // a Clock is one Time and nothing else: the same bytes
      tell = () =>
        publisher.publish(Buffer.from(encode("builtin_interfaces/msg/Time", stampOf(clock.now()))));
      setInterval(tell, REMIND).unref();
    },
  };
}
