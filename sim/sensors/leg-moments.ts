// How hard a person's own legs work: the extension moments of the muscles of hips and knees.
import { MUSCLES } from "../resident/muscles.ts";
import type { World } from "../world.ts";

/** N·m, of both sides together, extension positive; flexing is negative. */
export interface LegMoments {
  readonly hip: number;
  readonly knee: number;
}
/** Where nobody simulates muscles. */
export const UNKNOWN_MOMENTS: LegMoments = { hip: NaN, knee: NaN };

/** Reads them of the step before. The resident's motors stand behind the robot's, in the order of `MUSCLES`. */
export function legMoments({
  sim,
  drives,
}: Pick<World, "sim"> & { readonly drives: { readonly length: number } }): () => LegMoments {
  const motorsOf = (name: string) =>
    MUSCLES.flatMap((muscle, i) => (muscle.name.endsWith(`_${name}`) ? [drives.length + i] : []));
  const [hips, knees] = [motorsOf("hip_flexion"), motorsOf("knee_flexion")];
  return () => {
    const { actuatorForce } = sim.views();
    const extension = (motors: readonly number[]) =>
      motors.reduce((sum, motor) => sum - (actuatorForce[motor] ?? NaN), 0);
    return { hip: extension(hips), knee: extension(knees) };
  };
}
