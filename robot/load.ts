// How much of a person the pads carry, from the two force sensors in the arms and the skin: quick to say yes, slow to say no.
import { LOAD_LIMITS } from "../core/safety/limits.ts";
import type { Load } from "../core/safety/observations.ts";
import { newtons, seconds, type Newtons, type Seconds } from "../core/units.ts";

export interface LoadEstimate {
  readonly load: Load;
  /** vertical force of both pads on the person */
  readonly support: Newtons;
  /** for how long the forces have been low enough to say less than `load` */
  readonly lower: Seconds;
}
/** Before the first reading nobody knows. */
export const UNKNOWN_LOAD: LoadEstimate = { load: "unknown", support: newtons(0), lower: seconds(0) };

/** What the pads feel: the two sensors' forces in N, with the arms' own weight taken off, and whether the skin feels a pad touch. */
export interface PadForces {
  readonly vertical: Newtons;
  readonly sideways: Newtons;
  readonly padTouches: boolean;
}

/**
 * The estimate after `elapsed`. Forces that are no numbers, or none at all, make it unknown at once. More load is said at
 * once; less only after the forces were clearly lower for `LOAD_LIMITS.releaseAfter`, so that a bouncing pad stays loaded.
 */
export function estimateLoad(
  before: LoadEstimate,
  forces: PadForces | undefined,
  elapsed: Seconds,
): LoadEstimate {
  if (forces === undefined || !Number.isFinite(forces.vertical + forces.sideways))
    return { ...UNKNOWN_LOAD, support: newtons(NaN) };
  const support = forces.vertical;
  const now = classify(forces, 1);
  // what was unknown has no past to be slow about
  if (before.load === "unknown" || rank(now) > rank(before.load))
    return { load: now, support, lower: seconds(0) };
  const eased = classify(forces, LOAD_LIMITS.release);
  if (rank(eased) >= rank(before.load)) return { load: before.load, support, lower: seconds(0) };
  const lower = seconds(before.lower + elapsed);
  return lower >= LOAD_LIMITS.releaseAfter
    ? { load: now, support, lower: seconds(0) }
    : { load: before.load, support, lower };
}

const rank = (load: Exclude<Load, "unknown">) => (load === "bearing" ? 2 : load === "touching" ? 1 : 0);

function classify(forces: PadForces, share: number): Exclude<Load, "unknown"> {
  if (!(forces.vertical < LOAD_LIMITS.bearing * share)) return "bearing";
  const strongest = Math.max(Math.abs(forces.vertical), forces.sideways);
  return forces.padTouches || !(strongest < LOAD_LIMITS.touching * share) ? "touching" : "none";
}
