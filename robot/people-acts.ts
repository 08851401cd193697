// The deliberate acts of people as the supervisor's node answers them: on its latches, on the lease, and on what they say of the seat.
import { OperatorAct_Request as Act } from "../core/messages.ts";
import { act } from "../core/safety/acts.ts";
import { whyNoLeaseAct, type LeaseAct } from "../core/safety/authority.ts";
import type { Supervisor } from "../core/safety/supervisor.ts";
import type { Reason } from "../core/safety/texts.ts";
import type { Command } from "./command.ts";
import { presentOf, sessionOf } from "./presence.ts";

/** What acts change. */
export interface Desk {
  readonly supervisor: Supervisor;
  /** acts upon the lease that wait for the next step */
  readonly leaseActs: readonly LeaseAct[];
  readonly seatGone: boolean;
}

interface Answered {
  readonly desk: Desk;
  /** why it had no effect; undefined when it had */
  readonly refused: Reason | undefined;
}

const LEASE_ACTS: Readonly<Record<number, LeaseAct["type"]>> = {
  [Act.TAKE]: "TAKE",
  [Act.GRANT]: "GRANT",
  [Act.CONSENT]: "CONSENT",
};

/** The answer to one act. That somebody is on site counts only where their living session of the stop lane says so too. */
export function answerAct(desk: Desk, command: Command, request: Act): Answered {
  const person = sessionOf(command.presence, request.operator_name);
  const onSite = request.on_site && person?.onSite === true;
  const type = LEASE_ACTS[request.act];
  if (type !== undefined) return answerLease(desk, command, { type, session: person?.session ?? "" });
  if (request.act === Act.SEAT_GONE) return { desk: { ...desk, seatGone: true }, refused: undefined };
  if (request.act === Act.SEAT_BACK)
    return onSite
      ? { desk: { ...desk, seatGone: false }, refused: undefined }
      : { desk, refused: "reason.not_on_site" };
  const { supervisor, refused } = act(desk.supervisor, request.act, onSite);
  return { desk: { ...desk, supervisor }, refused };
}

function answerLease(desk: Desk, { authority, presence }: Command, leaseAct: LeaseAct): Answered {
  const loaded = desk.supervisor.snapshot.context.judged.load !== "none";
  const refused = whyNoLeaseAct(leaseAct, authority, { present: presentOf(presence), loaded });
  // one who asks for what another holds is told so, and waits for it
  const isHeard = refused === undefined || refused === "reason.asked";
  return { desk: isHeard ? { ...desk, leaseActs: [...desk.leaseActs, leaseAct] } : desk, refused };
}
