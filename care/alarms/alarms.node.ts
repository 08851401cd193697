// The alarms as a node: hears every request, answers what people do about them, and says which alarms stand.
import { AlarmAct_Request, type Alarms } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, type Seconds } from "../../core/units.ts";
import {
  acknowledge,
  advance,
  inOrder,
  pauseAudio,
  pausedFor,
  QUIET,
  raise,
  resumeAudio,
  type Funnel,
} from "./funnel.ts";

/** Alarms.msg: 2 Hz, and at once on change. */
const SAID_EVERY = milliseconds(500);

/** Acts without a name are refused: an acknowledgement is somebody's. */
export const alarmsNode = defineNode({
  name: "alarms",
  period: milliseconds(100),
  subscribes: { request: topics.alarmRequest },
  publishes: { alarms: topics.alarms },
  serves: { act: services.alarmAct },
  wakes: ["request"],

  start(io) {
    let funnel = QUIET;
    let said: { readonly funnel: Funnel; readonly at: Seconds } | undefined;
    return {
      step() {
        const at = io.now();
        for (const { message } of io.take.request()) funnel = raise(funnel, message, at);
        funnel = advance(funnel, at);
        if (said?.funnel === funnel && at - said.at < SAID_EVERY) return;
        said = { funnel, at };
        io.publish.alarms(alarmsOf(funnel, at));
      },
      serve: {
        act: (request) => {
          const acted = act(funnel, request, io.now());
          if (typeof acted === "string") return { refused: true, reason: acted };
          funnel = acted;
          io.wake();
          return { refused: false, reason: "" };
        },
      },
    };
  },
});

/** What an act makes of the alarms, or the text key of why it is refused. */
function act(
  funnel: Funnel,
  { act: what, alarm, operator_name: operator }: AlarmAct_Request,
  now: Seconds,
): Funnel | string {
  if (operator.trim() === "") return "alarm.refused_nameless";
  if (what === AlarmAct_Request.ACKNOWLEDGE)
    return acknowledge(funnel, alarm, operator) ?? "alarm.refused_nothing";
  if (what === AlarmAct_Request.PAUSE_AUDIO) return pauseAudio(funnel, now);
  if (what === AlarmAct_Request.RESUME_AUDIO) return resumeAudio(funnel);
  return "reason.unknown_act";
}

function alarmsOf(funnel: Funnel, at: Seconds): Alarms {
  const left = pausedFor(funnel, at);
  return {
    header: { stamp: stampOf(at), frame_id: "" },
    alarms: inOrder(funnel).map((standing) => ({
      alarm: standing.alarm,
      priority: standing.priority,
      since: stampOf(standing.since),
      sources: [...standing.sources],
      acknowledged_by: standing.acknowledgedBy,
      escalation: standing.escalation,
    })),
    audio_paused: left > 0,
    audio_paused_for: left,
  };
}
