// Whether Nav2 may be asked to drive the base somewhere, and may go on: in whose name, with nobody touched, while nothing stops the robot. Pure.
import {
  Lease,
  SafetyState,
  type DiagnosticStatus,
  type DriveTo_Goal,
  type PoseStamped,
} from "../../core/messages.ts";
import { LEASE_AGE, SAFETY_AGE } from "../../core/motion/limits.ts";
import type { Stamped } from "../../core/node.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { trueAge } from "../posture.ts";
import { HANDS, TWIST_STATUS } from "../twist/relay.ts";

/** The relay tells its state once a second: two missed. */
const RELAY_AGE = seconds(3);
/** [1] by which a quaternion may be off: of length one, and a turn about z. */
const UPRIGHT = 1e-3;

export interface Seen {
  readonly safety: Stamped<SafetyState> | undefined;
  readonly lease: Stamped<Lease> | undefined;
  /** what the twist relay told last */
  readonly relay: Stamped<DiagnosticStatus> | undefined;
}

/** Why nobody drives to this pose; undefined when it is one on the floor. */
export function poseTrouble({ header, pose }: PoseStamped): string | undefined {
  const { position: p, orientation: q } = pose;
  const isFlat = Math.abs(Math.hypot(q.z, q.w) - 1) <= UPRIGHT && Math.hypot(q.x, q.y) <= UPRIGHT;
  const isKnown = header.frame_id === "map" || header.frame_id === "odom";
  return isKnown && isFlat && Number.isFinite(p.x + p.y + p.z) ? undefined : "reason.pose_unusable";
}

/** Text key of why Nav2 may not drive now in the name of `operator`; undefined when it may. Whatever is not known forbids it. */
export function whyNot(
  now: Seconds,
  { operator_name: operator }: DriveTo_Goal,
  seen: Seen,
): string | undefined {
  return whyHeld(now, seen.safety) ?? whyNotTheirs(now, operator, seen.lease) ?? whyNoHand(now, seen.relay);
}

function whyHeld(now: Seconds, safety: Seen["safety"]): string | undefined {
  if (safety === undefined || !(trueAge(safety, now, () => true) <= SAFETY_AGE)) return "task.robot_held";
  const { load, motion, drive_blocked: isBlocked, reasons } = safety.message;
  if (load !== SafetyState.LOAD_NONE) return "reason.person_in_arms";
  const mayMove = motion === SafetyState.READY || motion === SafetyState.MOVING;
  return mayMove && !isBlocked ? undefined : (reasons[0] ?? "task.robot_held");
}

function whyNotTheirs(now: Seconds, operator: string, lease: Seen["lease"]): string | undefined {
  if (lease === undefined || !(trueAge(lease, now, () => true) <= LEASE_AGE)) return "reason.not_in_command";
  const { kind, operator_name: commander, expires } = lease.message;
  if (operator === "" || operator !== commander || !(now <= expires)) return "reason.not_in_command";
  return kind === Lease.ON_SITE || kind === Lease.REMOTE ? undefined : "reason.task_at_work";
}

/** Nav2's twists go nowhere unless the relay takes them as this person's hand. */
function whyNoHand(now: Seconds, relay: Seen["relay"]): string | undefined {
  if (relay === undefined || !(now - relay.receivedAt <= RELAY_AGE)) return "reason.cmd_vel_nobody";
  const { message } = relay.message;
  if (message === HANDS.page) return "reason.page_drives";
  if (message === HANDS.task) return "reason.task_at_work";
  return message === HANDS.nobody || message === HANDS.other ? "reason.cmd_vel_nobody" : undefined;
}

/** Of all that is diagnosed, what the relay says. */
export const relayStatus = (status: readonly DiagnosticStatus[]): DiagnosticStatus | undefined =>
  status.find(({ name }) => name === TWIST_STATUS);
