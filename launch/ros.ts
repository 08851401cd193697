// `npm run ros`: the same ward as `npm start`, each group of nodes a process of ROS 2, joined by DDS.
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { rideGroups } from "./groups.ts";
import { readRideOptions } from "./options.ts";
import { openRcl } from "./ros/rcl.ts";

const GROUP = join(import.meta.dirname, "ros/group.ts");
/** The black box listens to threads; on ROS `ros2 bag record --all` hears as much. */
const NOT_HERE: readonly string[] = ["blackbox"];
/** ms between a group's death and its new start. */
const AGAIN = 500;
/** ms for a clean stop. */
const STOP = 3000;

const running = new Map<string, ChildProcess>();
let over = false;

/** Ends every group, those that move and stop last, and this process with `code`. */
function end(code: number): void {
  if (over) return;
  over = true;
  for (const child of running.values()) child.kill("SIGTERM");
  const all = [...running.values()].map((child) => new Promise((resolve) => child.once("exit", resolve)));
  const late = new Promise((resolve) => setTimeout(resolve, STOP));
  void Promise.race([Promise.all(all), late]).then(() => {
    for (const child of running.values()) child.kill("SIGKILL");
    process.exit(code);
  });
}

try {
  const words = process.argv.slice(2);
  const place = words.indexOf("--ros-args");
  const [ours, theirs] = place < 0 ? [words, []] : [words.slice(0, place), words.slice(place + 1)];
  const options = await readRideOptions(ours);
  await openRcl(); // what is missing is told once, and not by every group
  const ports = ["--port", String(options.port), ...withoutPort(ours)];
  const groups = rideGroups(options).filter(({ name }) => !NOT_HERE.includes(name));
  const simulated = groups.some(({ governsTime }) => governsTime !== undefined);
  const start = ({ name, onDeath }: (typeof groups)[number]): void => {
    // the world is time; all others hear it on /clock
    const time = simulated && name !== "world" ? ["-p", "use_sim_time:=true"] : [];
    const child = spawn(process.execPath, [GROUP, name, ...ports, "--ros-args", ...time, ...theirs], {
      stdio: "inherit",
    });
    running.set(name, child);
    child.once("exit", (code, signal) => {
      running.delete(name);
      if (over) return;
      const again = onDeath === "again";
      console.error(
        `dolbom: group ${name} ended (${signal ?? code})${again ? "; it is started anew, the robot holds" : ""}`,
      );
      if (again) setTimeout(() => !over && start({ name, onDeath } as (typeof groups)[number]), AGAIN);
      else end(1);
    });
  };
  groups.forEach(start);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(0));
  console.log(`Dolbom is starting on ROS 2 at http://${options.host}:${options.port} (Ctrl+C stops it)`);
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

/** The words without `--port N`: what was asked for may be 0, and has become a port by now. */
function withoutPort(words: readonly string[]): string[] {
  const place = words.indexOf("--port");
  return place < 0 ? [...words] : words.toSpliced(place, 2);
}
