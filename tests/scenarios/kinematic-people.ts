// The operator and the task of the control group's tests: what they want can be changed while they run.
import { MotionRequest } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { ticketOf } from "../../core/ticket.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds } from "../../core/units.ts";

const NONE = { x: 0, y: 0, z: 0 };

/** What they want. */
export interface People {
  readonly silent: ReadonlySet<string>;
  readonly operator: string;
  readonly onSite: boolean;
  readonly hold: boolean;
  /** one press; taken back once it is told */
  stop: boolean;
  /** [m/s] undefined: nothing is asked */
  readonly drive: number | undefined;
  readonly task: { readonly lift: number; readonly x?: number } | undefined;
  readonly taskKind: number;
}

/** Kim at the bedside, who only beats; there is no task. */
export const kimAlone = () => ({
  silent: new Set<string>(),
  operator: "Kim",
  onSite: true,
  hold: false,
  stop: false,
  drive: undefined as number | undefined,
  task: undefined,
  taskKind: MotionRequest.TASK,
});

/** Beats at 20 Hz, holds, stops, drives. */
export function operatorNode(people: People) {
  let [sequence, asked] = [0, 0];
  return defineNode({
    name: "operator",
    period: milliseconds(50),
    subscribes: { lease: topics.lease },
    publishes: { signal: topics.operatorSignal, motion: topics.operatorMotion },
    start: (io) => ({
      step: () => {
        sequence += 1;
        const header = { stamp: stampOf(io.now()), frame_id: "base_link" };
        const { operator } = people;
        const who = {
          operator_name: operator,
          session: operator,
          on_site: people.onSite,
          wants_command: true,
        };
        const signal = { header, sequence, ...who, round_trip: milliseconds(20) };
        if (!people.silent.has("operator"))
          io.publish.signal({ ...signal, stop_pressed: people.stop, hold_pressed: people.hold });
        people.stop = false;
        if (people.drive === undefined) return;
        const drive = { linear: { ...NONE, x: people.drive }, angular: NONE };
        const names = { joint_names: [], joint_velocities: [] };
        const life = { time_to_live: milliseconds(200), source: people.operator };
        const ticket = ticketOf(io.latest.lease?.message);
        // as the page counts (teleop-ui/web/session/drive.ts)
        asked = Math.max(asked + 1, Math.floor(io.now() * 1000));
        io.publish.motion({
          header,
          kind: MotionRequest.DRIVE,
          sequence: asked,
          drive,
          ...names,
          ...life,
          ...ticket,
        });
      },
    }),
  });
}

/** Asks at 50 Hz, like the planner. */
export function taskNode(people: People) {
  let sequence = 0;
  return defineNode({
    name: "task",
    period: milliseconds(20),
    subscribes: { lease: topics.lease },
    publishes: { motion: topics.taskMotion },
    start: (io) => ({
      step: () => {
        if (people.task === undefined) return;
        sequence += 1;
        io.publish.motion({
          header: { stamp: stampOf(io.now()), frame_id: "base_link" },
          kind: people.taskKind,
          source: "planner",
          ...ticketOf(io.latest.lease?.message),
          sequence,
          time_to_live: milliseconds(100),
          drive: { linear: { ...NONE, x: people.task.x ?? 0 }, angular: NONE },
          joint_names: ["lift_joint"],
          joint_velocities: [people.task.lift],
        });
      },
    }),
  });
}
