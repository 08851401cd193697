// The black box as a node: flushes twice a second, tells the wall clock, and raises one alarm while nothing can be recorded.
import { AlarmRequest, type DiagnosticArray } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, seconds, type Seconds } from "../../core/units.ts";
import type { BlackBox, BoxState } from "./box.ts";

/** A crash loses at most this and what is on its way, well within the second that is promised. */
const PERIOD = milliseconds(500);
/**
 * Its state is said so often, and with it the wall clock: a recording tells when it was, though its own clock stood or was
 * slow meanwhile. Trouble that lasts is said again: alarms that began anew hear of it, and it stays one alarm.
 */
const SAID_AGAIN = seconds(5);
/** diagnostic_msgs/DiagnosticStatus: OK and ERROR. */
const LEVEL = { ok: 0, error: 2 } as const;

/** The box is closed at a clean stop. `wallClock` tells date and time. */
export const blackBoxNode = (box: BlackBox, wallClock: () => string) =>
  defineNode({
    name: "black_box",
    period: PERIOD,
    publishes: { alarm: topics.alarmRequest, diagnostics: topics.diagnostics },

    start(io) {
      let told = false;
      let saidAt: Seconds = seconds(-Infinity);
      return {
        step() {
          const at = io.now();
          box.flush(at);
          const { state } = box;
          const inTrouble = state.trouble !== undefined;
          const isNews = inTrouble !== told;
          if (!isNews && at - saidAt < SAID_AGAIN) return;
          told = inTrouble;
          saidAt = at;
          io.publish.diagnostics(diagnosticsOf(at, state, wallClock()));
          if (!isNews && !inTrouble) return;
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

const diagnosticsOf = (
  at: Seconds,
  { trouble, lost, path = "" }: BoxState,
  wallClock: string,
): DiagnosticArray => ({
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
        { key: "wall_clock", value: wallClock },
      ],
    },
  ],
});
