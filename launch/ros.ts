// `npm run ros`: the same ward as `npm start`, each group of nodes a process of ROS 2, joined by DDS.
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { readRideOptions } from "./options.ts";
import { AGAIN, rosGroups, type RosGroup } from "./ros/groups.ts";
import { declaredGroups } from "./ros/declared.ts";
import { policyXml } from "./ros/policy.ts";
import { openRcl } from "./ros/rcl.ts";

const GROUP = join(import.meta.dirname, "ros/group.ts");
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

/** Starts every group, and anew what may die. */
async function ride(ours: readonly string[], theirs: readonly string[]): Promise<void> {
  const options = await readRideOptions(ours);
  await openRcl(); // what is missing is told once, and not by every group
  const shared = ["--port", String(options.port), "--session", options.session, ...withoutPort(ours)];
  const start = (group: RosGroup): void => {
    const { name, onDeath, rosArgs } = group;
    const words = [GROUP, name, ...shared, "--ros-args", ...rosArgs, ...theirs];
    const child = spawn(process.execPath, words, { stdio: "inherit" });
    running.set(name, child);
    child.once("exit", (code, signal) => {
      running.delete(name);
      if (over) return;
      const again = onDeath === "again";
      console.error(
        `dolbom: group ${name} ended (${signal ?? code})${again ? "; it is started anew, the robot holds" : ""}`,
      );
      if (again) setTimeout(() => !over && start(group), AGAIN * 1000);
      else end(1);
    });
  };
  rosGroups(options).forEach(start);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => end(0));
  console.log(`Dolbom is starting on ROS 2 at http://${options.host}:${options.port} (Ctrl+C stops it)`);
}

/** `npm run -s ros -- groups`: what `ros2 launch` starts, as JSON. */
async function describe(ours: readonly string[]): Promise<void> {
  const options = await readRideOptions(ours, (port) => Promise.resolve(port));
  console.log(JSON.stringify({ again: AGAIN, session: options.session, groups: rosGroups(options) }));
}

/** `npm run -s ros -- policy [options] [--ros-args -r __ns:=/room_3]`: SROS 2's permissions of every group, as XML. */
async function tellPolicy(ours: readonly string[], theirs: readonly string[]): Promise<void> {
  const namespace = /__ns:=(\S+)/.exec(theirs.join(" "))?.[1] ?? "/";
  const options = await readRideOptions(ours);
  process.stdout.write(policyXml(await declaredGroups({ ...options, port: 0, lanePort: 0 }), namespace), () =>
    process.exit(0),
  );
}

/** What may stand before the options, in place of a ride. */
const ACTS: Readonly<Record<string, typeof tellPolicy>> = { groups: describe, policy: tellPolicy };

try {
  const words = process.argv.slice(2);
  const place = words.indexOf("--ros-args");
  const [ours, theirs] = place < 0 ? [words, []] : [words.slice(0, place), words.slice(place + 1)];
  const act = ACTS[ours[0] ?? ""];
  await (act === undefined ? ride(ours, theirs) : act(ours.slice(1), theirs));
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}

/** The words without `--port N`: what was asked for may be 0, and has become a port by now. */
function withoutPort(words: readonly string[]): string[] {
  const place = words.indexOf("--port");
  return place < 0 ? [...words] : words.toSpliced(place, 2);
}
