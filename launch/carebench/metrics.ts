// What a played story is measured by, from the simulator's truth and the control group's own words.
import {
  BodyContact,
  Resident,
  SafetyState,
  type BodyContacts,
  type LinkPoses,
  type ResetWorld_Request,
  type WorldTruth,
} from "../../core/messages.ts";
import { GRAVITY } from "../../core/motion/support.ts";
import { contactLimit } from "../../core/safety/limits.ts";
import { topics } from "../../core/topics.ts";
import { inDegrees, radians } from "../../core/units.ts";
import type { VirtualRun } from "../virtual/run.ts";
import { balanceOf } from "./balance.ts";

export interface Measured {
  /** [1] of body weight, the most that the pads carried */
  peak_support_bw: number;
  /** [deg] the largest lateral tilt of the trunk that lasted half a second, while the pads carried */
  peak_tilt_deg: number;
  /** [1] of the halved limit, the worst unintended contact of each body region touched */
  contact_of_limit: Record<string, number>;
  /** [N·m/kg] the most that the muscles of both hips, and of both knees, extended with: what the person did themselves */
  peak_hip_moment: number;
  peak_knee_moment: number;
  /** [N] the most that the robot pressed somebody who passes */
  passer_force_n: number;
  /** [m] that a person who walks got on, and that the walker went on without anybody who holds it; undefined elsewhere */
  walked_m: number | undefined;
  ran_on_m: number | undefined;
  /** [m] the least margin of stability while standing with neither pads nor seat; undefined when they never did */
  margin_m: number | undefined;
  /** [m] the furthest that the wheelchair they sit in rolled; undefined where they sit in none */
  rolled_m: number | undefined;
  /** [m/s] the fastest that the pelvis sank */
  fastest_sink_m_s: number;
  /** [s] until the staff were told where somebody is who is looked for; undefined when they never were, and where nobody is looked for */
  found_s: number | undefined;
  /** how often the staff were told of an exit or a fall that was none; undefined where nobody is looked for */
  false_alarms: number | undefined;
  /** how often they were told that somebody is in bed or away who is on the edge or on the floor; undefined likewise */
  false_clears: number | undefined;
  /** the pelvis came down to the floor */
  fell: boolean;
  /** sank as fast as a fall and did not reach the floor */
  near_falls: number;
  /** the robot was stopped or held: text keys of the first reason each time, empty when none was told */
  stops: string[];
}

export interface Watch extends Measured {
  /** [1] of this person's standing height, now */
  pelvis: number;
  /** [1] of body weight on the pads and on the seat, now */
  support: number;
  seat: number;
}

/** Before anything has happened. */
export const nothingYet = (): Measured => ({
  peak_support_bw: 0,
  peak_tilt_deg: 0,
  contact_of_limit: {},
  peak_hip_moment: 0,
  peak_knee_moment: 0,
  passer_force_n: 0,
  walked_m: undefined,
  ran_on_m: undefined,
  rolled_m: undefined,
  margin_m: undefined,
  fastest_sink_m_s: 0,
  found_s: undefined,
  false_alarms: undefined,
  false_clears: undefined,
  fell: false,
  near_falls: 0,
  stops: [],
});

/** [1] of body weight: carried. */
export const CARRIED = 0.05;
/** [1] of standing height: a pelvis below this is on the floor, for a seat is at half of it; above STANDING it stands. */
export const FLOOR = 0.35;
export const STANDING = 0.93;
/** [m/s] who sits down reaches 0.35 [measured], a fall 2.1 ± 0.6 (DOMAIN §3). */
export const FALLING = 0.5;
/** Truth comes at 20 Hz: eleven looks are half a second. */
const TILT_LOOKS = 11;
const MAY_MOVE: readonly number[] = [
  SafetyState.SAFE_IDLE,
  SafetyState.READY,
  SafetyState.MOVING,
  SafetyState.LOWERING,
];
const REGIONS = Object.entries(BodyContact).filter(([, code]) => typeof code === "number");
const regionName = (code: number) =>
  (REGIONS.find(([, known]) => known === code)?.[0] ?? "unknown").toLowerCase();

/** The least tilt of each half second, and of these the largest. */
function tiltWatch(seen: Watch) {
  const tilts: number[] = [];
  return ({ trunk_tilt }: WorldTruth) => {
    tilts.push(seen.support > CARRIED ? Math.abs(inDegrees(radians(trunk_tilt))) : 0);
    if (tilts.length > TILT_LOOKS) tilts.shift();
    if (tilts.length === TILT_LOOKS) seen.peak_tilt_deg = Math.max(seen.peak_tilt_deg, Math.min(...tilts));
  };
}

function sinkWatch(seen: Watch) {
  let before: { readonly at: number; readonly pelvis: number } | undefined;
  let sinking = false;
  return ({ pelvis_height: pelvis }: WorldTruth, at: number) => {
    const sink = before === undefined ? 0 : (before.pelvis - pelvis) / (at - before.at);
    seen.fastest_sink_m_s = Math.max(seen.fastest_sink_m_s, sink);
    if (sink > FALLING && !sinking) seen.near_falls += 1;
    sinking = sink > FALLING;
    before = { at, pelvis };
  };
}

/** Only of who stands on nothing but their feet. */
function marginWatch(seen: Watch, { stature, sex }: ResetWorld_Request) {
  const balance = balanceOf(stature, sex === Resident.MALE ? "male" : "female");
  let before = NaN;
  return (poses: LinkPoses | undefined, at: number) => {
    const margin = poses === undefined ? NaN : balance(poses, at - before);
    before = at;
    const isFree = seen.pelvis >= STANDING && seen.support < CARRIED && seen.seat < CARRIED;
    if (isFree && Number.isFinite(margin)) seen.margin_m = Math.min(seen.margin_m ?? Infinity, margin);
  };
}

/** The chair is among the links that move only where it is a wheelchair. */
function chairWatch(seen: Watch) {
  let begin: { readonly x: number; readonly y: number } | undefined;
  return ({ names, poses }: LinkPoses) => {
    const chair = poses[names.indexOf(CHAIR)]?.position;
    if (chair === undefined) return;
    begin ??= chair;
    seen.rolled_m = Math.max(seen.rolled_m ?? 0, Math.hypot(chair.x - begin.x, chair.y - begin.y));
  };
}
const CHAIR = "chair/frame";

/** Watches from now on; the fields change as it goes. */
export function watch(run: VirtualRun, who: ResetWorld_Request): Watch {
  const seen: Watch = {
    ...nothingYet(),
    pelvis: NaN,
    support: 0,
    seat: NaN,
  };
  const [tilt, sink] = [tiltWatch(seen), sinkWatch(seen)];
  const margin = marginWatch(seen, who);
  const chair = chairWatch(seen);
  let poses: LinkPoses | undefined;
  let mayMove = true;
  run.on(topics.linkPoses, (now: LinkPoses) => {
    poses = now;
    chair(now);
  });
  run.on(topics.worldTruth, (truth: WorldTruth, at) => {
    const weight = truth.body_mass * GRAVITY;
    seen.pelvis = truth.pelvis_height / truth.standing_height;
    seen.support = truth.pad_force / weight;
    seen.seat = truth.seat_force / weight;
    seen.peak_support_bw = Math.max(seen.peak_support_bw, seen.support);
    seen.peak_hip_moment = Math.max(seen.peak_hip_moment, truth.hip_moment / truth.body_mass);
    seen.peak_knee_moment = Math.max(seen.peak_knee_moment, truth.knee_moment / truth.body_mass);
    seen.passer_force_n = Math.max(seen.passer_force_n, truth.passer_force);
    seen.fell ||= seen.pelvis < FLOOR;
    tilt(truth);
    sink(truth, at);
    margin(poses, at);
  });
  run.on(topics.bodyContacts, ({ contacts }: BodyContacts) => {
    for (const { region, force, unintended } of contacts) {
      if (!unintended || force === 0) continue;
      const name = regionName(region);
      seen.contact_of_limit[name] = Math.max(seen.contact_of_limit[name] ?? 0, force / contactLimit(region));
    }
  });
  run.on(topics.safetyState, ({ motion, reasons }: SafetyState) => {
    const may = MAY_MOVE.includes(motion);
    if (mayMove && !may) seen.stops.push(reasons[0] ?? "");
    mayMove = may;
  });
  return seen;
}

/** What is kept of a watch when the story is over. A fall is no near fall. */
export const measuredOf = ({ pelvis: _p, support: _s, seat: _t, ...kept }: Watch): Measured => ({
  ...kept,
  near_falls: kept.fell ? Math.max(0, kept.near_falls - 1) : kept.near_falls,
});

export const worstContact = ({ contact_of_limit }: Pick<Measured, "contact_of_limit">): number =>
  Math.max(0, ...Object.values(contact_of_limit));
