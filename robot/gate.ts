// The gate: the last pure function before the motors. Safety × requests × now → the one command, and why it is what it is.
import { MotionRequest, type Lease, type SafetyState } from "../core/messages.ts";
import type { Bound, Envelope, NearBounds } from "../core/motion/bounds.ts";
import { atRest, isAtRest, limit, type Limiter } from "../core/motion/limiter.ts";
import { AT_REST, BRAKES_OPEN, CAPS, LEASE_AGE, scaled, type Velocities } from "../core/motion/limits.ts";
import { NO_ROOM, roomAt } from "../core/motion/ranges.ts";
import type { Stamped } from "../core/node.ts";
import type { Newtons, Seconds } from "../core/units.ts";
import type { Rejection } from "./admit.ts";
import { allowedBy, choose, type Allowed, type Followed, type Mode } from "./choose.ts";
import { listen, UNHEARD, type Ear } from "./listen.ts";
import { paceWith } from "./way/pace.ts";
import { remember } from "./way/remember.ts";
import { backwards, leadsBack, passed } from "./way/retrace.ts";
import { NO_WAY, type Posture, type Way } from "./way/way.ts";

export interface GateInput {
  readonly safety: Stamped<SafetyState> | undefined;
  readonly task: Stamped<MotionRequest> | undefined;
  readonly operator: Stamped<MotionRequest> | undefined;
  /** who may ask for motion; it is void when it has expired */
  readonly lease: Stamped<Lease> | undefined;
  /** undefined when joints or odometry are silent or not numbers */
  readonly posture: Posture | undefined;
  /** vertical force of both pads on the person; NaN when not known */
  readonly support: Newtons;
  /** what touches, tilts or weighs too much (`feel`) */
  readonly felt: readonly Bound[];
  /** what is near, for an operator who drives and for a task */
  readonly near: { readonly drive: NearBounds; readonly task: NearBounds };
}

export interface Gate {
  readonly task: Ear;
  readonly operator: Ear;
  readonly limiter: Limiter;
  readonly mode: Mode;
  /** the drives are told to be held by brakes, and when they last were */
  readonly brakes: { readonly set: boolean; readonly at: Seconds };
  readonly way: Way;
  readonly rejects: Readonly<Partial<Record<Rejection, number>>>;
}

export interface Gated {
  readonly gate: Gate;
  readonly velocities: Velocities;
  /** who moves the robot: a source's name, "lowering", or nobody's */
  readonly source: string;
  readonly limiting: readonly string[];
  readonly wayBack: boolean;
}

export const closedGate = (now: Seconds): Gate => ({
  task: UNHEARD,
  operator: UNHEARD,
  limiter: atRest(now),
  mode: "task",
  // nobody has said yet that they may open
  brakes: { set: true, at: now },
  way: NO_WAY,
  rejects: {},
});

/** One step. Locked means commanded zero, never silence: there is a velocity for every axis whatever came in. */
export function gateStep(now: Seconds, before: Gate, input: GateInput): Gated {
  const allowed = allowedBy(now, input.safety);
  const lease = validLease(now, input.lease);
  const task = listen(before.task, input.task, { now, from: "task", last: before.task.last, lease });
  const operator = listen(before.operator, input.operator, {
    now,
    from: "operator",
    last: before.operator.last,
    lease,
  });
  const isGone = allowed.motion === "lower" || goesBack(task.ear);
  const way = passed(remember(before.way, allowed.load, input.posture, !isGone), input.posture, isGone);
  const wayBack = leadsBack(way, input.posture);
  const chosen = choose(now, { task: task.ear, operator: operator.ear }, allowed, () =>
    backwards(way, input.posture, paceWith(input.support)),
  );
  const refused = [
    task.fresh ? chosen.refused.task : undefined,
    operator.fresh ? chosen.refused.operator : undefined,
  ];
  const rejects = counted(before.rejects, [task.rejected, operator.rejected, ...refused]);
  const brakes = brakesNow(now, before.brakes, allowed);
  const gate = { ...before, ...chosen.ears, brakes, way, rejects };
  const isOpening = now - brakes.at < BRAKES_OPEN;
  if (isOpening || isLocked(allowed, wayBack) || (allowed.load !== "none" && before.mode === "drive"))
    return {
      // from zero anything may follow: a drive that touched somebody has ended
      gate: { ...gate, limiter: atRest(now), mode: "task" },
      velocities: AT_REST,
      source: "",
      limiting: ["locked"],
      wayBack,
    };
  return { ...move(now, gate, chosen.followed, allowed.scale, input), wayBack };
}

/** A lease is worth as long as it says, and at most as long as the control group may be silent (Lease.msg: 10 Hz). */
function validLease(now: Seconds, told: Stamped<Lease> | undefined): Lease | undefined {
  if (told === undefined) return undefined;
  const { message, receivedAt } = told;
  return now <= message.expires && now - receivedAt <= LEASE_AGE ? message : undefined;
}

/** Who is not to be believed does not open them; who allows motion does, whatever else is said. */
function brakesNow(now: Seconds, before: Gate["brakes"], { brakes, motion }: Allowed): Gate["brakes"] {
  const set = brakes === undefined ? before.set : brakes && motion === "locked";
  return set ? { set, at: now } : { ...before, set };
}

/** The way is not made longer by a task that goes back along it; one that is not followed goes nowhere. */
const goesBack = ({ request, armed }: Ear) => armed && request?.message.kind === MotionRequest.LOWER;

const isLocked = ({ motion }: Allowed, wayBack: boolean) =>
  motion === "locked" || (motion === "lower" && !wayBack);

/** Moves as followed, within the caps of its mode. Between driving and anything else the robot comes to rest. */
function move(
  now: Seconds,
  gate: Gate,
  followed: Followed | undefined,
  scale: number,
  input: GateInput,
): Omit<Gated, "wayBack"> {
  const changes = followed !== undefined && (followed.mode === "drive") !== (gate.mode === "drive");
  const waits = changes && !isAtRest(gate.limiter);
  const mode = followed === undefined || waits ? gate.mode : followed.mode;
  const wanted = followed === undefined || waits ? AT_REST : followed.velocities;
  const caps = scaled(CAPS[mode], scale);
  const { limiter, velocities, limiting } = limit(now, gate.limiter, wanted, caps, envelopeOf(mode, input));
  return { gate: { ...gate, limiter, mode }, velocities, source: followed?.by ?? "", limiting };
}

/** A person who is lowered goes back the way they came, which is the way out of whatever is wrong: slowly, and pressed anew by somebody at each stop. */
const LOWERING_FLOOR = (CAPS.lower.down[2] ?? 0) / 2;

const envelopeOf = (mode: Mode, { posture, felt, near }: GateInput): Envelope => ({
  bounds: felt,
  near: mode === "drive" ? near.drive : near.task,
  room: posture === undefined ? NO_ROOM : roomAt(posture.joints),
  floor: mode === "lower" ? LOWERING_FLOOR : 0,
});

function counted(before: Gate["rejects"], rejected: readonly (Rejection | undefined)[]): Gate["rejects"] {
  if (rejected.every((reason) => reason === undefined)) return before;
  const counts = { ...before };
  for (const reason of rejected) if (reason !== undefined) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
