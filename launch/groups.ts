// The groups of a ride: which nodes share a thread or a process, and what follows when one of them dies.
import type { RideOptions } from "./options.ts";
import { linesOf } from "./robot-folder.ts";
import type { GroupDeclaration } from "./threads/graph.ts";

/**
 * The control group stands alone: supervisor, gate and the stop lane. Without the world there is nothing to hold on to, so
 * its death ends the ride; every other group is started anew while the robot holds. So is the control group: whoever was in
 * the arms when it died is lowered by the next one, which begins latched, with the way back (ADR 18). On a busy
 * machine what stops and moves goes first, then all else alike, a browser on the same machine too: the stop begins
 * there. The page's server and the black box go last.
 *
 * `simulates`: not beside hardware, whose drivers speak instead. `only`: on one of the two runners; ROS's own tools are
 * spoken to where they are. `asked`: only with this option, for it needs packages of ROS that not every robot has.
 */
const GROUPS: Readonly<Record<string, Group>> = {
  world: { onDeath: "end", niceness: -10, simulates: true },
  control: { onDeath: "again", niceness: -10 },
  camera: { onDeath: "again", niceness: 0, simulates: true },
  perception: { onDeath: "again", niceness: 0 },
  planner: { onDeath: "again", niceness: -5 },
  care: { onDeath: "again", niceness: 0 },
  gateway: { onDeath: "again", niceness: 10 },
  description: { onDeath: "again", niceness: 10, only: "ros" },
  twist: { onDeath: "again", niceness: 0, only: "ros" },
  navigation: { onDeath: "again", niceness: 0, only: "ros", asked: "nav2" },
  drives: { onDeath: "again", niceness: -10, only: "ros", asked: "ros2Control" },
  guard: { onDeath: "again", niceness: -10, only: "ros", asked: "ros2Control" },
  blackbox: { onDeath: "again", niceness: 10, records: true },
};
type Runner = "threads" | "ros";
interface Group extends Pick<GroupDeclaration, "onDeath" | "niceness" | "records"> {
  readonly simulates?: boolean;
  readonly only?: Runner;
  readonly asked?: "ros2Control" | "nav2";
}

/** The rank of a group's threads on a busy machine. */
export const nicenessOf = (group: string): number => GROUPS[group]?.niceness ?? 0;

/** Our own world turns the time of all; a Gazebo has its own time, and nothing of ours could stop it. */
export const rideGroups = (options: RideOptions, runner: Runner = "threads"): GroupDeclaration[] =>
  Object.entries(GROUPS)
    .filter(([, { only = runner, simulates }]) => only === runner && !(simulates && options.hardware))
    .filter(([, { asked }]) => asked === undefined || options[asked])
    .map(([name, group]) => ({
      ...group,
      name,
      module: new URL(`groups/${name}.ts`, import.meta.url).href,
      options,
      ...(name === "control" ? {} : { lines: linesOf(options.port) }),
      ...(name === "world" && !options.gazebo ? { governsTime: options.time } : {}),
    }));
