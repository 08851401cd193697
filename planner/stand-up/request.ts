// The stand-up task's motion request: velocities in the words of the message.
import { MotionRequest, type Lease } from "../../core/messages.ts";
import { isTaskLease, ticketOf } from "../../core/ticket.ts";
import { stampOf } from "../../core/time.ts";
import type { Seconds } from "../../core/units.ts";
import { STILL, type Velocities } from "./moves.ts";
import { TIMINGS } from "./timings.ts";

const SOURCE = "planner";

/** Unknown velocities ask to stand still, and so does a task that does not hold the lease. `lease` is the last that was told. */
export function requestOf(
  now: Seconds,
  sequence: number,
  wanted: Velocities,
  lease: Lease | undefined,
): MotionRequest {
  const known = isTaskLease(lease, SOURCE) && Object.values(wanted).every(Number.isFinite) ? wanted : STILL;
  return {
    header: { stamp: stampOf(now), frame_id: "base_link" },
    kind: MotionRequest.TASK,
    source: SOURCE,
    ...ticketOf(lease),
    sequence,
    time_to_live: TIMINGS.timeToLive,
    drive: { linear: { x: known.linear, y: 0, z: 0 }, angular: { x: 0, y: 0, z: known.angular } },
    joint_names: ["lift_joint", "left_arm_joint", "right_arm_joint"],
    joint_velocities: [known.lift, known.leftArm, known.rightArm],
  };
}
