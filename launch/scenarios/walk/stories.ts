// The stories of a person who walks: 10 m unaided and with the walker, and what happens on the way.
import { createHash } from "node:crypto";
import { between, seeded } from "../../../core/seeded.ts";
import { loadEngine } from "../../../sim/mujoco/engine.ts";
import { gaitOf } from "../../../sim/walking/gait.ts";
import { recorder, type Moment } from "../../../sim/walking/record.ts";
import type { ResidualTally } from "../../../sim/walking/residual.ts";
import type { PedestrianDoing } from "../../../sim/walking/pedestrian.ts";
import { createWalkingWorld, type WalkingWorld } from "../../../sim/walking/world.ts";
import { TICK } from "../../../sim/world.ts";
import { personOf } from "../alone/stories.ts";
import { follower } from "./follow.ts";
import { walkFallOf, walkOf, type Walk, type WalkFall } from "./measure.ts";

export const WALKS = ["unaided", "walker"] as const;
export const CRISES = [
  "caught_lightly",
  "stumble",
  "push_left",
  "push_right",
  "faint",
  "collapse",
  "grip_lost",
] as const;
export type WalkStory = (typeof WALKS)[number] | (typeof CRISES)[number];

export interface WalkRun extends Partial<Walk>, Partial<WalkFall> {
  readonly seed: number;
  readonly story: WalkStory;
  /** The person's own speed, m/s. */
  readonly own: number;
  readonly arrived: boolean;
  readonly fell: boolean;
  readonly residual: ResidualTally;
  readonly hash: string;
}

/**
 * People who walk are as strong as who rises easily (launch/scenarios/alone/judge.ts: healthy), and who walks faster than
 * 0.8 m/s is stronger, up to twice what rising needs at 1.2 m/s [D].
 */
const STRENGTH = { slow: 1.5, fast: 2, from: 0.8, to: 1.2 } as const;
/** With the walker nobody is faster than its usual limit, m/s: DOMAIN §2.4. */
const WITH_WALKER = 0.5;
/** The way, m, with what the stop takes; and so much time for it, s, beyond what the speed takes. */
const WAY = 10;
const PATIENCE = 15;
/** With a walker one stops so near to the place, m. */
const NEAR_ENOUGH = 0.25;
/** Crises come when so far, m, and are watched for so long, s. */
const AFTER = 2.5;
const WATCHED = 6;
/** A foot is caught for so long, s [D]; a push lasts so long, s, and gives the body so much, m/s (as people alone are pushed). */
const CAUGHT = { lightly: 0.03, badly: 0.6 } as const;
const PUSH = { least: 0.6, most: 1.1, time: 0.2 } as const;

const strike: Readonly<Record<(typeof CRISES)[number], (world: WalkingWorld, draw: () => number) => void>> = {
  caught_lightly: (world) => world.stumble(CAUGHT.lightly),
  stumble: (world) => world.stumble(CAUGHT.badly),
  push_left: (world, draw) => aside(world, between(draw, PUSH.least, PUSH.most)),
  push_right: (world, draw) => aside(world, -between(draw, PUSH.least, PUSH.most)),
  faint: (world) => world.person.faint(),
  collapse: (world) => world.person.collapse(),
  grip_lost: (world) => world.hands?.letGo(),
};
const aside = (world: WalkingWorld, speed: number) =>
  world.push([0, (world.resident.bodyMass * speed) / PUSH.time, 0], PUSH.time);

/** A world that is recorded and hashed tick by tick. */
async function watched(seed: number, walker: boolean) {
  const own = gaitOf(personOf(seed, STRENGTH.slow)).speed;
  const fast = Math.max(0, Math.min(1, (own - STRENGTH.from) / (STRENGTH.to - STRENGTH.from)));
  const who = personOf(seed, STRENGTH.slow + fast * (STRENGTH.fast - STRENGTH.slow));
  const speed = walker ? Math.min(own, WITH_WALKER) : own;
  const world = createWalkingWorld(await loadEngine(), who, { walker, speed });
  const look = recorder(world, 0);
  const follow = follower(world, TICK);
  const hash = createHash("sha256");
  const moments: Moment[] = [look()];
  return {
    world,
    own,
    speed,
    moments,
    /** Goes on one tick. */
    tick: (): Moment => {
      follow();
      world.tick();
      const { qpos, qvel } = world.sim.views();
      hash.update(new Uint8Array(new Float64Array([...qpos, ...qvel]).buffer));
      const now = look();
      moments.push(now);
      return now;
    },
    digest: () => hash.digest("hex"),
  };
}

/** The end of a story: on the floor, there, or out of time. */
const over = (now: Moment, end: number, doing: PedestrianDoing) =>
  now.down.includes("pelvis") || now.time > end || (now.along > 1 && doing === "standing");

/** One person walks along +x; in a crisis something happens on the way. */
export async function walkStory(seed: number, story: WalkStory): Promise<WalkRun> {
  const crisis = CRISES.find((one) => one === story);
  const walker = story === "walker" || story === "grip_lost";
  const watch = await watched(seed, walker);
  const { world, own, speed, moments } = watch;
  const end = (crisis === undefined ? WAY : 2 * AFTER) / speed + PATIENCE;
  const what = crisis === undefined ? undefined : strike[crisis];
  world.person.walk({ x: WAY, y: 0, ...(walker ? { within: NEAR_ENOUGH } : {}) });
  const lost = go(watch, end, what, seeded(seed * 4799 + 23));
  const { doing, residual } = world.person;
  world.delete();
  return {
    seed,
    story,
    own,
    arrived: doing === "standing",
    fell: lost < Infinity,
    residual,
    ...(crisis === undefined ? walkOf(moments) : walkFallOf(moments, lost)),
    hash: watch.digest(),
  };
}

/** Goes on to the end; on the way something happens. When balance was lost, s. */
function go(
  { world, tick }: Awaited<ReturnType<typeof watched>>,
  latest: number,
  what: ((world: WalkingWorld, draw: () => number) => void) | undefined,
  draw: () => number,
): number {
  let [lost, struck, end] = [Infinity, false, latest];
  for (let now = tick(); !over(now, end, world.person.doing); now = tick()) {
    if (lost === Infinity && !/walking|standing/.test(world.person.doing)) lost = now.time;
    if (what === undefined || struck || now.along < AFTER) continue;
    what(world, draw);
    [struck, end] = [true, now.time + WATCHED];
  }
  return lost;
}
