// The scenario stop-mid-lift: at a random moment of the lift something stops the robot; the person is held, then lowered.
import { OperatorAct_Request, TaskState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { between, seeded } from "../../core/seeded.ts";
import { standUpThroughGateway } from "./desk.ts";
import { lower, release, resumed, untilStill, ZERO } from "./afterwards.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import { measure, type Measures } from "./measures.ts";
import { residentOf, WEAK } from "./residents.ts";
import { confirmAndStart, openRide, untilPhase, type Eyes, type Ride } from "./ride.ts";

/** What goes wrong. */
export const CAUSES = ["stop", "link", "perception", "gateway"] as const;
export type Cause = (typeof CAUSES)[number];

export interface StopRun {
  readonly seed: number;
  readonly cause: Cause;
  readonly stopped_at_lift_share: number;
  readonly time_to_zero_s: number;
  readonly sank_m: number;
  readonly moved_before_start: boolean;
  readonly refused_out_of_order: boolean;
  readonly moved_after_start: boolean;
  readonly lowered: boolean;
  readonly worst_contact_of_limit: number;
  readonly ok: boolean;
  readonly why: string;
}

const LIFT_LIMIT = seconds(120);
/** How long the person must be held. */
const HELD = seconds(10);
/** The person may sink by this much while held. */
const MOST_SINK = 0.02;
/** [1] of the longest lift, within which the stop comes. */
const LONGEST_LIFT = 9;

const BREAK: Readonly<Record<Cause, (ride: Ride) => void>> = {
  stop: ({ worker }) => (worker.stopping = true),
  link: ({ worker }) => (worker.linkCut = true),
  perception: ({ run }) => run.kill("person"),
  gateway: ({ run }) => run.kill("gateway"),
};
const MEND: Readonly<Record<Cause, (ride: Ride) => void>> = {
  stop: () => {},
  link: ({ worker }) => (worker.linkCut = false),
  perception: () => {},
  gateway: () => {},
};

/** One resident, one stop. The care worker's link comes back before anything else is tried; dead eyes stay dead. */
export async function stopMidLift(
  seed: number,
  cause: Cause,
  eyes: Eyes = "mediapipe",
  note?: (noted: Noted) => void,
): Promise<StopRun> {
  const ride = await openRide(residentOf(seed, WEAK, false), eyes, { note });
  const { run } = ride;
  const seen = measure(run);
  run.latest(topics.safetyState);
  run.latest(topics.taskState);
  confirmAndStart(ride);
  const seat = seen.pelvis;
  if (cause === "gateway") await standUpThroughGateway(run, () => isAtWork(ride));
  else ride.standUp();
  const draw = seeded(seed * 104_729 + CAUSES.indexOf(cause));
  const share = between(draw, 0.05, 0.95);
  if (untilPhase(ride, TaskState.LIFT, LIFT_LIMIT) === undefined) {
    await run.stop();
    return failed(seed, cause, "the lift never began");
  }
  run.advance(seconds(share * LONGEST_LIFT));
  const seenAfter = breakAndMend(ride, seen, cause);
  const movedAfter = START_HELPS.includes(cause) && startAgain(ride, seen);
  const lowered = lower(ride, seen, seat);
  await run.stop();
  const why = wrongOf({ ...seenAfter, lowered });
  return {
    seed,
    cause,
    stopped_at_lift_share: share,
    ...seenAfter,
    moved_after_start: movedAfter,
    lowered,
    worst_contact_of_limit: seen.worstContact,
    ok: why === "",
    why,
  };
}

/** Causes after which reset, confirmation and start let the task go on; dead eyes stay dead. */
const START_HELPS: readonly Cause[] = ["stop", "link", "gateway"];

/** Breaks it, holds the person, mends it, and tries to start out of order. */
function breakAndMend(ride: Ride, seen: Measures, cause: Cause) {
  const { run } = ride;
  BREAK[cause](ride);
  const zeroAfter = untilStill(ride, seen);
  const height = seen.pelvisHeight;
  run.advance(HELD);
  const sank = height - seen.pelvisHeight;
  MEND[cause](ride);
  run.advance(seconds(1));
  const refused = ride.tryAct(OperatorAct_Request.START) !== "";
  run.advance(seconds(0.5));
  return {
    time_to_zero_s: zeroAfter ?? Infinity,
    sank_m: sank,
    moved_before_start: seen.commanded > ZERO,
    refused_out_of_order: refused,
  };
}

/** The three acts in order; when the robot may move again it is stopped once more, for the lowering. */
function startAgain(ride: Ride, seen: Measures): boolean {
  release(ride);
  if (!resumed(ride, seen)) return false;
  ride.worker.stopping = true;
  ride.run.advance(seconds(1));
  return true;
}

type Judged = ReturnType<typeof breakAndMend> & { readonly lowered: boolean };

/** What was not as it should be, in words; empty when all was. */
const wrongOf = (run: Judged): string =>
  [
    [run.time_to_zero_s < Infinity, "motion went on"],
    [run.sank_m < MOST_SINK, `sank ${run.sank_m.toFixed(3)} m`],
    [!run.moved_before_start, "moved before start"],
    [run.refused_out_of_order, "start was taken before reset and confirmation"],
    [run.lowered, "was not lowered"],
  ]
    .filter(([good]) => good !== true)
    .map(([, text]) => text)
    .join("; ");

/** The verdict over all runs, with each cause's own count. */
export function judgeStops(all: readonly StopRun[]) {
  const of = (cause: Cause) => all.filter((run) => run.cause === cause);
  const counts = CAUSES.filter((cause) => of(cause).length > 0).map((cause) => {
    const good = of(cause).filter(({ ok }) => ok).length;
    return [`${cause}_ok`, `${good}/${of(cause).length}`] as const;
  });
  return {
    ok: all.every(({ ok }) => ok),
    runs: all.length,
    ...Object.fromEntries(counts),
    most_sank_m: Math.max(...all.map(({ sank_m }) => sank_m)),
    longest_to_zero_s: Math.max(...all.map(({ time_to_zero_s }) => time_to_zero_s)),
    moved_before_start: all.filter((run) => run.moved_before_start).length,
    not_lowered: all.filter((run) => !run.lowered).length,
    worst_contact_of_limit: Math.max(...all.map((run) => run.worst_contact_of_limit)),
    failed: all
      .filter(({ ok }) => !ok)
      .map(({ cause, seed, why }) => `${cause} ${seed}: ${why}`)
      .join(" | "),
  };
}

const failed = (seed: number, cause: Cause, why: string): StopRun => ({
  seed,
  cause,
  stopped_at_lift_share: NaN,
  time_to_zero_s: NaN,
  sank_m: NaN,
  moved_before_start: false,
  refused_out_of_order: false,
  moved_after_start: false,
  lowered: false,
  worst_contact_of_limit: NaN,
  ok: false,
  why,
});

const isAtWork = ({ run }: Ride) =>
  (run.latest(topics.taskState)?.phase ?? TaskState.IDLE) !== TaskState.IDLE;
