// Reset, confirm on site, start and stop: three separate acts in that order, each refused with its reason otherwise.
import { transition } from "xstate";
import { OperatorAct_Request } from "../messages.ts";
import { safetyMachine } from "./machine.ts";
import type { Supervisor } from "./supervisor.ts";
import type { Reason } from "./texts.ts";

export interface Acted {
  readonly supervisor: Supervisor;
  /** why it had no effect; undefined when it had */
  readonly refused: Reason | undefined;
}

/** Tries an act (an `OperatorAct_Request` constant). None of them starts motion: a stop acts with the next step, the others wait for it. */
export function act(supervisor: Supervisor, code: number, onSite: boolean): Acted {
  switch (code) {
    case OperatorAct_Request.STOP:
      return { supervisor: { ...supervisor, stopAsked: true }, refused: undefined };
    case OperatorAct_Request.RESET:
      return attempt(supervisor, "RESET", whyNoReset(supervisor));
    case OperatorAct_Request.CONFIRM_ON_SITE:
      return attempt(supervisor, "CONFIRM", whyNoConfirmation(supervisor, onSite));
    case OperatorAct_Request.START:
      return attempt(supervisor, "START", whyNoStart(supervisor));
    default:
      return { supervisor, refused: "reason.unknown_act" };
  }
}

function attempt(
  supervisor: Supervisor,
  type: "RESET" | "CONFIRM" | "START",
  why: Reason | undefined,
): Acted {
  if (why !== undefined) return { supervisor, refused: why };
  // the machine has the last word: should it refuse what the reasons above let pass, nothing changes
  if (supervisor.stopAsked || !supervisor.snapshot.can({ type }))
    return { supervisor, refused: whyNot(supervisor) };
  const [snapshot] = transition(safetyMachine, supervisor.snapshot, { type });
  return { supervisor: { ...supervisor, snapshot }, refused: undefined };
}

/** Why the machine refuses what is due: a cause that no act clears in this life has its own answer. */
const whyNot = ({ broken }: Supervisor): Reason =>
  broken.some((rule) => rule.clears === "restart") ? "reason.needs_restart" : "reason.cause_remains";

function whyNoReset(supervisor: Supervisor): Reason | undefined {
  const { needsReset } = supervisor.snapshot.context;
  if (!needsReset) return "reason.reset_not_needed";
  if (supervisor.broken.some((rule) => rule.when === "reason.estop_pressed")) return "reason.estop_pressed";
  return undefined;
}

function whyNoConfirmation({ snapshot }: Supervisor, onSite: boolean): Reason | undefined {
  if (!onSite) return "reason.not_on_site";
  if (snapshot.context.needsReset) return "reason.reset_first";
  if (snapshot.context.judged.demand === "lower") return "reason.lower_first";
  return snapshot.context.needsConfirmation ? undefined : "reason.confirmation_not_needed";
}

function whyNoStart(supervisor: Supervisor): Reason | undefined {
  const { needsReset, needsConfirmation, needsStart } = supervisor.snapshot.context;
  if (!needsStart) return "reason.start_not_needed";
  if (needsReset) return "reason.reset_first";
  if (needsConfirmation) return "reason.confirm_first";
  return undefined;
}
