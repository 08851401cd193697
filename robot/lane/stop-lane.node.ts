// The stop-and-heartbeat lane as a node: a press reaches the supervisor in the turn of the event loop in which it arrives.
import { defineNode } from "../../core/node.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, type Seconds } from "../../core/units.ts";
import { answer, goodbye } from "./answer.ts";
import { readRequest } from "./protocol.ts";
import { heldBy, leave, NO_SEATS, obeyLease, type Seats } from "./seats.ts";
import type { LaneServer } from "./server.ts";

/** How often the lease is looked at where none was told. */
const PERIOD = milliseconds(100);

/** Serves an opened lane; closes it at a clean stop. What cannot be read is answered, and changes nothing. */
export const stopLaneNode = (lane: LaneServer) =>
  defineNode({
    name: "stop_lane",
    period: PERIOD,
    subscribes: { lease: topics.lease },
    publishes: { signal: topics.operatorSignal },
    wakes: ["lease"],

    start(io) {
      let seats: Seats = NO_SEATS;
      const arrived: { readonly session: string; readonly frame: string | undefined }[] = [];
      lane.listen((session, frame) => {
        arrived.push({ session, frame });
        io.wake();
      });

      const sit = (next: Seats) => {
        const before = seats;
        seats = next;
        if (before.commander === next.commander && heldBy(before) === heldBy(next)) return;
        for (const id of next.sessions.keys())
          lane.send(id, { op: "state", in_command: id === next.commander, held_by: heldBy(next) });
      };
      const hear = (at: Seconds, session: string, frame: string) => {
        const read = readRequest(frame);
        if (!read.ok) return lane.send(session, { op: "error", reason: read.reason });
        const answered = answer(seats, session, read.request, at);
        if (answered.signal !== undefined) io.publish.signal(answered.signal);
        lane.send(session, answered.reply);
        sit(answered.seats);
      };
      const go = (at: Seconds, session: string) => {
        if (seats.sessions.has(session)) io.publish.signal(goodbye(seats, session, at));
        sit(leave(seats, session));
      };
      return {
        step() {
          const at = io.now();
          for (const { session, frame } of arrived.splice(0))
            if (frame === undefined) go(at, session);
            else hear(at, session, frame);
          sit(obeyLease(seats, io.latest.lease?.message));
        },
        stop: () => lane.close(),
      };
    },
  });
