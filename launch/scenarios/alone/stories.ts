// The stories of a person alone: a rise from the chair with a given strength, and falls on the open floor.
import { createHash } from "node:crypto";
import { between, seeded } from "../../../core/seeded.ts";
import { Resident } from "../../../core/messages.ts";
import { kilograms, metres } from "../../../core/units.ts";
import { createAlone, type Alone, type Start } from "../../../sim/alone.ts";
import { loadEngine } from "../../../sim/mujoco/engine.ts";
import type { ResidentParameters } from "../../../sim/resident/parameters.ts";
import { kinematics, type Sample } from "../../../sim/sensors/kinematics.ts";
import { TICK } from "../../../sim/world.ts";
import { residentOf, WEAK } from "../residents.ts";
import { fallOf, riseOf, type Fall, type Rise } from "./measure.ts";

/** What throws them: consciousness goes; the feet stop under a body that walks; a push on the chest. */
export const CAUSES = [
  "faint",
  "stumble",
  "push_forward",
  "push_backward",
  "push_left",
  "push_right",
] as const;
export type FallCause = (typeof CAUSES)[number];
/** A story is a rise with this strength, or a fall of this cause. */
export type Story = { readonly strength: number } | { readonly fall: FallCause };

export interface RiseRun extends Partial<Rise> {
  readonly seed: number;
  readonly strength: number;
  readonly stood: boolean;
  readonly tries: number;
  /** Who tried to rise, and lay on the floor instead. */
  readonly fell: boolean;
  readonly hash: string;
}
export interface FallRun extends Partial<Fall> {
  readonly seed: number;
  readonly cause: FallCause;
  /** Came to rest on the floor; what was measured is there if the pelvis struck it. */
  readonly fell: boolean;
  readonly hash: string;
}

/** On the feet for so long, s, counts as standing; nobody tries longer than that, s. */
const STANDS = 3;
const STANDING = 0.93;
/** Who rests on the floor, and not on the feet alone, with the hips below this share of their height has fallen. */
const DOWN = 0.6;
const LONGEST_RISE = 30;
/** Still before anything happens, and watched for so long after it, s. */
const STILL = 0.5;
const LONGEST_FALL = 5;
/** Of who falls: from the strength of the ride's residents to that of who rises alone easily. */
const FALLERS = { least: 0.6, most: 1.2 } as const;
/**
 * What a push gives to the whole body, m/s, and for how long it lasts, s: from what just takes the extrapolated centre
 * of mass past the toes to twice that. A stumble stops the feet of a body that walks as fast as adults do.
 */
const PUSH = { least: 0.6, most: 1.1, time: 0.2 } as const;
const WALK = { least: 0.8, most: 1.3 } as const;
const DIRECTION = {
  push_forward: [1, 0],
  push_backward: [-0.8, 0],
  push_left: [0, 1],
  push_right: [0, -1],
} as const;

/** The person of a seed with this strength: of the same body and manner at any strength. */
export function personOf(seed: number, legStrength: number): ResidentParameters {
  const strength = { least: legStrength, most: legStrength };
  const drawn = residentOf(seed, { ...WEAK, legStrength: strength }, false);
  const { sex, stature, body_mass, leg_strength } = drawn;
  return {
    sex: sex === Resident.MALE ? "male" : "female",
    stature: metres(stature),
    bodyMass: kilograms(body_mass),
    legStrength: leg_strength,
    seed,
  };
}

/** A person in a world of their own, with all that was measured of them and a hash of all they went through. */
async function watched(who: ResidentParameters, start: Start) {
  const alone = createAlone(await loadEngine(), who, start);
  const look = kinematics(alone, TICK);
  const samples: Sample[] = [];
  const hash = createHash("sha256");
  return {
    alone,
    samples,
    /** Goes on for `duration`, s, or until something is so. */
    run: (duration: number, until: (alone: Alone, now: Sample) => boolean = () => false): void => {
      const end = alone.time() + duration - TICK / 2;
      while (alone.time() < end) {
        alone.tick();
        const { qpos, qvel } = alone.sim.views();
        hash.update(new Uint8Array(new Float64Array([...qpos, ...qvel]).buffer));
        const now = look();
        samples.push(now);
        if (until(alone, now)) return;
      }
    },
    digest: () => hash.digest("hex"),
  };
}

/** One person rises from the chair, as often as they try. */
export async function riseAlone(seed: number, strength: number): Promise<RiseRun> {
  const { alone, samples, run, digest } = await watched(personOf(seed, strength), { on: "chair" });
  run(STILL);
  alone.person.rise();
  let upSince = Infinity;
  run(LONGEST_RISE, ({ person }, { time, stance, down }) => {
    upSince = stance >= STANDING ? Math.min(upSince, time) : Infinity;
    return time - upSince >= STANDS || person.doing === "sitting" || down.includes("pelvis");
  });
  const last = samples.at(-1);
  const stood = (last?.time ?? NaN) - upSince >= STANDS;
  alone.delete();
  return {
    seed,
    strength,
    stood,
    tries: alone.person.tries,
    fell: last?.down.includes("pelvis") ?? false,
    ...(stood ? riseOf(samples) : {}),
    hash: digest(),
  };
}

/** One person stands on the open floor, and is made to fall. */
export async function fallAlone(seed: number, cause: FallCause): Promise<FallRun> {
  const draw = seeded(seed * 4799 + 11 + CAUSES.indexOf(cause));
  const who = personOf(seed, between(draw, FALLERS.least, FALLERS.most));
  const speed = cause === "stumble" ? between(draw, WALK.least, WALK.most) : 0;
  const { alone, samples, run, digest } = await watched(who, { on: "floor", speed });
  if (cause !== "stumble") run(STILL);
  if (cause === "faint") alone.person.faint();
  if (cause !== "faint" && cause !== "stumble") {
    const force = (who.bodyMass * between(draw, PUSH.least, PUSH.most)) / PUSH.time;
    const [x, y] = DIRECTION[cause];
    alone.push([x * force, y * force, 0]);
    run(PUSH.time);
    alone.push([0, 0, 0]);
  }
  run(LONGEST_FALL, (_, { down }) => down.includes("pelvis"));
  const last = samples.at(-1);
  alone.delete();
  const fell = last !== undefined && last.stance < DOWN && last.down.length > 0;
  return { seed, cause, fell, ...fallOf(samples), hash: digest() };
}
