// The scenario faults: a ride with a random schedule of faults and a care worker who always tries to go on. Never unsafe, never a drop, always a seat.
import { OperatorAct_Request as Act, SafetyState } from "../../core/messages.ts";
import { seeded } from "../../core/seeded.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import type { AnyNode } from "../../core/node.ts";
import { lower, release, SEATED } from "./afterwards.ts";
import { controlNodes, emptyDisk, isControlDown, restartControl } from "./control-life.ts";
import { breakable, nothingBroken } from "./fault-lines.ts";
import { scheduleOf, toldOf, type Fault } from "./fault-schedule.ts";
import { watchFaults } from "./fault-watch.ts";
import { measure, type Measures } from "./measures.ts";
import { residentOf, WEAK } from "./residents.ts";
import { confirmAndStart, openRide, type Eyes, type Ride } from "./ride.ts";

export interface FaultRun {
  readonly seed: number;
  readonly faults: string;
  /** how it ended: stood, seated, or where the person was left */
  readonly ended: string;
  /** the control group died and was started anew */
  readonly restarted: boolean;
  /** and the person was up in the arms then */
  readonly restarted_borne: boolean;
  /** what must never happen and did, each said once */
  readonly unsafe: readonly string[];
  readonly worst_contact_of_limit: number;
  readonly ok: boolean;
}

/** The ride, and time for what was interrupted to go on. */
const LASTS = 120;
const LOOK = milliseconds(50);
/** Every so often, s, the care worker tries the next act, whatever the robot says. */
const ACTS_EVERY = 1.5;
const ACTS = [Act.RESET, Act.CONFIRM_ON_SITE, Act.START] as const;
/** [1] of standing height */
const STANDING = 0.93;

/** How long a person is left in the arms of a robot whose control group is dead. */
const HELD = seconds(10);

/** One resident, one schedule. Faults end by themselves, but what is dead stays dead, until people start the control group anew to lower. */
export async function faultsIn(seed: number, eyes: Eyes): Promise<FaultRun> {
  const broken = nothingBroken();
  const disk = emptyDisk();
  const control = () => controlNodes(disk).map((node) => breakable(node, broken));
  const ride = await openRide(residentOf(seed, WEAK, false), eyes, {
    through(node) {
      const kept = controlNodes(disk).find(({ name }) => name === node.name);
      return breakable(kept ?? node, broken);
    },
  });
  const seen = measure(ride.run);
  const watch = watchFaults(ride.run);
  confirmAndStart(ride);
  const seat = seen.pelvis;
  const faults = scheduleOf(seed, broken);
  const answer = ride.standUp();
  ride.run.latest(topics.safetyState);
  endure(ride, faults, seeded(seed), () => answer.outcome !== undefined);
  const restarted = isControlDown(ride);
  const borne = restarted && seen.pelvis > seat + SEATED;
  if (restarted) startAnew(ride, control);
  const ended = standsFree(ride, seen) ? "stood" : toSeat(ride, seen, seat);
  await ride.run.stop();
  const unsafe = [...watch.unsafe, ...(seen.worstContact <= 1 ? [] : [`pressed: ${seen.worstContactAt}`])];
  return {
    seed,
    faults: toldOf(faults),
    ended,
    restarted,
    restarted_borne: borne,
    unsafe,
    worst_contact_of_limit: seen.worstContact,
    ok: unsafe.length === 0 && (ended === "stood" || ended === "seated"),
  };
}

/** Lets the schedule run, while the care worker tries reset, confirmation and start over and over. */
function endure(ride: Ride, faults: readonly Fault[], draw: () => number, done: () => boolean): void {
  const { run } = ride;
  const start = run.now();
  const waiting = [...faults];
  const running = new Set<Fault>();
  let next = 0;
  const mayEnd = () => done() || isControlDown(ride) || mustRestart(ride);
  const over = () => mayEnd() && waiting.length === 0 && running.size === 0;
  for (let act = 0; run.now() - start < LASTS && !over();) {
    const time = run.now() - start;
    for (; waiting[0] !== undefined && waiting[0].from <= time; waiting.shift()) {
      waiting[0].begin(ride);
      running.add(waiting[0]);
    }
    for (const fault of running)
      if (fault.until <= time) {
        fault.end(ride);
        running.delete(fault);
      }
    if (time >= next) {
      if (ride.run.has("safety_supervisor")) ride.tryAct(ACTS[act++ % ACTS.length] ?? Act.RESET);
      next = time + ACTS_EVERY * draw();
    }
    run.advance(LOOK);
  }
}

/** Nobody resets this stop: the page says to lower, and then to restart. */
const mustRestart = ({ run }: Ride): boolean =>
  run.latest(topics.safetyState)?.reasons.includes("reason.needs_restart") === true;

/** The dead group's robot holds whom it bears; then the group is started anew, reset, confirmed and started. */
function startAnew(ride: Ride, control: () => readonly AnyNode[]): void {
  ride.run.advance(HELD);
  restartControl(ride, control);
  release(ride);
  ride.tryAct(Act.START);
  ride.run.advance(seconds(1));
}

/** Upright, and the pads carry nothing: no seat is needed. */
const standsFree = ({ run }: Ride, seen: Measures): boolean =>
  seen.pelvis >= STANDING && run.latest(topics.safetyState)?.load === SafetyState.LOAD_NONE;

/** Whoever does not stand is lowered to the seat, if they are not on it already. */
function toSeat(ride: Ride, seen: Measures, seat: number): string {
  ride.worker.stopping = true;
  ride.run.advance(seconds(1));
  // after an emergency stop people reset before they lower (ADR 13)
  if (ride.run.latest(topics.safetyState)?.motion === SafetyState.EMERGENCY_STOP) ride.tryAct(Act.RESET);
  if (lower(ride, seen, seat)) return "seated";
  const state = ride.run.latest(topics.safetyState);
  const why = [...(state?.reasons ?? [])].join(", ");
  return `left at ${seen.pelvis.toFixed(2)} of standing, motion ${state?.motion ?? SafetyState.FAULT}: ${why}`;
}

export function judgeFaults(all: readonly FaultRun[]) {
  const count = (pick: (run: FaultRun) => boolean) => all.filter(pick).length;
  return {
    ok: all.every(({ ok }) => ok),
    runs: all.length,
    stood: count(({ ended }) => ended === "stood"),
    seated: count(({ ended }) => ended === "seated"),
    left_between: count(({ ended }) => ended !== "stood" && ended !== "seated"),
    restarted: count(({ restarted }) => restarted),
    restarted_borne: count((run) => run.restarted_borne),
    unsafe: count(({ unsafe }) => unsafe.length > 0),
    worst_contact_of_limit: Math.max(...all.map((run) => run.worst_contact_of_limit)),
    failed_seeds: all
      .filter(({ ok }) => !ok)
      .map(({ seed }) => seed)
      .join(" "),
  };
}
