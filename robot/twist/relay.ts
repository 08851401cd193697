// A second hand of the person in command: which of ROS's twists become their requests to drive. Pure; the gate judges those.
import { Lease, MotionRequest, type TwistStamped } from "../../core/messages.ts";
import { LIFESPAN } from "../../core/motion/limits.ts";
import type { Stamped } from "../../core/node.ts";
import { ticketOf } from "../../core/ticket.ts";
import { seconds, type Seconds } from "../../core/units.ts";

/** By this name diagnostics tell of it. */
export const TWIST_STATUS = "twist_relay: cmd_vel";
/** Why no twist at all would be handed on. */
export const HANDS = {
  nobody: "nobody is named whose hand /cmd_vel is",
  other: "who is named is not in command",
  task: "a task holds the lease",
  page: "the page drives",
} as const;
/** Why no twist is handed on. */
export type Waiting = (typeof HANDS)[keyof typeof HANDS] | "silent" | "waits for a zero twist";

export interface Relay {
  /** the twist looked at last: each is handed on once at most */
  readonly judged: TwistStamped | undefined;
  /** its source has stood still since it last had no say */
  readonly armed: boolean;
  readonly sequence: number;
  /** of the lease under which it was armed */
  readonly ticket: string;
  /** when a request of another hand was heard last */
  readonly otherAt: Seconds;
  readonly waiting: Waiting | undefined;
}
export const UNHEARD: Relay = {
  judged: undefined,
  armed: false,
  sequence: 0,
  ticket: "",
  otherAt: seconds(-Infinity),
  waiting: "silent",
};

interface Heard {
  readonly twist: Stamped<TwistStamped> | undefined;
  readonly lease: Lease | undefined;
  /** a request to drive that is not of this relay's making has just come */
  readonly other: boolean;
  /** whose hand it is */
  readonly operator: string;
}

export const isRest = ({ twist: { linear, angular } }: TwistStamped): boolean =>
  [linear.x, linear.y, linear.z, angular.x, angular.y, angular.z].every((value) => value === 0);

/**
 * One look at `now`. Pages count their requests in milliseconds of the robot's time (teleop-ui/web/session/drive.ts); this hand
 * counts a lifespan behind them, so that a page that takes over is above it, and it above the page that has let go. A twist is handed on as it is, stamp, frame and axes, under the lease of now: nothing is made up, not even
 * rest. Its source must have said zero since it was last silent, out of command, under another lease, or since the page drove:
 * the page and this hand go by one name, so the gate cannot tell them apart, and what one did must not arm the other.
 */
export function relay(now: Seconds, before: Relay, heard: Heard): { relay: Relay; request?: MotionRequest } {
  const { twist, lease, operator } = heard;
  const otherAt = heard.other ? now : before.otherAt;
  const { epoch, nonce } = ticketOf(lease);
  const ticket = `${epoch} ${nonce}`;
  const known = { ...before, otherAt, ticket, judged: twist?.message };
  const blocked = whyNot(now, operator, lease, otherAt, twist);
  if (blocked !== undefined || twist === undefined)
    return { relay: { ...known, armed: false, waiting: blocked } };
  const isNew = twist.message !== before.judged;
  const armed = (before.armed && before.ticket === ticket) || (isNew && isRest(twist.message));
  if (!armed) return { relay: { ...known, armed, waiting: "waits for a zero twist" } };
  if (!isNew) return { relay: { ...known, armed, waiting: undefined } };
  const sequence = Math.max(before.sequence + 1, Math.floor(((now - LIFESPAN) * 1000) % 2 ** 32));
  const request = requestOf(twist.message, operator, { epoch, nonce, sequence });
  return { relay: { ...known, armed, waiting: undefined, sequence }, request };
}

function whyNot(
  now: Seconds,
  operator: string,
  lease: Lease | undefined,
  otherAt: Seconds,
  twist: Stamped<TwistStamped> | undefined,
): Waiting | undefined {
  if (operator === "") return HANDS.nobody;
  if (lease?.operator_name !== operator) return HANDS.other;
  if (lease.kind === Lease.TASK) return HANDS.task;
  if (!(now - otherAt > LIFESPAN)) return HANDS.page;
  return twist !== undefined && now - twist.receivedAt <= LIFESPAN ? undefined : "silent";
}

const requestOf = (
  { header, twist }: TwistStamped,
  source: string,
  counted: Pick<MotionRequest, "epoch" | "nonce" | "sequence">,
): MotionRequest => ({
  header,
  kind: MotionRequest.DRIVE,
  source,
  ...counted,
  time_to_live: LIFESPAN,
  drive: twist,
  joint_names: [],
  joint_velocities: [],
});
