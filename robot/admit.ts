// Decides whether one motion request may be heard at all: its frame, kind, numbers, age and order. Pure; each refusal has a name.
import type { Stamped } from "../core/node.ts";
import { Lease, MotionRequest } from "../core/messages.ts";
import { JOINTS, LIFESPAN, SOURCE_GONE } from "../core/motion/limits.ts";
import { LIMITS } from "../core/safety/limits.ts";
import { secondsOf } from "../core/time.ts";
import { seconds, type Seconds } from "../core/units.ts";

/** The two that may ask: a care task, and the operator in command. */
export type Source = "task" | "operator";

/** Why a request was not heard, or heard and not followed. The page has a text for each. */
export const REJECTIONS = [
  "malformed",
  "not_finite",
  "wrong_frame",
  "wrong_kind",
  "unknown_joint",
  "unknown_axis",
  "no_lease",
  "wrong_nonce",
  "wrong_epoch",
  "not_in_command",
  "not_holder",
  "other_source",
  "stale",
  "future",
  "repeated",
  "reordered",
  "not_neutral",
  "loaded",
  "drive_blocked",
] as const;
export type Rejection = (typeof REJECTIONS)[number];

/** The last request that was heard of a source. What was refused leaves no trace here: it cannot poison what follows. */
export interface LastHeard {
  readonly source: string;
  readonly sequence: number;
  readonly at: Seconds;
}

export interface Admission {
  readonly now: Seconds;
  readonly from: Source;
  readonly last: LastHeard | undefined;
  /** the one that is valid now; undefined when none is */
  readonly lease: Lease | undefined;
}

/** Whether a request asks to stand still: the word that makes a source ready to be followed again. */
export const isNeutral = (request: MotionRequest): boolean =>
  request.kind !== MotionRequest.LOWER &&
  request.drive.linear.x === 0 &&
  request.drive.angular.z === 0 &&
  request.joint_velocities.every((velocity) => velocity === 0);

/** Whether a request is still alive: neither its stamp nor its arrival is older than its time to live, and that no longer than a lifespan. */
export function isAlive({ message, receivedAt }: Stamped<MotionRequest>, now: Seconds): boolean {
  const life = Math.min(message.time_to_live, LIFESPAN);
  return now - receivedAt <= life && now - secondsOf(message.header.stamp) <= life;
}

/** Why this request is not heard; undefined when it is. */
export function refuse(heard: Stamped<MotionRequest>, admission: Admission): Rejection | undefined {
  return (
    refuseForm(heard.message, admission.from) ??
    refuseTime(heard, admission) ??
    refuseSender(heard.message, admission)
  );
}

function refuseForm(request: MotionRequest, from: Source): Rejection | undefined {
  const { drive, joint_names: names, joint_velocities: velocities } = request;
  const isWhole = names.length === velocities.length && new Set(names).size === names.length;
  if (!isWhole || request.source === "") return "malformed";
  const axes = [drive.linear.x, drive.angular.z];
  const others = [drive.linear.y, drive.linear.z, drive.angular.x, drive.angular.y];
  const numbers = [
    ...axes,
    ...others,
    ...velocities,
    request.time_to_live,
    request.sequence,
    request.epoch,
    request.nonce,
    secondsOf(request.header.stamp),
  ];
  if (!numbers.every(Number.isFinite)) return "not_finite";
  if (request.header.frame_id !== "base_link") return "wrong_frame";
  if (others.some((value) => value !== 0)) return "unknown_axis";
  if (!isKindOf(request.kind, from)) return "wrong_kind";
  const known: readonly string[] = request.kind === MotionRequest.DRIVE ? [] : JOINTS;
  return names.every((name) => known.includes(name)) ? undefined : "unknown_joint";
}

const isKindOf = (kind: number, from: Source) =>
  kind === MotionRequest.LOWER || kind === (from === "task" ? MotionRequest.TASK : MotionRequest.DRIVE);

function refuseSender(request: MotionRequest, admission: Admission): Rejection | undefined {
  const { source } = request;
  const { now, from, last, lease } = admission;
  if (lease === undefined) return "no_lease";
  if (!isUnder(request, lease)) return request.nonce === lease.nonce ? "wrong_epoch" : "wrong_nonce";
  if (!mayMove(source, from, lease) && !isRest(request, admission))
    return from === "operator" ? "not_in_command" : "not_holder";
  const another = last !== undefined && last.source !== source && !(now - last.at > LIFESPAN);
  return another ? "other_source" : undefined;
}

/** A task may ask to stand still without holding the lease: so it is ready to be followed when it gets it. */
const isRest = (request: MotionRequest, { from, last }: Admission): boolean =>
  from === "task" && isNeutral(request) && (last === undefined || last.source === request.source);

/** Whether a request is asked under this very lease. */
export const isUnder = ({ epoch, nonce }: MotionRequest, lease: Lease): boolean =>
  epoch === lease.epoch && nonce === lease.nonce;

/** A task must hold the lease. The person in command may always ask: what they want takes the lease from a task. */
export const mayMove = (source: string, from: Source, lease: Lease): boolean =>
  from === "operator" ? source === lease.operator_name : lease.kind === Lease.TASK && source === lease.holder;

function refuseTime(heard: Stamped<MotionRequest>, { now, last }: Admission): Rejection | undefined {
  const { message } = heard;
  if (!(secondsOf(message.header.stamp) - now <= LIMITS.clockTolerance)) return "future";
  if (!isAlive(heard, now)) return "stale";
  // another name, or one that was gone, counts from its own beginning
  if (last === undefined || last.source !== message.source || now - last.at > SOURCE_GONE) return undefined;
  if (message.sequence === last.sequence) return "repeated";
  return message.sequence > last.sequence ? undefined : "reordered";
}

/** What a heard request is remembered by. */
export const lastHeard = ({ message, receivedAt }: Stamped<MotionRequest>): LastHeard => ({
  source: message.source,
  sequence: message.sequence,
  at: seconds(receivedAt),
});
