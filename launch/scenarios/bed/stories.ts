// The stories of a person in bed: they roll onto a side and back, sit up to the edge, or rise from there, with a given strength.
import { createHash } from "node:crypto";
import { inDegrees, radians } from "../../../core/units.ts";
import { BED } from "../../../sim/generator/dimensions.ts";
import { loadEngine } from "../../../sim/mujoco/engine.ts";
import { createBedroom, SLEEPER, type Bedroom, type BedroomOptions } from "../../../sim/resting/bedroom.ts";
import { ON_THE_BACK, ON_THE_SIDE } from "../../../sim/resting/rolls.ts";
import type { Side } from "../../../sim/resting/beds.ts";
import type { BedMove } from "../../../sim/resting/mover.ts";
import type { Doing } from "../../../sim/resident/alone/doings.ts";
import { compose, invert, rotate } from "../../../sim/sdf/pose.ts";
import { poseOfBody } from "../../../sim/sensors/placed.ts";
import { personOf } from "../alone/stories.ts";

export const BED_STORIES = ["roll_left", "roll_right", "roll_back", "sit_up", "rise"] as const;
export type BedStory = (typeof BED_STORIES)[number];

export interface BedRun {
  readonly seed: number;
  readonly story: BedStory;
  readonly strength: number;
  /** They are as they meant to be, and stay so. */
  readonly did: boolean;
  /** s from the beginning of the movement; only of who did it. */
  readonly took?: number;
  /** Lies on the floor. */
  readonly fell: boolean;
  readonly hash: string;
}

/** What somebody does who is on the way up, or back after a try. */
const RISES: ReadonlySet<Doing> = new Set(["rising", "sinking"]);
/** Watched for so long after it is over, s; nobody tries longer than that, s. */
const AFTER = 2;
const LONGEST = 15;
/** m: a pelvis lower than any mattress. */
const ON_FLOOR = 0.3;
/** [1] Sits upright, and faces outward by more than 45°. */
const UPRIGHT = 0.9;
const FACES = 0.7;
/** m from the middle to the side where one gets up [D]. */
const SLEEPS = 0.12;
/** [1] of stature: hips of who stands (sim/resident/posture.ts: ankle, shank and thigh); and of that, so much is standing. */
const HIPS = 0.53;
const STANDING = 0.93;

interface Posture {
  /** Of pelvis and of trunk, from the back to the left, deg. */
  readonly turned: readonly number[];
  /** [1] of the trunk's length that points up, and of the way that the pelvis faces to the left. */
  readonly upright: number;
  readonly faces: number;
  /** The pelvis, m from the middle of the bed to its left, and up. */
  readonly across: number;
  readonly height: number;
  /** [1] of the height of the hips of who stands. */
  readonly stance: number;
}

/** In the bed's own frame. */
function postureOf({ sim, bed, resident }: Bedroom): Posture {
  const map = invert(bed);
  const pose = (link: string) => compose(map, poseOfBody(sim, sim.index("mjOBJ_BODY", `${SLEEPER}/${link}`)));
  const turned = ["pelvis", "thorax"].map((link) => {
    const [, y, z] = rotate(pose(link).rotation, [1, 0, 0]);
    return inDegrees(radians(Math.atan2(y, z)));
  });
  const pelvis = pose("pelvis");
  const [, across, height] = pelvis.position;
  const upright = rotate(pose("thorax").rotation, [0, 0, 1])[2];
  const stance = height / (HIPS * resident.stature);
  return { turned, upright, faces: rotate(pelvis.rotation, [1, 0, 0])[1], across, height, stance };
}

interface Plan extends BedroomOptions {
  /** Done before the movement that is looked at, and has to come to this. */
  readonly first?: { readonly what: BedMove; readonly is: (posture: Posture) => boolean };
  readonly what: BedMove | "rise";
  readonly side: Side;
  readonly is: (posture: Posture) => boolean;
}
const onSide = (sign: 1 | -1) => (posture: Posture) =>
  posture.turned.every((angle) => sign * angle > ON_THE_SIDE) && Math.abs(posture.across) < BED.width / 2;
const onBack = ({ turned }: Posture) => turned.every((angle) => Math.abs(angle) < ON_THE_BACK);
const onEdge = ({ upright, faces, across, height }: Posture) =>
  upright > UPRIGHT &&
  faces > FACES &&
  across > 0 &&
  across < BED.width / 2 &&
  height > BED.low + BED.mattress;
const onFeet = ({ stance, upright }: Posture) => stance > STANDING && upright > UPRIGHT;
const ON_THE_LEFT = { open: "left", aside: SLEEPS } as const;

const PLANS: Readonly<Record<BedStory, Plan>> = {
  roll_left: { what: "roll", side: "left", is: onSide(1) },
  roll_right: { what: "roll", side: "right", is: onSide(-1) },
  roll_back: { first: { what: "roll", is: onSide(1) }, what: "roll_back", side: "left", is: onBack },
  sit_up: { what: "sit_up", side: "left", is: onEdge, ...ON_THE_LEFT },
  rise: { first: { what: "sit_up", is: onEdge }, what: "rise", side: "left", is: onFeet, ...ON_THE_LEFT },
};

/** One person with this strength tries it once. To roll back they have to get onto the side first, to rise onto the edge. */
export async function bedStory(seed: number, story: BedStory, strength: number): Promise<BedRun> {
  const { first, what, side, is, ...options } = PLANS[story];
  const room = createBedroom(await loadEngine(), personOf(seed, strength), options);
  const hash = createHash("sha256");
  const go = (until: number, each: () => void = () => {}) => {
    while (room.time() < until) {
      room.tick();
      const { qpos, qvel } = room.sim.views();
      hash.update(new Uint8Array(new Float64Array([...qpos, ...qvel]).buffer));
      each();
    }
  };
  const move = (one: BedMove | "rise", each?: () => void) => {
    const latest = room.time() + LONGEST;
    const person = one === "rise" ? room.sitting() : undefined;
    if (one === "rise") person?.rise();
    else room.mover.move(one, side);
    const isOn = () => (person === undefined ? room.mover.doing === one : RISES.has(person.doing));
    while (isOn() && room.time() < latest) go(room.time() + 0.1, each);
    go(room.time() + AFTER, each);
  };
  if (first !== undefined) move(first.what);
  const isStill = room.mover.doing === "resting" || room.mover.doing === "sits";
  const isReady = first === undefined || (isStill && first.is(postureOf(room)));
  const begins = room.time();
  let since: number | undefined;
  if (isReady)
    move(what, () => {
      since = is(postureOf(room)) ? (since ?? room.time()) : undefined;
    });
  const fell = postureOf(room).height < ON_FLOOR;
  const did = since !== undefined;
  room.delete();
  return {
    seed,
    story,
    strength,
    did,
    ...(since === undefined ? {} : { took: since - begins }),
    fell,
    hash: hash.digest("hex"),
  };
}
