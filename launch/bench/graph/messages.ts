// The messages that the bench of the graph sends, each with the machine's monotonic clock as its stamp.
import { SafetyState, type Image, type WrenchStamped } from "../../../core/messages.ts";
import type { Stamp } from "../../../core/time.ts";
import type { Load } from "./orders.ts";

const NANOSECONDS = 1e9;
const NANOSECONDS_OF_MS = 1e6;
/** One megabyte: 500 by 500 pixels of four bytes. */
const SIDE = 500;
const BYTES = 4 * SIDE * SIDE;
const ARMS = ["base_x", "base_yaw", "lift_joint", "left_arm_joint", "right_arm_joint"];

interface Timed {
  readonly header: { readonly stamp: Stamp };
}

/** CLOCK_MONOTONIC, which all threads and processes of a machine share, as a stamp: it fits, for it began at the last boot. */
function stampNow(): Stamp {
  const now = Number(process.hrtime.bigint());
  return { sec: Math.floor(now / NANOSECONDS), nanosec: now % NANOSECONDS };
}

/** ms since the message was made. */
export function ageOfMessage(message: unknown): number {
  const { sec, nanosec } = (message as Timed).header.stamp;
  return (Number(process.hrtime.bigint()) - (sec * NANOSECONDS + nanosec)) / NANOSECONDS_OF_MS;
}

const vector = (x: number) => ({ x, y: 0.5, z: -1.5 });
const wrench = (): WrenchStamped => ({
  header: { stamp: stampNow(), frame_id: "left_arm_pad" },
  wrench: { force: vector(12.5), torque: vector(0.25) },
});
/** As it is while a rule holds the robot. */
const safety = (): SafetyState => ({
  header: { stamp: stampNow(), frame_id: "base_link" },
  demand: SafetyState.DEMAND_HOLD,
  motion: SafetyState.HOLDING,
  load: SafetyState.LOAD_NONE,
  needs_reset: false,
  needs_confirmation: false,
  needs_start: false,
  not_lowerable: false,
  drive_blocked: true,
  speed_scale: 0,
  brakes_set: false,
  broken_requirements: ["SR-3"],
  reasons: ["reason.link_silent"],
  axes: ARMS.map((axis) => ({
    axis,
    drive: false,
    task: false,
    lower: false,
    reasons: ["reason.link_silent"],
  })),
  possible: ["may.reset"],
});
const image = (data: Uint8Array): Image => ({
  header: { stamp: stampNow(), frame_id: "camera_optical" },
  height: SIDE,
  width: SIDE,
  encoding: "rgba8",
  is_bigendian: 0,
  step: 4 * SIDE,
  data,
});

/**
 * Makes messages of a kind. `fresh`: each picture has bytes of its own, for a thread gives them away; a process sends the
 * same ones again, as its middleware copies them.
 */
export function messagesOf(fresh: boolean): Readonly<Record<Load, () => unknown>> {
  const kept = new Uint8Array(BYTES).fill(7);
  return { wrench, safety, image: () => image(fresh ? new Uint8Array(BYTES) : kept) };
}
