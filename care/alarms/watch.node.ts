// Watches the robot's state for people who do not: asks for an alarm when a row begins to hold, and is clear when it ends.
import { defineNode, type Stamped } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, seconds, type Seconds } from "../../core/units.ts";
import { ROWS } from "./watch.ts";

/** A request that holds is said again so often: alarms that began anew hear it. */
const SAID_AGAIN = seconds(5);
const SOURCE = "watch";

export const alarmWatchNode = defineNode({
  name: "alarm_watch",
  period: milliseconds(100),
  subscribes: { safety: topics.safetyState, task: topics.taskState, battery: topics.battery },
  publishes: { request: topics.alarmRequest },
  wakes: ["safety"],

  start(io) {
    const begun = io.now();
    const asked = new Map<string, Seconds>();
    const ageOf = (heard: Stamped<unknown> | undefined, at: Seconds) =>
      seconds(at - (heard?.receivedAt ?? begun));
    return {
      step() {
        const at = io.now();
        const { safety, task, battery } = io.latest;
        const watched = {
          safety: safety?.message,
          safetyAge: ageOf(safety, at),
          task: task?.message,
          charge: battery?.message.percentage ?? NaN,
        };
        for (const { alarm, priority, holds } of ROWS) {
          const raised = holds(watched);
          const last = asked.get(alarm);
          if (raised ? last !== undefined && at - last < SAID_AGAIN : last === undefined) continue;
          if (raised) asked.set(alarm, at);
          else asked.delete(alarm);
          const header = { stamp: stampOf(at), frame_id: "" };
          io.publish.request({ header, alarm, source: SOURCE, priority, raised });
        }
      },
    };
  },
});
