// For tests of what the rules are shown: a moment at which nothing was ever heard, and messages as they arrive.
import type { Stamped } from "../core/node.ts";
import { stampOf } from "../core/time.ts";
import { seconds } from "../core/units.ts";
import { NO_COMMAND } from "./command.ts";
import type { Heard } from "./observe.ts";

export const NOW = seconds(10);
export const SILENCE: Heard = {
  estop: undefined,
  joints: undefined,
  odometry: undefined,
  imu: undefined,
  leftWrench: undefined,
  rightWrench: undefined,
  contacts: undefined,
  scan: undefined,
  gate: undefined,
  groups: undefined,
  drives: undefined,
  battery: undefined,
  task: undefined,
  person: undefined,
  resident: undefined,
  command: NO_COMMAND,
  stopped: false,
  stopPressed: false,
  seatGone: false,
  spoken: [],
};

/** A message as it arrived at `at` s, stamped then too. */
export const said = <M>(message: object, at: number = NOW): Stamped<M> => ({
  receivedAt: seconds(at),
  message: { header: { stamp: stampOf(seconds(at)), frame_id: "" }, ...message } as M,
});
