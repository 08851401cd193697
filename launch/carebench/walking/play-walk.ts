// Plays one walk: ten metres along a level floor, with a walker that a policy drives or with none, and what happens on the way.
import { between, seeded } from "../../../core/seeded.ts";
import { loadEngine } from "../../../sim/mujoco/engine.ts";
import { requested } from "../../../sim/resident/introduction.ts";
import { createWalkingWorld, type WalkingWorld } from "../../../sim/walking/world.ts";
import { STANDING } from "../metrics.ts";
import { drawnFrom, personOf } from "../person.ts";
import type { Acted } from "../play.ts";
import type { Place } from "../played.ts";
import type { Mishap, Story, WalkPlot } from "../story.ts";
import type { WalkerDriver } from "./drivers.ts";
import { filmWalk } from "./film-walk.ts";
import { watchWalk, type WalkWatch } from "./watch-walk.ts";

/** [m] DOMAIN §2.4 and clinical walk tests; and the person walks a little further, so that they pass the line walking. */
const LENGTH = 10;
const BEYOND = 0.6;
/** [s] A person of 0.2 m/s needs 50; who fell is looked at for a while longer. */
const LIMIT = 75;
const AFTERWARDS = 3;
/** [m] after which something happens, the next so much later. */
const HAPPENS = [3, 5] as const;
const NEXT = 2;

/** What each mishap does, drawn within what makes people fall in the literature that sim/walking cites. */
const DOES: Readonly<Record<Mishap, (world: WalkingWorld, draw: () => number) => void>> = {
  foot_caught: (world, draw) => world.stumble(between(draw, 0.15, 0.45)),
  grip_lost: ({ hands }) => hands?.letGo(),
  pushed_forward: (world, draw) => push(world, draw, [1, 0]),
  legs_give_way: ({ person }) => person.collapse(),
  pushed_aside: (world, draw) => push(world, draw, [0, draw() < 0.5 ? -1 : 1]),
};

/** A push of 0.2 s that gives the body 0.4 to 0.9 m/s (docs/people.md gives 0.6 to 1.1 to who stands). */
function push(
  { push: press, resident }: WalkingWorld,
  draw: () => number,
  [x, y]: readonly [number, number],
): void {
  const force = (resident.bodyMass * between(draw, 0.4, 0.9)) / PUSHED;
  press([force * x, force * y, 0], PUSHED);
}
const PUSHED = 0.2;

/** `driver` undefined is nobody's walker: the person walks without. */
export async function playWalk(
  story: Story,
  plot: WalkPlot,
  seed: number,
  driver: WalkerDriver | undefined,
  film: boolean,
): Promise<Acted> {
  const resident = requested(personOf(story, seed, false));
  const world = createWalkingWorld(await loadEngine(), resident, { walker: driver !== undefined });
  const watch = watchWalk(world);
  const frames = film ? filmWalk(world) : undefined;
  const happen = happening(world, plot.mishaps, seeded(drawnFrom(story.id, seed)));
  const drive = driving(world, driver);
  world.person.walk({ x: LENGTH + BEYOND, y: 0, heading: 0 });
  let fellAt: number | undefined;
  while (!isOver(world, fellAt)) {
    drive();
    happen(watch.seen.walked_m ?? 0);
    world.tick();
    watch.look();
    frames?.look();
    if (watch.seen.fell) fellAt ??= world.time();
  }
  const duration = world.time();
  world.delete();
  return {
    seen: watch.seen,
    end: { pelvis: watch.pelvis, support: watch.support },
    place: placeAfter(watch),
    duration_s: duration,
    told: `walked ${(watch.seen.walked_m ?? NaN).toFixed(1)} m`,
    interventions: 0,
    film: frames?.film,
  };
}

const isOver = (world: WalkingWorld, fellAt = Infinity): boolean =>
  world.time() > Math.min(LIMIT, fellAt + AFTERWARDS) ||
  (world.time() > AFTERWARDS && world.person.doing === "standing");

/** Lets one mishap after the other happen, each when the person has walked so far. */
function happening(world: WalkingWorld, mishaps: readonly Mishap[], draw: () => number) {
  const waiting = [...mishaps];
  let at = between(draw, ...HAPPENS);
  return (walked: number): void => {
    if (!(walked > at)) return;
    const mishap = waiting.shift();
    if (mishap !== undefined) DOES[mishap](world, draw);
    at += NEXT;
  };
}

function driving(world: WalkingWorld, driver: WalkerDriver | undefined) {
  const { walker } = world;
  if (driver === undefined || walker === undefined) return () => {};
  const begin = walker.base().x;
  return () => {
    const gone = walker.base().x - begin;
    world.command(driver({ gone, time: world.time(), length: LENGTH + BEYOND }), 0);
  };
}

function placeAfter({ seen, pelvis }: WalkWatch): Place {
  if (seen.fell) return "floor";
  if (!(pelvis >= STANDING)) return "between";
  return (seen.walked_m ?? 0) >= LENGTH ? "arrived" : "feet";
}
