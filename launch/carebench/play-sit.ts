// Plays somebody who stands before the chair and sits down: led down by the pads of the robot that raised them, or by their own muscles.
import { TaskState, type ResetWorld_Request } from "../../core/messages.ts";
import { between, seeded } from "../../core/seeded.ts";
import { stampOf } from "../../core/time.ts";
import { services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { loadEngine } from "../../sim/mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../../sim/resident/parameters.ts";
import { HIP_ABOVE_SEAT } from "../../sim/resident/posture.ts";
import { chairSeat, readWard } from "../../sim/ward.ts";
import { worldNode } from "../../sim/world.node.ts";
import type { Setting } from "../../sim/world.ts";
import { measure } from "../scenarios/measures.ts";
import { confirmAndStart, openRide, type Ride } from "../scenarios/ride.ts";
import { VirtualRun } from "../virtual/run.ts";
import { filmOf } from "./film.ts";
import { CARRIED, measuredOf, STANDING, watch, type Watch } from "./metrics.ts";
import { drawnFrom, personOf } from "./person.ts";
import { bringDown } from "./play-seat.ts";
import type { Acted } from "./play.ts";
import { placeOf } from "./played.ts";
import type { Policy } from "./policies.ts";
import type { SitPlot, Story } from "./story.ts";

const STANDS: Setting = { stands: true };
/** [s] Stands for so long before they are asked, drawn between these [D]. */
const STANDS_FOR = [1, 4] as const;
/** A rise takes one to two minutes; who sits down alone takes two seconds. */
const RISES = seconds(180);
const SITS = seconds(15);
/** Sits for so long before the end is looked at. */
const AFTERWARDS = seconds(5);

/** What it was that was done, how often a care worker stepped in, and whether they stood before. */
interface Down {
  readonly told: string;
  readonly interventions: number;
  readonly stood: boolean;
}
interface Sitting {
  readonly run: VirtualRun;
  /** Until they sit, or do not. */
  readonly down: (seen: Watch, sat: () => number) => Down;
}

export async function playSit(
  story: Story,
  { raised }: SitPlot,
  seed: number,
  task: Policy["task"],
  film: boolean,
): Promise<Acted> {
  const person = personOf(story, seed, false);
  const waits = between(seeded(drawnFrom(story.id, seed)), ...STANDS_FOR);
  const { run, down } = await (task === undefined
    ? alone(person, waits)
    : raised
      ? raisedBy(person, task)
      : besideRobot(person, task, waits));
  const seen = watch(run, person);
  const ward = readWard(DEFAULT_RESIDENT);
  const frames = film ? filmOf(run, ward) : undefined;
  const { height: seat } = chairSeat(ward);
  let sat = NaN;
  run.on(topics.worldTruth, ({ standing_height: height }) => {
    sat = (seat + HIP_ABOVE_SEAT * person.stature) / height;
  });
  const begun = run.now();
  const { told, interventions, stood } = down(seen, () => sat);
  const duration = run.now() - begun;
  run.advance(AFTERWARDS);
  await run.stop();
  const end = { pelvis: seen.pelvis, support: seen.support };
  const at = placeOf(seen, sat);
  const place = at === "seat" && !stood ? "not_raised" : at;
  return { seen: measuredOf(seen), end, place, duration_s: duration, told, interventions, film: frames };
}

/** Nobody is there but who asks them to sit down. */
async function alone(person: ResetWorld_Request, waits: number): Promise<Sitting> {
  const run = new VirtualRun([worldNode(await loadEngine(), undefined, STANDS)]);
  run.call(services.resetWorld, person);
  return { run, down: (seen, sat) => sitsAlone(run, waits, seen, sat) };
}

/** A robot stands by, confirmed and started; no policy has a task that sits somebody down, so none is asked. */
async function besideRobot(
  person: ResetWorld_Request,
  task: NonNullable<Policy["task"]>,
  waits: number,
): Promise<Sitting> {
  const ride = await openRide(person, "truth", { task, setting: STANDS });
  confirmAndStart(ride);
  return { run: ride.run, down: (seen, sat) => sitsAlone(ride.run, waits, seen, sat) };
}

function sitsAlone(run: VirtualRun, waits: number, seen: Watch, sat: () => number): Down {
  run.advance(seconds(waits));
  const stood = seen.pelvis >= STANDING;
  run.publish(topics.said, {
    header: { stamp: stampOf(run.now()), frame_id: "" },
    key: "say.lower",
    resident: "",
  });
  run.advanceUntil(() => seen.fell || placeOf(seen, sat()) === "seat", SITS, seconds(0.1));
  return { told: "sat down alone", interventions: 0, stood };
}

/** The robot raises them; before it lets go they want to sit again, and the care worker lowers them, hold-to-run. */
async function raisedBy(person: ResetWorld_Request, task: NonNullable<Policy["task"]>): Promise<Sitting> {
  const ride: Ride = await openRide(person, "truth", { task });
  const still = measure(ride.run);
  return {
    run: ride.run,
    down(seen, sat) {
      ride.run.latest(topics.taskState);
      confirmAndStart(ride);
      const answer = ride.standUp();
      const isOver = () => answer.outcome !== undefined || answer.detail !== "";
      const stabilises = () => ride.run.latest(topics.taskState)?.phase === TaskState.STABILISE;
      ride.run.advanceUntil(() => isOver() || stabilises(), RISES, seconds(0.1));
      const stood = stabilises() && seen.pelvis >= STANDING;
      // whoever hangs in the arms is let down, raised or not
      const isUp = stood || seen.support >= CARRIED || placeOf(seen, sat()) === "between";
      if (isUp) bringDown(ride, still, sat());
      const told = stood ? "was raised, then lowered by hand" : answer.detail || "did not stand them up";
      return { told, interventions: Number(isUp), stood };
    },
  };
}
