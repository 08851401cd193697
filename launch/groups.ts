// The groups of the embedded ride: which nodes share a thread, and what follows when one of them dies.
import type { RideOptions } from "./options.ts";
import type { GroupDeclaration } from "./threads/graph.ts";

/**
 * The control group stands alone: supervisor, gate and the stop lane. Without it or the world there is nothing to
 * hold on to, so their death ends the ride; every other group is started anew while the robot holds.
 */
const GROUPS = {
  world: "end",
  control: "end",
  camera: "again",
  perception: "again",
  planner: "again",
  gateway: "again",
} as const;

export const rideGroups = (options: RideOptions): GroupDeclaration[] =>
  Object.entries(GROUPS).map(([name, onDeath]) => ({
    name,
    module: new URL(`groups/${name}.ts`, import.meta.url).href,
    options,
    onDeath,
  }));
