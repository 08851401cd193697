// Which source of motion is followed now, if any: one at a time, and only one that the safety state and its own past allow.
import { MotionRequest, SafetyState } from "../core/messages.ts";
import { AT_REST, CAPS, JOINTS, LIFESPAN, SAFETY_AGE, type Velocities } from "../core/motion/limits.ts";
import type { Stamped } from "../core/node.ts";
import { LIMITS } from "../core/safety/limits.ts";
import { LOADS, type Load } from "../core/safety/observations.ts";
import { ageOf } from "../core/time.ts";
import type { Seconds } from "../core/units.ts";
import type { Rejection, Source } from "./admit.ts";
import { disarm, lock, wantsMotion, type Ear } from "./listen.ts";

export type Mode = keyof typeof CAPS;
/** Who is followed, and whereto. */
export interface Followed {
  readonly by: string;
  readonly mode: Mode;
  readonly velocities: Velocities;
}

/** What the safety state allows. */
export interface Allowed {
  /** follow who asks, lower, or nothing at all */
  readonly motion: "ask" | "lower" | "locked";
  readonly load: Load;
  readonly scale: number;
  readonly driveBlocked: boolean;
  /** the drives are to be held by brakes; undefined of a state that is not to be believed */
  readonly brakes: boolean | undefined;
}

const NOTHING: Allowed = {
  motion: "locked",
  load: "unknown",
  scale: 0,
  driveBlocked: true,
  brakes: undefined,
};

/** A state that is silent, old or from the future allows nothing. */
export function allowedBy(now: Seconds, safety: Stamped<SafetyState> | undefined): Allowed {
  if (safety === undefined) return NOTHING;
  const { message, receivedAt } = safety;
  const age = Math.max(now - receivedAt, ageOf(message.header.stamp, now, LIMITS.clockTolerance));
  const fresh = age <= SAFETY_AGE;
  return {
    motion: fresh ? motionOf(message.motion) : "locked",
    load: LOADS[message.load] ?? "unknown",
    scale: message.speed_scale,
    driveBlocked: message.drive_blocked,
    brakes: fresh ? message.brakes_set : undefined,
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
export function choose(
  now: Seconds,
  { task, operator }: Ears,
  allowed: Allowed,
  back: () => Velocities,
): Chosen {
  if (allowed.motion !== "ask") {
    const lowering: Followed = { by: "lowering", mode: "lower", velocities: back() };
    const followed = allowed.motion === "lower" ? lowering : undefined;
    return {
      ears: { task: lock(task), operator: lock(operator) },
      followed,
      refused: { task: undefined, operator: undefined },
    };
  }
  const mode = allowed.load === "none" ? "task" : "taskLoaded";
  const refused = { task: whyNot(task), operator: whyNoDrive(operator, allowed) };
  if (isDrive(operator) && refused.operator === undefined)
    return { ears: { task: disarm(task), operator }, followed: follow(operator, "drive", back), refused };
  const wanted = wantsMotion(task) && task.armed ? follow(task, mode, back) : undefined;
  const followed = wanted && isLate(now, task) ? { ...wanted, velocities: AT_REST } : wanted;
  return { ears: { task, operator: disarm(operator) }, followed, refused };
}

/** Silent for half of its request's life: whoever is alive is heard twice in that time, and is followed on at its next word. */
const isLate = (now: Seconds, { request }: Ear) =>
  request !== undefined &&
  !(now - request.receivedAt <= Math.min(request.message.time_to_live, LIFESPAN) / 2);
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
