// Who may ask the robot to move: one lease at a time, on site before remote, a person before a task. Pure and finite.
import { Lease } from "../messages.ts";
import type { Reason } from "./texts.ts";

/** A session that is alive: a person at a page of the stop lane. */
export interface Present {
  readonly session: string;
  readonly operator: string;
  /** declares to be beside the resident */
  readonly onSite: boolean;
  /** wants the lease; false only watches */
  readonly wantsCommand: boolean;
}

/** `TAKE`: asks for the lease. `GRANT`: hands it to the one who asks. `CONSENT`: agrees on site to a lift from remote. */
export type LeaseAct = {
  readonly type: "TAKE" | "GRANT" | "CONSENT";
  readonly session: string;
};

/** One moment as the authority sees it. */
export interface Claims {
  /** sessions that gave a sign of life within 2 s, in the order in which they came */
  readonly present: readonly Present[];
  readonly acts: readonly LeaseAct[];
  /** a care task asks for motion, be it to stand still; undefined when none does */
  readonly task: string | undefined;
  /** the person in command presses a control that moves the robot, or did a moment ago */
  readonly humanInput: boolean;
  /** the pads touch, bear or may bear a person */
  readonly loaded: boolean;
  /** the robot waits for reset, confirmation or start */
  readonly stopped: boolean;
}

export interface Authority {
  /** [1] of the lease; 0 was never given */
  readonly epoch: number;
  readonly kind: number;
  /** the source whose requests are followed; "" when nobody's are */
  readonly holder: string;
  /** undefined when nobody is in command */
  readonly commander: Present | undefined;
  /** the session that asked for the lease and waits */
  readonly asking: string | undefined;
  /** the session on site that agreed to a lift commanded from remote */
  readonly consenting: string | undefined;
}

export const NOBODY: Authority = {
  epoch: 0,
  kind: Lease.NOBODY,
  holder: "",
  commander: undefined,
  asking: undefined,
  consenting: undefined,
};

/** Epochs are uint32. */
const EPOCHS = 2 ** 32;

/** One step: who is in command, who holds the lease, and under which epoch. */
export function authorise(before: Authority, claims: Claims): Authority {
  const after = claims.acts.reduce((seats, act) => obey(seats, act, claims), seated(before, claims));
  const commander = after.commander ?? first(claims.present);
  const asking = after.asking === commander?.session ? undefined : after.asking;
  const filled = { ...after, commander, asking };
  const lease = held(filled.commander, claims);
  const isNew =
    lease.kind !== before.kind ||
    lease.holder !== before.holder ||
    filled.commander?.session !== before.commander?.session;
  const epoch = isNew ? (before.epoch + 1) % EPOCHS : before.epoch;
  return { ...withConsent({ ...filled, ...lease }, before, claims), epoch };
}

/** The person in command stays so for as long as they are there and want to; one who asked is remembered as long. */
function seated(before: Authority, { present }: Claims): Authority {
  const commander = present.find(
    ({ session, wantsCommand }) => session === before.commander?.session && wantsCommand,
  );
  const asks = present.some(({ session }) => session === before.asking);
  return { ...before, commander, asking: asks ? before.asking : undefined };
}

function obey(seats: Authority, { type, session }: LeaseAct, { present }: Claims): Authority {
  const actor = present.find((one) => one.session === session);
  if (actor === undefined) return seats;
  if (type === "TAKE") return actor.wantsCommand ? take(seats, actor) : seats;
  if (type === "GRANT") return seats.commander?.session === session ? grant(seats, present) : seats;
  return actor.onSite ? { ...seats, consenting: session } : seats;
}

function grant(seats: Authority, present: readonly Present[]): Authority {
  const next = present.find((one) => one.session === seats.asking && one.wantsCommand);
  return next === undefined ? seats : { ...seats, commander: next, asking: undefined };
}

/** A person on site takes it from whoever has it; from elsewhere it is taken when it is free, and asked for when not. */
function take(seats: Authority, actor: Present): Authority {
  if (seats.commander?.session === actor.session) return seats;
  const isFree = seats.commander === undefined;
  return isFree || actor.onSite
    ? { ...seats, commander: actor, asking: undefined }
    : { ...seats, asking: actor.session };
}

/** A free lease goes to who came first, those on site before the others. */
const first = (present: readonly Present[]): Present | undefined =>
  present.find((one) => one.wantsCommand && one.onSite) ?? present.find((one) => one.wantsCommand);

/** Under the person in command a task may hold the lease, for as long as that person does not move the robot themselves. */
function held(
  commander: Present | undefined,
  { task, humanInput }: Claims,
): Pick<Authority, "kind" | "holder"> {
  if (commander === undefined) return { kind: Lease.NOBODY, holder: "" };
  if (task !== undefined && !humanInput) return { kind: Lease.TASK, holder: task };
  return { kind: commander.onSite ? Lease.ON_SITE : Lease.REMOTE, holder: commander.operator };
}

/** Consent is for one lift under one commander: it ends with them, with the load, with a stop, and with who gave it. */
function withConsent(next: Authority, before: Authority, { present, loaded, stopped }: Claims): Authority {
  const there = present.some(({ session, onSite }) => session === next.consenting && onSite);
  const isSame = next.commander?.session === before.commander?.session;
  return there && isSame && loaded && !stopped ? next : { ...next, consenting: undefined };
}

/** A person on site commands, or has consented: what a person borne may be moved under. */
export const isAnsweredOnSite = ({ commander, consenting }: Authority): boolean =>
  commander?.onSite === true || consenting !== undefined;

/** Why an act upon the lease would have no effect; undefined when it would. */
export function whyNoLeaseAct(
  { type, session }: LeaseAct,
  seats: Authority,
  { present, loaded }: Pick<Claims, "present" | "loaded">,
): Reason | undefined {
  const actor = present.find((one) => one.session === session);
  if (actor === undefined) return "reason.not_known";
  if (type === "TAKE") return whyNoTaking(actor, seats);
  if (type === "GRANT") return whyNoGrant(actor, seats, present);
  if (!actor.onSite) return "reason.not_on_site";
  return loaded ? undefined : "reason.nobody_borne";
}

function whyNoTaking(actor: Present, { commander }: Authority): Reason | undefined {
  if (!actor.wantsCommand) return "reason.only_watches";
  const isHeldByAnother = commander !== undefined && commander.session !== actor.session;
  return isHeldByAnother && !actor.onSite ? "reason.asked" : undefined;
}

function whyNoGrant(actor: Present, seats: Authority, present: readonly Present[]): Reason | undefined {
  if (seats.commander?.session !== actor.session) return "reason.not_in_command";
  return grant(seats, present) === seats ? "reason.nobody_asks" : undefined;
}
