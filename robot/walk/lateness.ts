// Watches a walk for motion on old news: whom a stale, silent, expired or numberless word lets nobody follow must not be followed.
import { LEASE_AGE, LIFESPAN, SAFETY_AGE } from "../../core/motion/limits.ts";
import type { MotionRequest } from "../../core/messages.ts";
import type { Stamped } from "../../core/node.ts";
import { secondsOf } from "../../core/time.ts";
import type { Seconds } from "../../core/units.ts";
import type { GateInput } from "../gate.ts";
import type { Sample } from "./checks.ts";

/** s: a clock of some hundred seconds and its differences are rounded far below this */
const ROUNDING = 1e-9;
/** m/s and rad/s, as in `checks.ts` */
const SPEED_ROUNDING = 1e-12;

/** Who lowers is the supervisor, under no lease. */
const LOWERING = "lowering";

/** Why this sample must not be; undefined when all is well. */
export function lateness(now: Seconds, sample: Sample): string | undefined {
  const { gated, input } = sample;
  const isMoving = gated.velocities.some((velocity) => velocity !== 0);
  if (isMoving && isOld(now, input.safety, SAFETY_AGE)) return "moves on a safety state that is old";
  return followsTheDead(now, gated.source, input) ?? speedsUpUnled(now, sample);
}

/** Its stamp or its arrival lies longer back than this, or it never came. */
const isOld = (now: Seconds, word: Word | undefined, most: Seconds): boolean =>
  word === undefined ||
  !(Math.max(now - word.receivedAt, now - secondsOf(word.message.header.stamp)) <= most + ROUNDING);
type Word = Stamped<{ readonly header: MotionRequest["header"] }>;

function followsTheDead(now: Seconds, source: string, { task, operator, lease }: GateInput) {
  if (source === "" || source === LOWERING) return undefined;
  if (isVoid(now, lease)) return `follows ${source} under no lease`;
  const asked = source === "planner" ? task : operator;
  // whatever was heard before is older still
  if (asked === undefined || !(now - asked.receivedAt <= LIFESPAN + ROUNDING))
    return `follows ${source}, who has been silent`;
  return isNumbers(asked.message) ? undefined : `follows ${source}, who says no numbers`;
}

const isVoid = (now: Seconds, lease: GateInput["lease"]): boolean =>
  isOld(now, lease, LEASE_AGE) || !(now <= (lease?.message.expires ?? NaN) + ROUNDING);

const isNumbers = ({ drive, joint_velocities: joints, time_to_live: life }: MotionRequest): boolean =>
  [drive.linear.x, drive.angular.z, ...joints, life].every(Number.isFinite);

/** Nobody is followed, or a task that is late: each axis is on its way to rest. */
function speedsUpUnled(now: Seconds, { gated: { source }, input, ramp, rampBefore }: Sample) {
  if (source !== "" && !(source === "planner" && isLate(now, input.task))) return undefined;
  const faster = ramp.some((v, axis) => !(Math.abs(v) <= Math.abs(rampBefore[axis] ?? NaN) + SPEED_ROUNDING));
  const who = source === "" ? "nobody is followed" : `${source} is late`;
  return faster ? `${who}: ${ramp.join(" ")} after ${rampBefore.join(" ")}` : undefined;
}

/** Silent for more than half of its request's life (SR-59). */
const isLate = (now: Seconds, task: GateInput["task"]): boolean =>
  !(now - (task?.receivedAt ?? NaN) <= Math.min(task?.message.time_to_live ?? NaN, LIFESPAN) / 2 + ROUNDING);
