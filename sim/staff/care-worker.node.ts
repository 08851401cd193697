// A scripted care worker: the heartbeat, holds, requests and presses of a person at the page, for runs without one.
import { MotionRequest } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { ticketOf } from "../../core/ticket.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";

/** What the care worker does now; a script changes it between steps. */
export interface CareWorker {
  /** The link to the robot is cut: nothing they do arrives. */
  linkCut: boolean;
  /** Presses hold-to-run. */
  holding: boolean;
  /** Asks to lower the person, for as long as they hold. */
  lowering: boolean;
  /** Presses stop once, at the next step. */
  stopping: boolean;
}
export const careWorker = (): CareWorker => ({
  linkCut: false,
  holding: false,
  lowering: false,
  stopping: false,
});

const STILL = { linear: { x: 0, y: 0, z: 0 }, angular: { x: 0, y: 0, z: 0 } };

/** Beats at 20 Hz as a page in command does, and asks to lower while told to. */
export const careWorkerNode = (worker: CareWorker) =>
  defineNode({
    name: "care_worker",
    period: milliseconds(50),
    parameters: {
      round_trip: { default: 0.01, unit: "s", range: [0, 2], about: "round trip of the lane" },
    },
    subscribes: { lease: topics.lease },
    publishes: { signal: topics.operatorSignal, motion: topics.operatorMotion },
    start: ({ now, latest, publish, parameters }) => {
      let sequence = 0;
      return {
        step: () => {
          if (worker.linkCut) return;
          sequence += 1;
          const header = { stamp: stampOf(now()), frame_id: "base_link" };
          publish.signal({
            header,
            sequence,
            operator_name: "care_worker",
            session: "care_worker",
            on_site: true,
            wants_command: true,
            stop_pressed: worker.stopping,
            hold_pressed: worker.holding,
            round_trip: seconds(parameters.round_trip),
          });
          worker.stopping = false;
          if (!worker.lowering) return;
          publish.motion({
            header,
            kind: MotionRequest.LOWER,
            source: "care_worker",
            ...ticketOf(latest.lease?.message),
            sequence,
            time_to_live: milliseconds(200),
            drive: STILL,
            joint_names: [],
            joint_velocities: [],
          });
        },
      };
    },
  });
