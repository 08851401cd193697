// Drives the unloaded base to a pose by Nav2, for whoever asks in the name of the person in command: its twists go the way of that person's hand.
import {
  DriveTo_Result as Result,
  type DiagnosticStatus,
  type NavigateToPose_Feedback,
  type NavigateToPose_Result,
} from "../../core/messages.ts";
import { defineNode, type Outcome, type Stamped } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { ticketOf } from "../../core/ticket.ts";
import { actions, nav2Actions, rosTopics, topics } from "../../core/topics.ts";
import { metres, milliseconds, seconds, type Seconds } from "../../core/units.ts";
import { isRest } from "../twist/relay.ts";
import { poseTrouble, relayStatus, whyNot } from "./errand.ts";

/** Nav2's controllers say a twist at 10 Hz or more; within 200 ms the relay takes a source for silent (ADR 23). */
const QUIET = milliseconds(150);
/** As often rest is said in place of Nav2 while it says nothing. */
const REST_EVERY = milliseconds(50);
/** An end that Nav2 was asked for and does not tell is not waited for [D]. */
const ENDS_WITHIN = seconds(2);

const NONE = { x: 0, y: 0, z: 0 } as const;

/** How it was ended from here: at once where somebody else must know, when Nav2 tells its own end. */
interface Ending {
  readonly at: Seconds;
  readonly code: number;
  readonly reason: string;
}
interface Errand {
  readonly ticket: string;
  readonly cancel: () => void;
  ended?: { readonly outcome: Outcome; readonly error: number };
  ending?: Ending;
}

/** One errand at a time. It is asked of Nav2 only while it may go on, and taken back in the step in which it may not. */
export const driveToNode = defineNode({
  name: "drive_to",
  period: milliseconds(20),
  wakes: ["safety", "lease", "diagnostics"],
  subscribes: {
    safety: topics.safetyState,
    lease: topics.lease,
    diagnostics: topics.diagnostics,
    twist: rosTopics.cmdVel,
  },
  publishes: { twist: rosTopics.cmdVel },
  offers: { go: actions.driveTo },
  requests: { nav2: nav2Actions.navigateToPose },
  start({ now, latest, take, publish, active, send }) {
    let errand: Errand | undefined;
    let relay: Stamped<DiagnosticStatus> | undefined;
    let movedAt = seconds(-Infinity);
    let restedAt = seconds(-Infinity);
    type Goal = NonNullable<ReturnType<typeof active.go>>;

    const listen = () => {
      for (const { message, receivedAt } of take.diagnostics()) {
        const status = relayStatus(message.status);
        if (status !== undefined) relay = { message: status, receivedAt };
      }
      if (latest.twist !== undefined && !isRest(latest.twist.message)) movedAt = latest.twist.receivedAt;
    };
    const ticket = () => Object.values(ticketOf(latest.lease?.message)).join();
    const seen = () => ({ safety: latest.safety, lease: latest.lease, relay });
    /** Where the lease has changed hands since, it is another's word under which Nav2 would drive. */
    const obstacle = ({ goal }: Goal, begun?: Errand): string | undefined =>
      whyNot(now(), goal, seen()) ??
      (begun !== undefined && begun.ticket !== ticket() ? "reason.not_in_command" : undefined);

    const end = (
      goal: Goal,
      outcome: "succeeded" | "aborted" | "canceled",
      result: Pick<Result, "code" | "reason">,
      error = 0,
    ) => {
      errand = undefined;
      goal.end(outcome, { ...result, nav2_error: error });
    };
    const begin = (goal: Goal) => {
      const reason = poseTrouble(goal.goal.pose) ?? obstacle(goal);
      if (reason !== undefined) return end(goal, "aborted", { code: Result.REFUSED, reason });
      const begun: Errand = { ticket: ticket(), cancel: () => sent.cancel() };
      errand = begun;
      const sent = send.nav2(
        { pose: goal.goal.pose, behavior_tree: "" },
        {
          feedback: (told) => void (errand === begun && goal.feedback(progressOf(told))),
          ended: (outcome, result) => void (begun.ended = { outcome, error: errorOf(result) }),
        },
      );
    };
    const rest = () => {
      restedAt = now();
      publish.twist({
        header: { stamp: stampOf(now()), frame_id: "base_link" },
        twist: { linear: NONE, angular: NONE },
      });
    };
    const takeBack = (begun: Errand, code: number, reason: string) => {
      begun.ending = { at: now(), code, reason };
      begun.cancel();
    };
    const watch = (goal: Goal, begun: Errand) => {
      const reason = obstacle(goal, begun);
      if (begun.ending !== undefined) {
        if (now() - begun.ending.at > ENDS_WITHIN)
          end(goal, "aborted", { code: begun.ending.code, reason: "reason.nav2_silent" });
      } else if (reason !== undefined) takeBack(begun, Result.STOPPED, reason);
      else if (goal.cancelRequested) takeBack(begun, Result.CANCELED, "");
      else if (now() - movedAt >= QUIET && now() - restedAt >= REST_EVERY) rest();
    };
    return {
      step() {
        listen();
        const goal = active.go();
        if (goal === undefined) return;
        if (errand === undefined) begin(goal);
        else if (errand.ended === undefined) watch(goal, errand);
        if (errand?.ended !== undefined) end(goal, ...endOf(errand.ended, errand.ending));
      },
      stop: () => errand?.cancel(),
    };
  },
});

const progressOf = ({
  distance_remaining,
  estimated_time_remaining: { sec, nanosec },
  number_of_recoveries,
}: NavigateToPose_Feedback) => ({
  distance: metres(distance_remaining),
  time_left: seconds(sec + nanosec / 1e9),
  recoveries: number_of_recoveries,
});
const errorOf = (result: NavigateToPose_Result | undefined) => result?.error_code ?? 0;

/** How an errand ends, by what Nav2 tells of it and by how it was ended from here. */
function endOf(
  { outcome, error }: NonNullable<Errand["ended"]>,
  ending: Ending | undefined,
): readonly ["succeeded" | "aborted" | "canceled", Pick<Result, "code" | "reason">, number] {
  if (outcome === "succeeded") return ["succeeded", { code: Result.ARRIVED, reason: "" }, error];
  if (ending !== undefined) {
    const { code, reason } = ending;
    return [code === Result.CANCELED ? "canceled" : "aborted", { code, reason }, error];
  }
  return ["aborted", { code: Result.FAILED, reason: FAILURES[outcome] }, error];
}
const FAILURES = {
  rejected: "reason.nav2_refuses",
  unreachable: "reason.nav2_gone",
  aborted: "reason.nav2_gave_up",
  canceled: "reason.nav2_gave_up",
} as const;
