// The stand-up task in the words of its messages: phases, what is said in each, how each end is told.
import { StandUp_Result, TaskState } from "../../core/messages.ts";
import type { End, Where } from "./run.ts";

export const PHASE_CODES: Readonly<Record<Where, number>> = {
  approach: TaskState.APPROACH,
  ask: TaskState.ASK,
  contact: TaskState.CONTACT,
  lean: TaskState.LEAN,
  lift: TaskState.LIFT,
  stabilise: TaskState.STABILISE,
  release: TaskState.RELEASE,
  withdraw: TaskState.RELEASE,
  let_go: TaskState.RELEASE,
  paused: TaskState.PAUSED,
  stood: TaskState.DONE,
  refused: TaskState.FAILED,
  not_ready: TaskState.FAILED,
  canceled: TaskState.FAILED,
  lowered: TaskState.FAILED,
};

/** Text keys of what the robot says to the resident when a phase begins. */
export const SAYS: Readonly<Partial<Record<Where, string>>> = {
  approach: "say.coming",
  ask: "say.ask",
  contact: "say.contact",
  lean: "say.lean_forward",
  lift: "say.stand_up",
  stabilise: "say.stand_still",
  release: "say.release",
  withdraw: "say.withdraw",
  let_go: "say.lower",
  paused: "say.holding",
  stood: "say.done",
};

/** Which part of the whole task each phase is, by its usual share of the time. */
export const PROGRESS: Readonly<Record<Where, readonly [from: number, to: number]>> = {
  approach: [0, 0.2],
  ask: [0.2, 0.25],
  contact: [0.25, 0.4],
  lean: [0.4, 0.52],
  lift: [0.52, 0.8],
  stabilise: [0.8, 0.87],
  release: [0.87, 1],
  withdraw: [1, 1],
  let_go: [1, 1],
  paused: [0.5, 0.5],
  stood: [1, 1],
  refused: [1, 1],
  not_ready: [1, 1],
  canceled: [1, 1],
  lowered: [1, 1],
};

interface Told {
  readonly outcome: "succeeded" | "aborted" | "canceled";
  readonly code: number;
  readonly reason: string;
}
export const END_RESULTS: Readonly<Record<End, Told>> = {
  stood: { outcome: "succeeded", code: StandUp_Result.STOOD, reason: "" },
  refused: { outcome: "aborted", code: StandUp_Result.REFUSED, reason: "task.refused" },
  not_ready: { outcome: "aborted", code: StandUp_Result.NOT_READY, reason: "task.not_reached" },
  canceled: { outcome: "canceled", code: StandUp_Result.CANCELED, reason: "task.canceled" },
  lowered: { outcome: "aborted", code: StandUp_Result.LOWERED, reason: "task.lowered" },
};
