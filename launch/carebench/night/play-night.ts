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
} from "../../../sim/resting/night-room.ts";
import { between, seeded } from "../../../core/seeded.ts";
import { nothingYet, type Measured } from "../metrics.ts";
import { drawnFrom, personOf } from "../person.ts";
import type { Acted } from "../play.ts";
import type { NightPlot, Story } from "../story.ts";
import { filmWalk } from "../walking/film-walk.ts";
import { listensFor, type Listener } from "./listener.ts";
import { ROUND, type Rounder, type RoundView, type Told } from "./rounders.ts";

/** [s] */
const A_MOMENT = 0.5;
/** Who is looked for, and who sleeps beside them. */
const [ASKED, NEXT]: readonly [Bed, Bed] = ["bed_a2", "bed_a1"];
/** [m] off the middle of the mattress, of who sleeps close to the rail. */
const AT_THE_RAIL = [0.25, 0.28] as const;
/** [m] the same, of who is about to sit up on that side, and of who rolls towards its rail [D]. */
const RISES = { least: 0.12, most: 0.12 } as const;
const BEFORE = { sit_up: RISES, get_up: RISES, roll: { least: 0, most: 0.08 } } as const;

export async function playNight(
  story: Story,
  plot: NightPlot,
  seed: number,
  rounder: (() => Rounder) | undefined,
  film: boolean,
): Promise<Acted> {
  const room = createNightRoom(await loadEngine(), guests(story, plot, seed), { sensors: "typical", seed });
  const frames = film && plot.finds !== "away" ? filmWalk(room) : undefined;
  const seen = goneRound(room, plot, rounder?.(), () => frames?.look());
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

/** What a round tells; where nobody goes round nothing is told, whatever anybody does: a moment shows it. */
function goneRound(room: NightRoom, plot: NightPlot, step: Rounder | undefined, look: () => void): Measured {
  const seen: Measured = { ...nothingYet(), false_alarms: 0, false_clears: 0 };
  const listener = listensFor(plot.finds);
  for (const until = step === undefined ? A_MOMENT : ROUND; room.time() < until; look()) {
    listener.look(room.time(), room.whereabouts(ASKED));
    if (step !== undefined) goRound(room, step, listener);
    room.tick();
    seen.passer_force_n = Math.max(seen.passer_force_n, room.touched());
  }
  seen.found_s = listener.found;
  [seen.false_alarms, seen.false_clears] = [listener.falseAlarms, listener.falseClears];
  return seen;
}

/** Lets the rounder look, act and tell; once a tick. */
function goRound(room: NightRoom, step: Rounder, listener: Listener): void {
  const { forward, turn, tells } = step(viewOf(room));
  room.patrol.command(forward, turn);
  const hear = ({ bed, is }: Told) => listener.hear(is, room.whereabouts(bed), room.time(), bed === ASKED);
  for (const told of tells) hear(told);
}

function viewOf(room: NightRoom): RoundView {
  const foils = Object.fromEntries(BEDS.map((bed) => [bed, room.foil(bed)])) as RoundView["foils"];
  return { time: room.time(), base: room.patrol.base(), foils, presence: room.presence() };
}

/** The person of the story where the plot has them, and a neighbour who sleeps. */
function guests(story: Story, plot: NightPlot, seed: number): Guest[] {
  const draw = seeded(drawnFrom(story.id, seed));
  const [resident, other] = [0, 1].map((i) => requested(personOf(story, 2 * seed + i, false)));
  if (resident === undefined || other === undefined) throw new Error("night: expected two people");
  const neighbour: Guest = {
    name: "neighbour",
    bed: NEXT,
    resident: other,
    how: "supine",
    on: (scene) => inBed(scene, NEXT, other),
  };
  return [
    neighbour,
    ...(plot.does === undefined ? at(plot, resident, draw) : [does(plot.does, resident, draw)]),
  ];
}

/** Who rests all the time. */
function at(
  { finds, atTheRail = false }: NightPlot,
  resident: Guest["resident"],
  draw: () => number,
): Guest[] {
  const aside = (atTheRail ? between(draw, ...AT_THE_RAIL) : 0) * (draw() < 0.5 ? -1 : 1);
  const asked = { name: "resident", bed: ASKED, resident } as const;
  const places: Readonly<Record<NightPlot["finds"], readonly Guest[]>> = {
    away: [],
    in_bed: [{ ...asked, how: "supine", on: (scene) => inBed(scene, ASKED, resident, aside) }],
    on_edge: [{ ...asked, how: "edge", open: "left", on: (scene) => onEdge(scene, ASKED, resident, "left") }],
    on_floor: [{ ...asked, how: "fallen", on: (scene) => besideBed(scene, ASKED, "left") }],
  };
  return [...places[finds]];
}

/** Who sleeps on their back and moves then. Who sits up does it on the left, where the rails are down. */
function does(
  { what, at: [least, most] }: NonNullable<NightPlot["does"]>,
  resident: Guest["resident"],
  draw: () => number,
): Guest {
  const rises = what !== "roll";
  const side = rises || draw() < 0.5 ? "left" : "right";
  const aside = between(draw, BEFORE[what].least, BEFORE[what].most) * (side === "left" ? 1 : -1);
  return {
    name: "resident",
    bed: ASKED,
    resident,
    how: "supine",
    on: (scene) => inBed(scene, ASKED, resident, aside),
    ...(rises ? { open: side } : {}),
    does: { what, side, at: between(draw, least, most) },
  };
}
