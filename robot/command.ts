// Who is in command, from what the stop lane, the page and the task say: presence, the lease, and the acts upon it.
import type { Lease as LeaseMessage, MotionRequest, OperatorSignal } from "../core/messages.ts";
import type { Stamped } from "../core/node.ts";
import { authorise, NOBODY, type Authority, type LeaseAct } from "../core/safety/authority.ts";
import { LIMITS } from "../core/safety/limits.ts";
import { stampOf } from "../core/time.ts";
import { seconds, type Seconds } from "../core/units.ts";
import { isAlive, isNeutral } from "./admit.ts";
import { attend, expiryOf, presentOf, presses, type Presence } from "./presence.ts";

/** What is remembered of those who command. */
export interface Command {
  readonly presence: Presence;
  readonly authority: Authority;
  /** when the person in command last pressed a control that moves the robot */
  readonly inputAt: Seconds;
}
export const NO_COMMAND: Command = { presence: new Map(), authority: NOBODY, inputAt: seconds(-Infinity) };

export interface CommandHeard {
  readonly signals: readonly Stamped<OperatorSignal>[];
  readonly task: Stamped<MotionRequest> | undefined;
  readonly operator: Stamped<MotionRequest> | undefined;
  readonly acts: readonly LeaseAct[];
  readonly loaded: boolean;
  readonly stopped: boolean;
}

/** One step at `now`. */
export function command(now: Seconds, before: Command, heard: CommandHeard): Command {
  const presence = attend(before.presence, heard.signals, now);
  const pressing = isMovedByHand(now, presence, before.authority, heard.operator);
  const inputAt = pressing ? now : before.inputAt;
  const authority = authorise(before.authority, {
    present: presentOf(presence),
    acts: heard.acts,
    task: taskOf(now, heard.task),
    humanInput: now - inputAt <= LIMITS.handBack,
    loaded: heard.loaded,
    stopped: heard.stopped,
  });
  return { presence, authority, inputAt };
}

/** The person in command presses hold-to-run, or asks to drive. */
function isMovedByHand(
  now: Seconds,
  presence: Presence,
  { commander }: Authority,
  asked: Stamped<MotionRequest> | undefined,
): boolean {
  if (commander === undefined) return false;
  const drives =
    asked?.message.source === commander.operator && isAlive(asked, now) && !isNeutral(asked.message);
  return drives || presses(presence.get(commander.session), now);
}

function taskOf(now: Seconds, task: Stamped<MotionRequest> | undefined): string | undefined {
  if (task === undefined || task.message.source === "") return undefined;
  return now - task.receivedAt <= LIMITS.taskActive ? task.message.source : undefined;
}

/** The last sign of life of the person in command. */
export const beatOf = ({ presence, authority }: Command): Stamped<OperatorSignal> | undefined =>
  authority.commander === undefined ? undefined : presence.get(authority.commander.session);

/** The lease as it is told to gate, lane and pages. */
export function leaseOf(now: Seconds, nonce: number, state: Command): LeaseMessage {
  const { authority, presence } = state;
  const { epoch, kind, holder, commander, asking, consenting } = authority;
  return {
    header: { stamp: stampOf(now), frame_id: "base_link" },
    epoch,
    nonce,
    kind,
    holder,
    operator_name: commander?.operator ?? "",
    session: commander?.session ?? "",
    on_site: commander?.onSite ?? false,
    consent: consenting !== undefined,
    asked_by: asking === undefined ? "" : (presence.get(asking)?.message.operator_name ?? ""),
    expires: expiryOf(beatOf(state)),
  };
}
