// What a walk is measured by, from the simulated bodies themselves: one look a tick.
import { contactLimit } from "../../../core/safety/limits.ts";
import { inDegrees, radians } from "../../../core/units.ts";
import { contactReader, REGIONS } from "../../../sim/contacts.ts";
import { kinematics, type Sample } from "../../../sim/sensors/kinematics.ts";
import { legMoments } from "../../../sim/sensors/leg-moments.ts";
import { HANDLES, WALKER_MODEL } from "../../../sim/walking/walker-device.ts";
import type { WalkingWorld } from "../../../sim/walking/world.ts";
import { TICK } from "../../../sim/world.ts";
import { CARRIED, FALLING, FLOOR, STANDING, nothingYet, type Measured } from "../metrics.ts";

const GRAVITY = 9.81;
/** Looks of half a second. */
const TILT_LOOKS = Math.round(0.5 / TICK);
const GRIPPING: readonly string[] = HANDLES;
const isGrip = (link: string, region: string) =>
  GRIPPING.includes(link) && (region === "hand" || region === "forearm");

export interface WalkWatch {
  readonly seen: Measured;
  /** [1] of standing height, and of body weight on the handles, now */
  readonly pelvis: number;
  readonly support: number;
  /** After each tick. */
  look(): void;
}

/** Watches from now on. The way leads along x. What nobody measures here stays undefined. */
export function watchWalk(world: WalkingWorld): WalkWatch {
  const { sim, scene, resident, walker, hands, person } = world;
  const weight = resident.bodyMass * GRAVITY;
  const body = kinematics(world, TICK);
  const moments = legMoments({ sim, drives: { length: walker === undefined ? 0 : 2 } });
  const touched = walker && contactReader(sim, scene, WALKER_MODEL);
  const [begin, rolled] = [person.state.mass[0], walker?.base().x];
  const tilts: number[] = [];
  let [pelvis, support, sank] = [NaN, 0, false];
  let free: number | undefined;
  const seen: Measured = { ...nothingYet(), walked_m: 0, ran_on_m: rolled === undefined ? undefined : 0 };

  function feelHandles(): void {
    const down = walker?.wrenches().map(({ force }) => Math.max(0, -force[2])) ?? [];
    support = down.reduce((sum, one) => sum + one, 0) / weight;
    seen.peak_support_bw = Math.max(seen.peak_support_bw, support);
    for (const { region, link, force } of touched?.().contacts ?? []) {
      if (isGrip(link, region)) continue;
      const share = force === 0 ? 0 : force / contactLimit(REGIONS.indexOf(region));
      seen.contact_of_limit[region] = Math.max(seen.contact_of_limit[region] ?? 0, share);
    }
  }
  function feelLegs(): void {
    const { hip, knee } = moments();
    seen.peak_hip_moment = Math.max(seen.peak_hip_moment, hip / resident.bodyMass);
    seen.peak_knee_moment = Math.max(seen.peak_knee_moment, knee / resident.bodyMass);
  }
  /** The tilt to a side that lasts half a second, while the handles carry. */
  function feelTilt({ trunkTilt, trunkLean }: Sample): void {
    const aside = Math.atan(Math.sqrt(Math.max(0, Math.tan(trunkTilt) ** 2 - Math.tan(trunkLean) ** 2)));
    tilts.push(support > CARRIED ? inDegrees(radians(aside)) : 0);
    if (tilts.length > TILT_LOOKS) tilts.shift();
    if (tilts.length === TILT_LOOKS) seen.peak_tilt_deg = Math.max(seen.peak_tilt_deg, Math.min(...tilts));
  }
  /** A near fall is one from which they stand again. */
  function feelFall({ pelvisUp, stance, down }: Sample): void {
    seen.fastest_sink_m_s = Math.max(seen.fastest_sink_m_s, -pelvisUp);
    sank ||= -pelvisUp > FALLING;
    if (sank && stance >= STANDING && pelvisUp >= 0) [seen.near_falls, sank] = [seen.near_falls + 1, false];
    seen.fell ||= stance < FLOOR || down.includes("pelvis");
  }
  /** From the moment on in which no hand holds it. */
  function followWalker(): void {
    if (walker === undefined) return;
    const { x, y } = walker.base();
    if (hands?.holding.includes(true) === true) free = undefined;
    else free ??= x;
    if (free !== undefined) seen.ran_on_m = Math.max(seen.ran_on_m ?? 0, Math.hypot(x - free, y));
  }

  return {
    seen,
    get pelvis() {
      return pelvis;
    },
    get support() {
      return support;
    },
    look() {
      const sample = body();
      pelvis = sample.stance;
      feelHandles();
      feelLegs();
      feelTilt(sample);
      feelFall(sample);
      followWalker();
      if (!seen.fell) seen.walked_m = Math.max(seen.walked_m ?? 0, person.state.mass[0] - begin);
    },
  };
}
