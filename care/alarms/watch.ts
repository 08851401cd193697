// What of the robot's state people must be told: one row an alarm, each a condition over the last safety and task state, and the charge.
import { AlarmRequest, SafetyState, TaskState } from "../../core/messages.ts";
import { LIMITS } from "../../core/safety/limits.ts";
import { seconds, type Seconds } from "../../core/units.ts";

export interface Watched {
  /** undefined when it was never heard */
  readonly safety: SafetyState | undefined;
  /** since it was heard, or since the watch began */
  readonly safetyAge: Seconds;
  readonly task: TaskState | undefined;
  /** [1] of a full battery; NaN when it is not known */
  readonly charge: number;
}

/** SafetyState.msg comes at 50 Hz and means hold after 150 ms: a second without is a dead supervisor, not a slow one. */
const SILENT = seconds(1);

interface Row {
  readonly alarm: string;
  readonly priority: number;
  readonly holds: (watched: Watched) => boolean;
}

const { LOW, MEDIUM, HIGH } = AlarmRequest;
const STANDS: ReadonlySet<number> = new Set([
  SafetyState.HOLDING,
  SafetyState.PROTECTIVE_STOP,
  SafetyState.EMERGENCY_STOP,
  SafetyState.FAULT,
]);
const isLoaded = ({ load }: SafetyState) =>
  load === SafetyState.LOAD_BEARING || load === SafetyState.LOAD_UNKNOWN;
const isIn = (motion: number) => (state: SafetyState) => state.motion === motion;
const isStopped = ({ motion }: SafetyState) =>
  motion === SafetyState.PROTECTIVE_STOP || motion === SafetyState.EMERGENCY_STOP;
/** Its cause is still there; without it a stop only waits for people. */
const isCaused = ({ demand }: SafetyState) => demand >= SafetyState.DEMAND_LOWER;
/** A robot at rest that nobody uses needs no link. */
const lacks =
  (...reasons: readonly string[]) =>
  (state: SafetyState) =>
    state.motion !== SafetyState.SAFE_IDLE && state.reasons.some((reason) => reasons.includes(reason));
const FAILING = "reason.power_failing";
const safety =
  (holds: (state: SafetyState) => boolean) =>
  ({ safety: state }: Watched) =>
    state !== undefined && holds(state);

/** IEC 60601-1-8: high for what may kill or maim now, medium for what soon may, low for what somebody should know. */
export const ROWS: readonly Row[] = [
  { alarm: "alarm.control_silent", priority: HIGH, holds: ({ safetyAge }) => !(safetyAge < SILENT) },
  {
    alarm: "alarm.emergency_stop",
    priority: HIGH,
    holds: safety(
      (state) => state.motion === SafetyState.EMERGENCY_STOP && state.demand === SafetyState.DEMAND_EMERGENCY,
    ),
  },
  {
    alarm: "alarm.loaded_hold",
    priority: HIGH,
    holds: safety((state) => STANDS.has(state.motion) && isLoaded(state)),
  },
  { alarm: "alarm.fault", priority: MEDIUM, holds: safety(isIn(SafetyState.FAULT)) },
  {
    alarm: "alarm.stopped",
    priority: MEDIUM,
    holds: safety(
      (state) => isStopped(state) && isCaused(state) && state.demand !== SafetyState.DEMAND_EMERGENCY,
    ),
  },
  {
    alarm: "alarm.waits_reset",
    priority: LOW,
    holds: safety((state) => isStopped(state) && !isCaused(state) && state.needs_reset),
  },
  {
    alarm: "alarm.link",
    priority: MEDIUM,
    holds: safety(lacks("reason.link_silent", "reason.round_trip_long")),
  },
  {
    alarm: "alarm.resident_unseen",
    priority: MEDIUM,
    holds: safety((state) => isLoaded(state) && lacks("reason.person_not_seen")(state)),
  },
  {
    alarm: "alarm.power_failing",
    priority: HIGH,
    holds: safety((state) => isLoaded(state) && lacks(FAILING)(state)),
  },
  {
    alarm: "alarm.power",
    priority: MEDIUM,
    holds: safety(
      (state) => (!isLoaded(state) && lacks(FAILING)(state)) || lacks("reason.power_unknown")(state),
    ),
  },
  {
    alarm: "alarm.charge_low_borne",
    priority: MEDIUM,
    holds: ({ safety: state, charge }) =>
      state !== undefined &&
      isLoaded(state) &&
      charge <= LIMITS.chargeLow &&
      state.motion !== SafetyState.SAFE_IDLE,
  },
  { alarm: "alarm.charge_low", priority: LOW, holds: safety(lacks("reason.charge_low")) },
  { alarm: "alarm.task_failed", priority: LOW, holds: ({ task }) => task?.phase === TaskState.FAILED },
];
