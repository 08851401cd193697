// For tests of the gate: a sound motion request and a safety state that allows it, of which tests say only what differs.
import { Lease, MotionRequest, type SafetyState } from "../core/messages.ts";
import { JOINTS } from "../core/motion/limits.ts";
import type { Stamped } from "../core/node.ts";
import { ready } from "../core/safety/rehearsal.ts";
import { stampOf } from "../core/time.ts";
import { milliseconds, seconds, type Seconds } from "../core/units.ts";

const NONE = { x: 0, y: 0, z: 0 };

/** Of the lease that every request is asked under. */
const [EPOCH, NONCE] = [5, 77];

/** A lease of Kim's, held by a task. */
export function lease(at: Seconds, change: Partial<Lease> = {}): Stamped<Lease> {
  return {
    receivedAt: at,
    message: {
      header: { stamp: stampOf(at), frame_id: "base_link" },
      epoch: EPOCH,
      nonce: NONCE,
      kind: Lease.TASK,
      holder: "planner",
      operator_name: "Kim",
      session: "lane-1",
      on_site: true,
      consent: false,
      asked_by: "",
      expires: seconds(at + 1),
      ...change,
    },
  };
}

/** A task's request at `at` to raise the lift at `lift` m/s, received as it was sent. */
export function request(
  at: Seconds,
  sequence: number,
  lift: number,
  change: Partial<MotionRequest> = {},
): Stamped<MotionRequest> {
  return {
    receivedAt: at,
    message: {
      header: { stamp: stampOf(at), frame_id: "base_link" },
      kind: MotionRequest.TASK,
      source: "planner",
      epoch: EPOCH,
      nonce: NONCE,
      sequence,
      time_to_live: milliseconds(200),
      drive: { linear: NONE, angular: NONE },
      joint_names: JOINTS,
      joint_velocities: [lift, 0, 0],
      ...change,
    },
  };
}

/** An operator's request at `at` to drive at `x` m/s. */
export const drive = (
  at: Seconds,
  sequence: number,
  x: number,
  change: Partial<MotionRequest> = {},
): Stamped<MotionRequest> =>
  request(at, sequence, 0, {
    kind: MotionRequest.DRIVE,
    source: "Kim",
    drive: { linear: { ...NONE, x }, angular: NONE },
    joint_names: [],
    joint_velocities: [],
    ...change,
  });

/** A supervisor that lets everything be. */
export const safety = (at: Seconds, change: Partial<SafetyState> = {}): Stamped<SafetyState> => ({
  receivedAt: at,
  message: ready(at, change),
});
