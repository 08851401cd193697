// The groups of the embedded ride: which nodes share a thread, and what follows when one of them dies.
import type { RideOptions } from "./options.ts";
import type { GroupDeclaration } from "./threads/graph.ts";

/**
 * The control group stands alone: supervisor, gate and the stop lane. Without the world there is nothing to hold on to, so
 * its death ends the ride; every other group is started anew while the robot holds. So is the control group: whoever was in
 * the arms when it died is lowered by the next one, which begins latched, with the way back (ADR 18). On a busy
 * machine what stops and moves goes first, then all else alike, a browser on the same machine too: the stop begins
 * there. The page's server and the black box go last.
 */
const GROUPS = {
  world: { onDeath: "end", niceness: -10 },
  control: { onDeath: "again", niceness: -10 },
  camera: { onDeath: "again", niceness: 0 },
  perception: { onDeath: "again", niceness: 0 },
  planner: { onDeath: "again", niceness: -5 },
  care: { onDeath: "again", niceness: 0 },
  gateway: { onDeath: "again", niceness: 10 },
  blackbox: { onDeath: "again", niceness: 10, records: true },
} as const;

/** Our own world turns the time of all; a Gazebo has its own time, and nothing of ours could stop it. */
export const rideGroups = (options: RideOptions): GroupDeclaration[] =>
  Object.entries(GROUPS).map(([name, group]) => ({
    ...group,
    name,
    module: new URL(`groups/${name}.ts`, import.meta.url).href,
    options,
    ...(name === "world" && !options.gazebo ? { governsTime: options.time } : {}),
  }));
