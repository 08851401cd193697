// One group of the ride as a process of ROS 2: `node launch/ros/group.ts GROUP [options] [--ros-args …]`.
import { join } from "node:path";
import { holdLine, type Line } from "../../robot/liveliness/line.ts";
import { rideGroups } from "../groups.ts";
import { readRideOptions } from "../options.ts";
import { robotFolder } from "../robot-folder.ts";
import type { OpenGroup } from "../threads/group.ts";
import { takeRank } from "../threads/rank.ts";
import { openRcl } from "./rcl.ts";
import { joinRecorder } from "./recording.ts";
import { runRosGroup } from "./run-group.ts";
import { worldClock } from "./world-clock.ts";

const [wanted = "", ...words] = process.argv.slice(2);
/** Some manager of lifecycles, and not this process, leads the nodes to their work. */
const MANAGED = "--unconfigured";
/** ms for files that are being written. */
const FLUSH = 300;

/** What is ours on the command line, and what is ROS's. */
function split(all: readonly string[]): { readonly ours: string[]; readonly rosArgs: string[] } {
  const place = all.indexOf("--ros-args");
  const ours = place < 0 ? [...all] : all.slice(0, place);
  return { ours: ours.filter((word) => word !== MANAGED), rosArgs: place < 0 ? [] : all.slice(place) };
}

async function open(): Promise<void> {
  const { ours, rosArgs } = split(words);
  const options = await readRideOptions(ours, (port) => Promise.resolve(port));
  const groups = rideGroups(options, "ros");
  const group = groups.find(({ name }) => name === wanted);
  if (group === undefined)
    throw new Error(`group "${wanted}": expected one of ${groups.map(({ name }) => name).join(", ")}`);
  takeRank(group.niceness ?? 0); // before DDS begins its threads
  const rcl = await openRcl();
  const time = group.governsTime === undefined ? undefined : worldClock(group.governsTime);
  const { open: begin } = (await import(group.module)) as { readonly open: OpenGroup };
  const opened = await begin(options as never, time?.time);
  const recording = await joinRecorder(join(robotFolder(options.port), "notes"), opened.records);
  let [stop, hush] = [() => {}, () => {}];
  let line: Line | undefined;
  /** Orderly: each node is shut down and writes what it has; the robot holds, for nobody speaks to it any more. */
  const end = (code: number, why: string) => {
    if (code === 0) line?.letGo();
    else {
      line?.cut();
      console.error(`dolbom: group ${wanted}: ${why}`);
    }
    void recording.quiet().then(() => {
      stop();
      recording.end();
      setTimeout(() => {
        hush();
        process.exit(code);
      }, FLUSH);
    });
  };
  const running = await runRosGroup(
    rcl,
    wanted,
    opened,
    { rosArgs, managed: words.includes(MANAGED), time, note: recording.note },
    (why) => end(1, why),
  );
  [stop, hush] = [() => running.stop(), () => running.hush()];
  if (group.lines !== undefined) line = holdLine(group.lines, wanted);
  let isEnding = false;
  // a terminal and ros2 launch may both say it: the second one must not cut the first short
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.on(signal, () => {
      if (!isEnding) end(0, signal);
      isEnding = true;
    });
  console.log(
    `dolbom: group ${wanted} is up as process ${process.pid}: ${opened.nodes.map(({ name }) => name).join(", ")}`,
  );
}

try {
  await open();
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
