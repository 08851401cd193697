// Whether a source stamps its messages later than our own now: then nobody knows how old anything is.
import { LIMITS } from "../core/safety/limits.ts";
import { secondsOf } from "../core/time.ts";
import type { Seconds } from "../core/units.ts";
import type { Heard } from "./observe.ts";

const STAMPED = [
  "estop",
  "joints",
  "odometry",
  "imu",
  "leftWrench",
  "rightWrench",
  "contacts",
  "scan",
  "gate",
  "battery",
  "person",
] as const satisfies readonly (keyof Heard)[];

/** Some source stamps its messages later than our own now. */
export function isFromTheFuture(now: Seconds, heard: Heard): boolean {
  return STAMPED.some((name) => {
    const source = heard[name];
    return source !== undefined && !(secondsOf(source.message.header.stamp) - now <= LIMITS.clockTolerance);
  });
}
