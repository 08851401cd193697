// The robot's health on /diagnostics, as rqt_robot_monitor and fleet tools read it: once a second, and when a level changes.
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { statuses } from "./diagnostics.ts";

/** As diagnostic_updater: 1 Hz. */
const TOLD_EVERY = seconds(1);

/** Before anything has spoken all is stale. */
export const diagnosticsNode = defineNode({
  name: "diagnostics",
  period: milliseconds(100),
  subscribes: { safety: topics.safetyState, battery: topics.battery, alarms: topics.alarms },
  publishes: { diagnostics: topics.diagnostics },
  start({ now, latest, publish }) {
    let told = { at: seconds(-Infinity), levels: "" };
    return {
      step() {
        const at = now();
        const status = statuses(at, latest);
        const levels = status.map(({ level, message }) => `${level} ${message}`).join();
        if (levels === told.levels && at - told.at < TOLD_EVERY) return;
        told = { at, levels };
        publish.diagnostics({ header: { stamp: stampOf(at), frame_id: "" }, status });
      },
    };
  },
});
