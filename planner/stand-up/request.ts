// The stand-up task's motion requests: velocities in the words of the message, and a rest wherever the gate must hear one first.
import { MotionRequest, type GateReport, type Lease } from "../../core/messages.ts";
import { isTaskLease, ticketOf } from "../../core/ticket.ts";
import { stampOf } from "../../core/time.ts";
import type { Seconds } from "../../core/units.ts";
import { STILL, type Velocities } from "./moves.ts";
import { TIMINGS } from "./timings.ts";

const SOURCE = "planner";
/** How the gate names a request that it does not follow since no rest was heard before it (`GateReport.msg`). */
const UNRESTED = "not_neutral";

/** What a task knows of who is followed; undefined was never told. */
export interface Followers {
  readonly lease: Lease | undefined;
  readonly report: GateReport | undefined;
}
export type Ask = (now: Seconds, wanted: Velocities, known: Followers) => MotionRequest;

/**
 * Asks for one task's motion. It asks to stand still when a velocity is unknown, without the lease, at first under each
 * new lease, and whenever the gate says that it has not heard it rest: the newest request wins on its way there, so any
 * rest may be lost, and a task that is never followed would wait for ever.
 */
export function asker(): Ask {
  let sequence = 0;
  let under: Lease["epoch"] | undefined;
  let unrested = 0;
  return (now, wanted, { lease, report }) => {
    sequence += 1;
    const refusals = unrestedIn(report);
    const isHeard = lease?.epoch === under && refusals === unrested;
    under = lease?.epoch;
    unrested = refusals;
    const mayMove = isHeard && isTaskLease(lease, SOURCE) && Object.values(wanted).every(isSound);
    return requestOf(now, sequence, mayMove ? wanted : STILL, lease);
  };
}

const isSound = (value: number | boolean) => typeof value === "boolean" || Number.isFinite(value);

function unrestedIn(report: GateReport | undefined): number {
  return report?.reject_counts[report.reject_reasons.indexOf(UNRESTED)] ?? 0;
}

function requestOf(
  now: Seconds,
  sequence: number,
  asked: Velocities,
  lease: Lease | undefined,
): MotionRequest {
  return {
    header: { stamp: stampOf(now), frame_id: "base_link" },
    kind: asked.back ? MotionRequest.LOWER : MotionRequest.TASK,
    source: SOURCE,
    ...ticketOf(lease),
    sequence,
    time_to_live: TIMINGS.timeToLive,
    drive: { linear: { x: asked.linear, y: 0, z: 0 }, angular: { x: 0, y: 0, z: asked.angular } },
    joint_names: ["lift_joint", "left_arm_joint", "right_arm_joint"],
    joint_velocities: [asked.lift, asked.leftArm, asked.rightArm],
  };
}
