// Plays one night round: who rests where in a room of the ward, a robot that goes round if the policy has one, and what is told.
import { loadEngine } from "../../../sim/mujoco/engine.ts";
import { requested } from "../../../sim/resident/introduction.ts";
import { besideBed, inBed, onEdge } from "../../../sim/resting/beds.ts";
import {
  BEDS,
  createNightRoom,
  type Bed,
  type Guest,
  type NightRoom,
  type Whereabouts,
} from "../../../sim/resting/night-room.ts";
import { between, seeded } from "../../../core/seeded.ts";
import { nothingYet, type Measured } from "../metrics.ts";
import { drawnFrom, personOf } from "../person.ts";
import type { Acted } from "../play.ts";
import type { NightPlot, Story } from "../story.ts";
import { filmWalk } from "../walking/film-walk.ts";
import { ROUND, type Rounder, type RoundView, type Told } from "./rounders.ts";

/** Foils and radar speak at 10 Hz. */
const SENSED = 0.1;
/** [s] */
const A_MOMENT = 0.5;
/** Who is looked for, and who sleeps beside them. */
const [ASKED, NEXT]: readonly [Bed, Bed] = ["bed_a2", "bed_a1"];
/** [m] off the middle of the mattress, of who sleeps close to the rail. */
const AT_THE_RAIL = [0.25, 0.28] as const;

export async function playNight(
  story: Story,
  plot: NightPlot,
  seed: number,
  rounder: (() => Rounder) | undefined,
  film: boolean,
): Promise<Acted> {
  const room = createNightRoom(await loadEngine(), guests(story, plot, seed));
  const frames = film && plot.finds !== "away" ? filmWalk(room) : undefined;
  const seen = goneRound(room, rounder?.(), () => frames?.look());
  room.delete();
  return {
    seen,
    end: { pelvis: NaN, support: 0 },
    place: (seen.found_s ?? Infinity) <= plot.within ? "told" : "untold",
    duration_s: ROUND,
    told: rounder === undefined ? "nobody goes round" : "round done",
    interventions: 0,
    film: frames?.film,
  };
}

/** What a round tells; where nobody goes round everybody goes on to rest and nothing is told: a moment shows it. */
function goneRound(room: NightRoom, step: Rounder | undefined, look: () => void): Measured {
  const seen: Measured = { ...nothingYet(), false_alarms: 0, false_clears: 0 };
  const goRound = step === undefined ? () => {} : rounding(room, step, hearing(room, seen));
  for (const until = step === undefined ? A_MOMENT : ROUND; room.time() < until; look()) {
    goRound();
    room.tick();
    seen.passer_force_n = Math.max(seen.passer_force_n, room.touched());
  }
  return seen;
}

/** Lets the rounder look, with sensors as old as they are, act and tell; once a tick. */
function rounding(room: NightRoom, step: Rounder, hear: (told: Told) => void): () => void {
  let sensed: number = room.time();
  let view = viewOf(room);
  return () => {
    if (room.time() - sensed >= SENSED) {
      sensed += SENSED;
      view = viewOf(room);
    }
    const { forward, turn, tells } = step({ ...view, time: room.time(), base: room.patrol.base() });
    room.patrol.command(forward, turn);
    for (const told of tells) hear(told);
  };
}

const NEEDS_SOMEBODY: readonly Told["is"][] = ["on_edge", "on_floor"];
const ALL_IS_WELL: readonly Told["is"][] = ["in_bed", "away"];

/**
 * The first word of who is looked for counts: whoever guesses twice has not found them. A false alarm is an exit or a fall
 * that is told and is not so; a false all-clear leaves who needs somebody alone.
 */
function hearing(room: NightRoom, seen: Measured): (told: Told) => void {
  let isTold = false;
  const find = (is: Told["is"], truth: Whereabouts) => {
    if (!isTold && is === truth) seen.found_s = room.time();
    isTold = true;
  };
  let [alarms, clears] = [0, 0];
  return ({ bed, is }) => {
    const truth = room.whereabouts(bed);
    if (bed === ASKED) find(is, truth);
    if (NEEDS_SOMEBODY.includes(is) && is !== truth) alarms += 1;
    if (ALL_IS_WELL.includes(is) && NEEDS_SOMEBODY.includes(truth)) clears += 1;
    [seen.false_alarms, seen.false_clears] = [alarms, clears];
  };
}

function viewOf(room: NightRoom): RoundView {
  const foils = Object.fromEntries(BEDS.map((bed) => [bed, room.foil(bed)])) as RoundView["foils"];
  return { time: room.time(), base: room.patrol.base(), foils, presence: room.presence() };
}

/** The person of the story where the plot has them, and a neighbour who sleeps. */
function guests(story: Story, { finds, atTheRail = false }: NightPlot, seed: number): Guest[] {
  const draw = seeded(drawnFrom(story.id, seed));
  const [resident, other] = [0, 1].map((i) => requested(personOf(story, 2 * seed + i, false)));
  if (resident === undefined || other === undefined) throw new Error("night: expected two people");
  const aside = (atTheRail ? between(draw, ...AT_THE_RAIL) : 0) * (draw() < 0.5 ? -1 : 1);
  const neighbour: Guest = {
    name: "neighbour",
    bed: NEXT,
    resident: other,
    how: "supine",
    on: (scene) => inBed(scene, NEXT, other),
  };
  const asked = { name: "resident", bed: ASKED, resident } as const;
  const places: Readonly<Record<NightPlot["finds"], readonly Guest[]>> = {
    away: [],
    in_bed: [{ ...asked, how: "supine", on: (scene) => inBed(scene, ASKED, resident, aside) }],
    on_edge: [{ ...asked, how: "edge", open: "left", on: (scene) => onEdge(scene, ASKED, resident, "left") }],
    on_floor: [{ ...asked, how: "fallen", on: (scene) => besideBed(scene, ASKED, "left") }],
  };
  return [neighbour, ...places[finds]];
}
