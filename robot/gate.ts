// The gate: the last pure function before the motors. Safety × requests × now → the one command, and why it is what it is.
import { MotionRequest, SafetyState } from "../core/messages.ts";
import { atRest, isAtRest, limit, type Limiter } from "../core/motion/limiter.ts";
import { AT_REST, CAPS, JOINTS, SAFETY_AGE, scaled, type Velocities } from "../core/motion/limits.ts";
import type { Stamped } from "../core/node.ts";
import { LOADS, type Load } from "../core/safety/observations.ts";
import { ageOf } from "../core/time.ts";
import { LIMITS } from "../core/safety/limits.ts";
import type { Seconds } from "../core/units.ts";
import type { Rejection, Source } from "./admit.ts";
import { disarm, listen, UNHEARD, wantsMotion, type Ear } from "./listen.ts";
import { backwards, leadsBack, NO_WAY, passed, remember, type Posture, type Way } from "./retrace.ts";

type Mode = keyof typeof CAPS;
export interface GateInput {
  readonly safety: Stamped<SafetyState> | undefined;
  readonly task: Stamped<MotionRequest> | undefined;
  readonly operator: Stamped<MotionRequest> | undefined;
  /** name of the operator in command; empty when nobody is */
  readonly inCommand: string;
  /** undefined when joints or odometry are silent or not numbers */
  readonly posture: Posture | undefined;
}

export interface Gate {
  readonly task: Ear;
  readonly operator: Ear;
  readonly limiter: Limiter;
  readonly mode: Mode;
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
  way: NO_WAY,
  rejects: {},
});

/** Who is followed, and whereto. */
interface Followed {
  readonly by: string;
  readonly mode: Mode;
  readonly velocities: Velocities;
}

/** One step. Locked means commanded zero, never silence: there is a velocity for every axis whatever came in. */
export function gateStep(now: Seconds, before: Gate, input: GateInput): Gated {
  const allowed = allowedBy(now, input.safety);
  const task = listen(before.task, input.task, { now, from: "task", last: before.task.last, inCommand: "" });
  const operator = listen(before.operator, input.operator, {
    now,
    from: "operator",
    last: before.operator.last,
    inCommand: input.inCommand,
  });
  const way = passed(
    remember(before.way, allowed.load, input.posture, allowed.motion !== "lower"),
    input.posture,
  );
  const wayBack = leadsBack(way, input.posture);
  const chosen = choose({ task: task.ear, operator: operator.ear }, allowed, () =>
    backwards(way, input.posture),
  );
  const refused = [
    task.fresh ? chosen.refused.task : undefined,
    operator.fresh ? chosen.refused.operator : undefined,
  ];
  const rejects = counted(before.rejects, [task.rejected, operator.rejected, ...refused]);
  const gate = { ...before, ...chosen.ears, way, rejects };
  if (isLocked(allowed, wayBack) || (allowed.load !== "none" && before.mode === "drive"))
    return {
      // from zero anything may follow: a drive that touched somebody has ended
      gate: { ...gate, limiter: atRest(now), mode: "task" },
      velocities: AT_REST,
      source: "",
      limiting: ["locked"],
      wayBack,
    };
  return { ...move(now, gate, chosen.followed, allowed.scale), wayBack };
}

const isLocked = ({ motion }: Allowed, wayBack: boolean) =>
  motion === "locked" || (motion === "lower" && !wayBack);

/** What the safety state allows. */
interface Allowed {
  /** follow who asks, lower, or nothing at all */
  readonly motion: "ask" | "lower" | "locked";
  readonly load: Load;
  readonly scale: number;
  readonly driveBlocked: boolean;
}

/** A state that is silent, old or from the future allows nothing. */
function allowedBy(now: Seconds, safety: Stamped<SafetyState> | undefined): Allowed {
  if (safety === undefined) return { motion: "locked", load: "unknown", scale: 0, driveBlocked: true };
  const { message, receivedAt } = safety;
  const age = Math.max(now - receivedAt, ageOf(message.header.stamp, now, LIMITS.clockTolerance));
  return {
    motion: age <= SAFETY_AGE ? motionOf(message.motion) : "locked",
    load: LOADS[message.load] ?? "unknown",
    scale: message.speed_scale,
    driveBlocked: message.drive_blocked,
  };
}

function motionOf(state: number): Allowed["motion"] {
  if (state === SafetyState.READY || state === SafetyState.MOVING) return "ask";
  return state === SafetyState.LOWERING ? "lower" : "locked";
}
type Ears = Readonly<Record<Source, Ear>>;

interface Chosen {
  readonly ears: Ears;
  readonly followed: Followed | undefined;
  /** why a source that was heard is not followed */
  readonly refused: Readonly<Record<Source, Rejection | undefined>>;
}

/** One source at a time: an operator's drive beats a task, lowering beats both, and who is not followed loses its arm. */
function choose({ task, operator }: Ears, allowed: Allowed, back: () => Velocities): Chosen {
  if (allowed.motion !== "ask") {
    const lowering: Followed = { by: "lowering", mode: "lower", velocities: back() };
    const followed = allowed.motion === "lower" ? lowering : undefined;
    return {
      ears: { task: disarm(task), operator: disarm(operator) },
      followed,
      refused: { task: undefined, operator: undefined },
    };
  }
  const mode = allowed.load === "none" ? "task" : "taskLoaded";
  const refused = { task: whyNot(task), operator: whyNoDrive(operator, allowed) };
  if (isDrive(operator) && refused.operator === undefined)
    return { ears: { task: disarm(task), operator }, followed: follow(operator, "drive", back), refused };
  const followed = wantsMotion(task) && task.armed ? follow(task, mode, back) : undefined;
  return { ears: { task, operator: disarm(operator) }, followed, refused };
}

const isDrive = (ear: Ear) => wantsMotion(ear) && ear.request?.message.kind === MotionRequest.DRIVE;
const whyNot = (ear: Ear): Rejection | undefined =>
  wantsMotion(ear) && !ear.armed ? "not_neutral" : undefined;
function whyNoDrive(ear: Ear, allowed: Allowed): Rejection | undefined {
  if (!isDrive(ear)) return undefined;
  if (allowed.load !== "none") return "loaded";
  return allowed.driveBlocked ? "drive_blocked" : whyNot(ear);
}

function follow({ request }: Ear, mode: Mode, back: () => Velocities): Followed | undefined {
  const message = request?.message;
  if (message === undefined) return undefined;
  if (message.kind === MotionRequest.LOWER) return { by: message.source, mode: "lower", velocities: back() };
  const joint = (name: string) => message.joint_velocities[message.joint_names.indexOf(name)] ?? 0;
  return {
    by: message.source,
    mode,
    velocities: [message.drive.linear.x, message.drive.angular.z, ...JOINTS.map(joint)],
  };
}

/** Moves as followed, within the caps of its mode. Between driving and anything else the robot comes to rest. */
function move(
  now: Seconds,
  gate: Gate,
  followed: Followed | undefined,
  scale: number,
): Omit<Gated, "wayBack"> {
  const changes = followed !== undefined && (followed.mode === "drive") !== (gate.mode === "drive");
  const waits = changes && !isAtRest(gate.limiter);
  const mode = followed === undefined || waits ? gate.mode : followed.mode;
  const wanted = followed === undefined || waits ? AT_REST : followed.velocities;
  const { limiter, velocities, limiting } = limit(now, gate.limiter, wanted, scaled(CAPS[mode], scale));
  return { gate: { ...gate, limiter, mode }, velocities, source: followed?.by ?? "", limiting };
}

function counted(before: Gate["rejects"], rejected: readonly (Rejection | undefined)[]): Gate["rejects"] {
  const counts = { ...before };
  for (const reason of rejected) if (reason !== undefined) counts[reason] = (counts[reason] ?? 0) + 1;
  return counts;
}
