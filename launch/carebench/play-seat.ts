// Plays what begins on a seat: with a task that helps, or alone; what breaks in the middle, and how whoever is left is brought down.
import { OperatorAct_Request as Act, TaskState, type HardwareCommand } from "../../core/messages.ts";
import { between, seeded } from "../../core/seeded.ts";
import { services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { OTHER_SEAT, sitsOn } from "../../sim/other-seat.ts";
import { worldNode } from "../../sim/world.node.ts";
import type { Setting } from "../../sim/world.ts";
import { lower, release, ZERO } from "../scenarios/afterwards.ts";
import { measure, type Measures } from "../scenarios/measures.ts";
import { confirmAndStart, openRide, type Ride } from "../scenarios/ride.ts";
import { readSite } from "../site.ts";
import { VirtualRun } from "../virtual/run.ts";
import { BREAKS, WITHOUT_ROBOT } from "./breaks.ts";
import { filmOf } from "./film.ts";
import { CARRIED, measuredOf, STANDING, watch, type Watch } from "./metrics.ts";
import { drawnFrom, personOf, worldWith } from "./person.ts";
import type { Acted } from "./play.ts";
import { placeOf } from "./played.ts";
import type { Policy } from "./policies.ts";
import { settingOf } from "./settings.ts";
import type { Cause, SeatPlot, Story } from "./story.ts";

/** The task may take so long; after an interruption so much longer. */
const TASK_LIMIT = seconds(180);
const AFTER_BREAK = seconds(60);
/** A care worker steps in where a robot has stood still for longer than any task waits by itself (30 s), its task not over. */
const STANDS_STILL = seconds(35);
/** [s] of the lift, within whose middle something breaks; and how long it stays broken. */
const LIFT = 9;
const BROKEN = seconds(10);
/** Lowers for so long under who sits already. */
const LETS_GO = seconds(5);
/** Stands or sits on their own for so long before the end is looked at. */
const AFTERWARDS = seconds(5);
/** Without a robot: tries for so long, but is done for who then sits without a move for longer than people rest between two tries (2 s). */
const ALONE = seconds(25);
const GAVE_UP = seconds(5);
/** [1] of standing height: a pelvis that goes no further is still; one so far below the seat's has slid off it. */
const A_MOVE = 0.005;
const SLID = 0.03;

export async function withRobot(
  story: Story,
  plot: SeatPlot,
  seed: number,
  task: NonNullable<Policy["task"]>,
  film: boolean,
): Promise<Acted> {
  const person = personOf(story, seed, false);
  const drawn = drawnFrom(story.id, seed);
  const setting = settingOf(plot, drawn);
  const ride = await openRide(person, "truth", {
    task,
    setting,
    through: (node) => (node.name === "world" ? worldWith(node, plot, drawn) : node),
  });
  const { run } = ride;
  const seen = watch(run, person);
  const still = measure(run);
  const frames = film ? filmOf(run, readSite(setting).scene) : undefined;
  run.latest(topics.taskState);
  confirmAndStart(ride);
  const seat = seen.pelvis;
  const begun = run.now();
  const answer = ride.standUp();
  const over = () => answer.outcome !== undefined || answer.detail !== "";
  const broken = plot.breaks !== undefined && breakMidLift(ride, plot.breaks, over, seeded(drawn));
  const stands = standstill(run);
  const isOver = () => over() || stands() > STANDS_STILL;
  run.advanceUntil(isOver, broken ? AFTER_BREAK : TASK_LIMIT, seconds(0.1));
  const duration = run.now() - begun;
  const told = toldOf(answer);
  const place = () => placeOf(seen, seat);
  // whoever hangs in the arms when the task has ended, or has not in all this time, is let down
  const isLeft = place() === "between" || seen.support >= CARRIED;
  if (isLeft) bringDown(ride, still, seat);
  run.advance(AFTERWARDS);
  await run.stop();
  const interventions = Number(broken) + Number(isLeft);
  const end = { pelvis: seen.pelvis, support: seen.support };
  return {
    seen: measuredOf(seen),
    end,
    place: place(),
    duration_s: duration,
    told,
    interventions,
    film: frames,
  };
}

/** [s] since the robot was last commanded to move, from now on. */
function standstill(run: VirtualRun): () => number {
  let moved = run.now();
  run.on(topics.hardwareCommand, ({ drive, joint_velocities: joints }: HardwareCommand, at) => {
    const speeds = [drive.linear.x, drive.angular.z, ...joints];
    if (speeds.some((speed) => Math.abs(speed) > ZERO)) moved = at;
  });
  return () => run.now() - moved;
}

/** [s] that who sits has not moved, from now on: to be asked often. `seat` is their pelvis there. */
function sitsStill(run: VirtualRun, seen: Watch, seat: number): () => number {
  let [pelvis, since] = [NaN, run.now()];
  return () => {
    const isOn = seen.pelvis > seat - SLID && seen.pelvis < STANDING;
    if (!isOn || !(Math.abs(seen.pelvis - pelvis) < A_MOVE)) [pelvis, since] = [seen.pelvis, run.now()];
    return run.now() - since;
  };
}

/**
 * At a random moment of the lift it breaks, is looked at and mended; then reset, confirmation and start, as for every
 * stop. Whether the lift began before the task was over.
 */
function breakMidLift(ride: Ride, cause: Cause, over: () => boolean, draw: () => number): boolean {
  const { run } = ride;
  const lifts = () => run.latest(topics.taskState)?.phase === TaskState.LIFT;
  run.advanceUntil(() => over() || lifts(), TASK_LIMIT);
  if (!lifts()) return false;
  run.advance(seconds(between(draw, 0.1, 0.9) * LIFT));
  BREAKS[cause].begin(ride);
  run.advance(BROKEN);
  BREAKS[cause].mend(ride);
  run.advance(seconds(1));
  release(ride);
  ride.tryAct(Act.START);
  return true;
}

/** Whoever is left between seat and feet is lowered, hold-to-run, and a little further, so that the pads let go. */
export function bringDown(ride: Ride, still: Measures, seat: number): void {
  const { run, worker } = ride;
  worker.stopping = true;
  run.advance(seconds(1));
  lower(ride, still, seat);
  run.advance(seconds(0.3));
  worker.holding = worker.lowering = true;
  run.advance(LETS_GO);
  worker.holding = worker.lowering = false;
}

/** Without a robot: tries alone, if they want to. */
export async function alone(story: Story, plot: SeatPlot, seed: number, film: boolean): Promise<Acted> {
  const person = personOf(story, seed, plot.answer === "yes");
  const drawn = drawnFrom(story.id, seed);
  const setting = settingOf(plot, drawn);
  const run = new VirtualRun([worldNode(await loadEngine(), undefined, setting)]);
  const seen = watch(run, person);
  const isThere = plot.to === undefined ? () => false : onOtherSeat(run, setting);
  const frames = film ? filmOf(run, readSite(setting).scene) : undefined;
  run.call(services.resetWorld, { ...person, tries_alone: false });
  run.advance(seconds(0.5));
  const seat = seen.pelvis;
  run.call(services.resetWorld, person);
  const breaks = plot.breaks && WITHOUT_ROBOT[plot.breaks];
  if (breaks !== undefined) {
    run.advance(seconds(between(seeded(drawn), 0.5, 3)));
    breaks(run, true);
    run.advance(BROKEN);
    breaks(run, false);
  }
  const rests = sitsStill(run, seen, seat);
  run.advanceUntil(() => seen.fell || rests() > GAVE_UP, ALONE, seconds(0.1));
  const duration = run.now();
  run.advance(AFTERWARDS);
  await run.stop();
  const told = plot.answer === "yes" ? "tried alone" : "did not try";
  const end = { pelvis: seen.pelvis, support: seen.support };
  const place = isThere() ? "other_seat" : placeOf(seen, seat);
  return { seen: measuredOf(seen), end, place, duration_s: duration, told, interventions: 0, film: frames };
}

/** Whether their pelvis is over the other seat, as low as that of who sits, in the last picture of the world. */
function onOtherSeat(run: VirtualRun, setting: Setting): () => boolean {
  const sits = sitsOn(readSite(setting).scene, OTHER_SEAT);
  let isThere = false;
  run.on(topics.linkPoses, ({ names, poses }) => {
    const { x, y, z } = poses[names.indexOf(PELVIS)]?.position ?? { x: NaN, y: NaN, z: NaN };
    isThere = sits([x, y, z]);
  });
  return () => isThere;
}
const PELVIS = "resident/pelvis";

const toldOf = ({ detail, result, outcome }: ReturnType<Ride["standUp"]>): string =>
  detail || result?.reason || outcome || "still at it";
