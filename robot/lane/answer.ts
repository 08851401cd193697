// What the stop lane makes of one request: who sits where, what the page is answered, and what the supervisor hears. Pure.
import type { LaneBeat, LaneReply, LaneRequest, LaneStop } from "../../core/lane-protocol.ts";
import type { OperatorSignal } from "../../core/messages.ts";
import { stampOf } from "../../core/time.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { beat, heldBy, hello, type Seats } from "./seats.ts";

export interface Answered {
  readonly seats: Seats;
  readonly reply: LaneReply;
  readonly signal: OperatorSignal | undefined;
}

/** The answer to a request, and all that follows from it. */
export function answer(seats: Seats, id: string, request: LaneRequest, now: Seconds): Answered {
  if (request.op === "stop") return answerStop(seats, id, request, now);
  if (request.op === "beat") return answerBeat(seats, id, request, now);
  const next = hello(seats, id, request);
  const reply = {
    op: "welcome",
    session: id,
    in_command: next.commander === id,
    held_by: heldBy(next),
  } as const;
  // a hello is a sign of life: the supervisor gives a free lease at once
  return { seats: next, reply, signal: signal(next, id, now, PRESSES_NOTHING) };
}

const PRESSES_NOTHING = { sequence: 0, stop_pressed: false, hold_pressed: false, round_trip: seconds(NaN) };

/** A session has gone: it wants nothing any more. */
export const goodbye = (seats: Seats, id: string, now: Seconds): OperatorSignal => ({
  ...signal(seats, id, now, PRESSES_NOTHING),
  wants_command: false,
});

/** Never refused: not for its number, not for who sends it, not before a hello. */
function answerStop(seats: Seats, id: string, { sequence }: LaneStop, now: Seconds): Answered {
  const said = { sequence, stop_pressed: true, hold_pressed: false, round_trip: seconds(NaN) };
  return { seats, reply: { op: "stopped", sequence }, signal: signal(seats, id, now, said) };
}

function answerBeat(seats: Seats, id: string, request: LaneBeat, now: Seconds): Answered {
  const next = beat(seats, id, request.sequence);
  if (next === undefined) {
    const reason = "beat: expected a hello before it, and a sequence that counts up";
    return { seats, reply: { op: "error", reason }, signal: undefined };
  }
  const said = {
    sequence: request.sequence,
    stop_pressed: false,
    hold_pressed: request.hold,
    round_trip: seconds(request.round_trip ?? NaN),
  };
  return {
    seats: next,
    reply: { op: "beat", sequence: request.sequence, at: now },
    signal: signal(next, id, now, said),
  };
}

const signal = (
  seats: Seats,
  id: string,
  now: Seconds,
  said: Omit<OperatorSignal, "header" | "operator_name" | "session" | "on_site" | "wants_command">,
): OperatorSignal => ({
  header: { stamp: stampOf(now), frame_id: "" },
  operator_name: seats.sessions.get(id)?.operator ?? "",
  session: id,
  on_site: seats.sessions.get(id)?.onSite ?? false,
  wants_command: seats.sessions.get(id)?.wantsCommand ?? false,
  ...said,
});
