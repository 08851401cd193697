// The black box as a node: flushes twice a second, and says once when nothing can be recorded, and once when it can again.
import { AlarmRequest, type DiagnosticArray } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, type Seconds } from "../../core/units.ts";
import type { BlackBox, BoxState } from "./box.ts";

/** A crash loses at most this and what is on its way, well within the second that is promised. */
const PERIOD = milliseconds(500);
/** diagnostic_msgs/DiagnosticStatus: OK and ERROR. */
const LEVEL = { ok: 0, error: 2 } as const;

/** The box is closed at a clean stop. */
export const blackBoxNode = (box: BlackBox) =>
  defineNode({
    name: "black_box",
    period: PERIOD,
    publishes: { alarm: topics.alarmRequest, diagnostics: topics.diagnostics },

    start(io) {
      let told = false;
      return {
        step() {
          const at = io.now();
          box.flush(at);
          const { state } = box;
          const inTrouble = state.trouble !== undefined;
          if (inTrouble === told) return;
          told = inTrouble;
          io.publish.diagnostics(diagnosticsOf(at, state));
          io.publish.alarm({
            header: { stamp: stampOf(at), frame_id: "" },
            alarm: "alarm.black_box",
            source: "black_box",
            priority: AlarmRequest.LOW,
            raised: inTrouble,
          });
        },
        stop: () => box.close(io.now()),
      };
    },
  });

const diagnosticsOf = (at: Seconds, { trouble, lost, path = "" }: BoxState): DiagnosticArray => ({
  header: { stamp: stampOf(at), frame_id: "" },
  status: [
    {
      level: trouble === undefined ? LEVEL.ok : LEVEL.error,
      name: "black_box",
      message: trouble ?? "recording",
      hardware_id: "",
      values: [
        { key: "file", value: path },
        { key: "lost", value: String(lost) },
      ],
    },
  ],
});
