// The scenario sensor-faults: a sensor, or several, break in mid-lift; whether the supervisor notices, by what rule, and how it ends.
import { SafetyState, TaskState } from "../../core/messages.ts";
import { FAULTS, type Fault } from "../../core/faults.ts";
import { SUPPORT_SHARE } from "../../core/safety/limits.ts";
import { services, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import type { VirtualRun } from "../virtual/run.ts";
import { lower } from "./afterwards.ts";
import { watchFaults } from "./fault-watch.ts";
import { measure } from "./measures.ts";
import { residentOf, WEAK } from "./residents.ts";
import { confirmAndStart, openRide, untilPhase } from "./ride.ts";

export interface SensorFaultRun {
  readonly seed: number;
  readonly fault: string;
  /** The supervisor held or stopped while the sensor was broken. */
  readonly noticed: boolean;
  /** [s] after it broke; NaN when nobody noticed. */
  readonly noticed_after_s: number;
  /** The rules that were broken then; where nobody noticed, those that only slowed. */
  readonly reasons: string;
  /** [1] of standing height that the resident was raised further while it was broken. */
  readonly raised: number;
  /** stood, seated, or where the person was left */
  readonly ended: string;
  readonly unsafe: readonly string[];
  /** [1] of body weight, by the simulator's truth */
  readonly peak_support_bw: number;
  readonly worst_contact_of_limit: number;
}

/** What this scenario breaks: the sensors of a ride whose eyes are the truth. */
export const SENSOR_FAULTS_OF_A_RIDE: readonly Fault[] = FAULTS.filter(
  (fault) => fault.includes(".") && !/^(bed|camera)\./.test(fault),
);

const INTO_LIFT = seconds(3);
/** Longer than what is left of a lift. */
const LASTS = seconds(15);
const TASK_LIMIT = seconds(90);
const AFTERWARDS = seconds(3);
/** [1] of standing height */
const STANDING = 0.93;
const MAY_MOVE: readonly number[] = [SafetyState.READY, SafetyState.MOVING];

/** Several at once are joined by a plus. Throws for what this scenario cannot break. */
export function faultsNamed(names: string): readonly Fault[] {
  return names.split("+").map((name) => {
    const fault = SENSOR_FAULTS_OF_A_RIDE.find((known) => known === name);
    if (fault === undefined)
      throw new Error(
        `fault "${name}": expected one of ${SENSOR_FAULTS_OF_A_RIDE.join(", ")}, or several with a +`,
      );
    return fault;
  });
}

/** What the supervisor says of what happens from now on, until it is asked. */
function watchSupervisor(run: VirtualRun) {
  const begun = run.now();
  const known = new Set(run.latest(topics.safetyState)?.reasons);
  const fresh = new Set<string>();
  let noticed: { readonly after: number; readonly reasons: string } | undefined;
  const deaf = run.on(topics.safetyState, ({ motion, reasons }: SafetyState, at) => {
    for (const reason of reasons) if (!known.has(reason)) fresh.add(reason);
    if (!MAY_MOVE.includes(motion)) noticed ??= { after: at - begun, reasons: reasons.join(" ") };
  });
  return {
    /** [s] after which it held or stopped, NaN when it did neither, and the rules that were broken. */
    told() {
      deaf();
      return { noticedAfter: noticed?.after ?? NaN, reasons: noticed?.reasons ?? [...fresh].join(" ") };
    },
  };
}

/** The faults last from three seconds into the lift for fifteen; then people wait, or lower whoever hangs in the arms. */
export async function breakSensor(seed: number, fault: string): Promise<SensorFaultRun> {
  const faults = faultsNamed(fault);
  const ride = await openRide(residentOf(seed, WEAK, false), "truth");
  const { run } = ride;
  const seen = measure(run);
  const watch = watchFaults(run);
  confirmAndStart(ride);
  const seat = seen.pelvis;
  const answer = ride.standUp();
  if (untilPhase(ride, TaskState.LIFT, TASK_LIMIT) === undefined) throw new Error("the lift never began");
  run.advance(INTO_LIFT);
  const height = seen.pelvis;
  const supervisor = watchSupervisor(run);
  const inject = (on: boolean) => faults.forEach((one) => run.call(services.injectFault, { fault: one, on }));
  inject(true);
  run.advanceUntil(() => answer.outcome !== undefined, LASTS);
  const raised = seen.pelvis - height;
  const { noticedAfter, reasons } = supervisor.told();
  inject(false);
  run.advanceUntil(
    () => answer.outcome !== undefined || Number.isFinite(noticedAfter),
    TASK_LIMIT,
    milliseconds(100),
  );
  run.advance(AFTERWARDS);
  const stood = answer.outcome === "succeeded" && seen.pelvis >= STANDING;
  ride.worker.stopping = !stood;
  run.advance(seconds(1));
  const seated = !stood && lower(ride, seen, seat);
  await run.stop();
  return {
    seed,
    fault,
    noticed: Number.isFinite(noticedAfter),
    noticed_after_s: noticedAfter,
    reasons,
    raised,
    ended: stood ? "stood" : seated ? "seated" : `left at ${seen.pelvis.toFixed(2)} of standing`,
    unsafe: watch.unsafe,
    peak_support_bw: seen.peakSupport,
    worst_contact_of_limit: seen.worstContact,
  };
}

/** What no fault may do: be unsafe, press, bear more than SR-8 allows, or leave a person between. Which are not noticed is told, and is no verdict. */
export function judgeSensorFaults(all: readonly SensorFaultRun[]) {
  const of = (pick: (run: SensorFaultRun) => boolean) => all.filter(pick).map(({ fault }) => fault);
  const names = (list: readonly string[]) => [...new Set(list)].join(" ");
  const left = of(({ ended }) => ended.startsWith("left"));
  const unsafe = of((run) => run.unsafe.length > 0 || run.worst_contact_of_limit > 1);
  const overborne = of((run) => !(run.peak_support_bw <= SUPPORT_SHARE));
  return {
    ok: left.length === 0 && unsafe.length === 0 && overborne.length === 0,
    runs: all.length,
    noticed: all.filter(({ noticed }) => noticed).length,
    not_noticed: names(of(({ noticed }) => !noticed)),
    left_between: names(left),
    unsafe: names(unsafe),
    over_support_limit: names(overborne),
    peak_support_bw: Math.max(...all.map((run) => run.peak_support_bw)),
  };
}
