// What the stand-up task tells of itself: its state, its result, and which phases touch the person.
import { StandUp_Result, TaskState } from "../../core/messages.ts";
import { stampOf } from "../../core/time.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import type { End, Run, Where } from "./run.ts";
import { END_RESULTS, PHASE_CODES, PROGRESS } from "./words.ts";

/** A goal at work. */
export interface ActiveTask {
  readonly run: Run;
  readonly since: Seconds;
  /** [1] of body weight, the most the pads carried. */
  peak: number;
  /** As last told; undefined before the first step. */
  where: Where | undefined;
}

/** The result of a goal whose person is no longer to be helped. */
export const NOT_READY: StandUp_Result = {
  code: StandUp_Result.NOT_READY,
  reason: "task.nobody_seated",
  peak_support: 0,
  duration: seconds(0),
};

export const resultOf = ({ peak, since }: ActiveTask, end: End, now: Seconds): StandUp_Result => ({
  code: END_RESULTS[end].code,
  reason: END_RESULTS[end].reason,
  peak_support: peak,
  duration: seconds(now - since),
});

export const endOf = (where: Where | undefined): End | undefined =>
  Object.keys(END_RESULTS).find((name) => name === where) as End | undefined;

const TOUCHING: readonly (Where | undefined)[] = ["lean", "lift", "stabilise", "release", "paused"];
export const touches = (where: Where | undefined): boolean => TOUCHING.includes(where);

/** [1] of the whole task. */
export function progress(where: Where, share: number): number {
  const [from, to] = PROGRESS[where];
  return from + (to - from) * share;
}

const WAITS_FOR: Readonly<Partial<Record<Where, string>>> = { ask: "wait.answer", paused: "wait.robot" };

/** `support` is the share of body weight on the pads now. */
export function stateMessage(now: Seconds, task: ActiveTask | undefined, support: number): TaskState {
  const header = { stamp: stampOf(now), frame_id: "" };
  const where = task?.where;
  const idle = { header, phase: TaskState.IDLE, progress: 0, waiting_for: "", reason: "", support };
  if (task === undefined || where === undefined) return { ...idle, task: "", peak_support: 0 };
  const end = endOf(where);
  return {
    ...idle,
    task: "stand_up",
    phase: PHASE_CODES[where],
    progress: progress(where, task.run.share()),
    peak_support: task.peak,
    waiting_for: WAITS_FOR[where] ?? "",
    reason: end === undefined ? "" : END_RESULTS[end].reason,
  };
}
