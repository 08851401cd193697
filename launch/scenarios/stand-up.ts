// The scenario stand-up: a resident too weak to rise alone is helped up; the same resident without the robot is not.
import { services } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import type { Profile } from "../../sim/sensors/data-sheets.ts";
import { worldNode } from "../../sim/world.node.ts";
import { LogHash } from "../virtual/log-hash.ts";
import { VirtualRun } from "../virtual/run.ts";
import { measure } from "./measures.ts";
import { residentOf, WEAK } from "./residents.ts";
import { confirmAndStart, openRide, type Eyes } from "./ride.ts";

export interface StandUpRun {
  readonly seed: number;
  readonly body_mass_kg: number;
  readonly leg_strength: number;
  readonly stood: boolean;
  readonly reason: string;
  readonly duration_s: number;
  readonly peak_support_bw: number;
  readonly peak_tilt_deg: number;
  readonly worst_contact_of_limit: number;
  readonly worst_contact_at: string;
  readonly stood_alone: boolean;
  readonly alone_pelvis: number;
  readonly log_hash: string;
}

/** [1] of standing height: a pelvis above it stands. */
const STANDING = 0.93;
const TASK_LIMIT = seconds(150);
/** Stands on its own for so long after the robot has let go. */
const AFTERWARDS = seconds(5);
const ALONE = seconds(15);

/** What the issue of the ride asks of every run (docs/SAFETY.md SR-8, SR-12, SR-6). */
const MOST = { support: 0.6, tilt: 15, contact: 1 } as const;

/** The verdict over all runs; `again` is the first run's seed once more. */
export function judgeStandUps(all: readonly StandUpRun[], again: StandUpRun | undefined) {
  const worst = (pick: (run: StandUpRun) => number) => Math.max(...all.map(pick));
  const count = (pick: (run: StandUpRun) => boolean) => all.filter(pick).length;
  const figures = {
    runs: all.length,
    stood: count((run) => run.stood),
    stood_alone: count((run) => run.stood_alone),
    peak_support_bw: worst((run) => run.peak_support_bw),
    peak_tilt_deg: worst((run) => run.peak_tilt_deg),
    worst_contact_of_limit: worst((run) => run.worst_contact_of_limit),
    longest_s: worst((run) => run.duration_s),
    same_seed_same_log: again?.log_hash === all[0]?.log_hash,
    failed_seeds: all
      .filter((run) => !run.stood)
      .map((run) => run.seed)
      .join(" "),
  };
  const ok =
    figures.stood === all.length &&
    figures.stood_alone === 0 &&
    figures.peak_support_bw <= MOST.support &&
    figures.peak_tilt_deg <= MOST.tilt &&
    figures.worst_contact_of_limit <= MOST.contact &&
    figures.same_seed_same_log;
  return { ok, ...figures };
}

/** One resident, helped by the robot on what the eyes see. */
export async function standUp(
  seed: number,
  eyes: Eyes = "mediapipe",
  note?: (noted: Noted) => void,
  sensors: Profile = "perfect",
): Promise<StandUpRun> {
  const resident = residentOf(seed, WEAK, false);
  const log = new LogHash();
  const ride = await openRide(resident, eyes, { note, log, sensors });
  const seen = measure(ride.run);
  confirmAndStart(ride);
  const answer = ride.standUp();
  const begun = ride.run.now();
  ride.run.advanceUntil(() => answer.outcome !== undefined || answer.detail !== "", TASK_LIMIT, seconds(0.1));
  const duration = ride.run.now() - begun;
  ride.run.advance(AFTERWARDS);
  const hash = log.digest();
  await ride.run.stop();
  const alone = await riseAlone(seed);
  return {
    seed,
    body_mass_kg: resident.body_mass,
    leg_strength: resident.leg_strength,
    stood: answer.outcome === "succeeded" && seen.pelvis >= STANDING,
    reason: answer.detail || (answer.result?.reason ?? "") || (answer.outcome ?? "still at it"),
    duration_s: duration,
    peak_support_bw: seen.peakSupport,
    peak_tilt_deg: seen.peakTilt,
    worst_contact_of_limit: seen.worstContact,
    worst_contact_at: seen.worstContactAt,
    stood_alone: alone >= STANDING,
    alone_pelvis: alone,
    log_hash: hash,
  };
}

/** The same resident tries without the robot: the highest the pelvis gets, of standing height. */
async function riseAlone(seed: number): Promise<number> {
  const run = new VirtualRun([worldNode(await loadEngine())]);
  const seen = measure(run);
  run.call(services.resetWorld, residentOf(seed, WEAK, true));
  let highest = 0;
  for (let time = 0; time < ALONE; time += 0.1) {
    run.advance(seconds(0.1));
    if (Number.isFinite(seen.pelvis)) highest = Math.max(highest, seen.pelvis);
  }
  await run.stop();
  return highest;
}
