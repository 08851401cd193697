// The bench of the graph: what a message costs between threads, on ROS 2 and by bare rclnodejs, and whether the control loop keeps its period.
import { availableParallelism, loadavg } from "node:os";
import { openRcl } from "../ros/rcl.ts";
import { loopFigures, measureLoops, type LoopKind } from "./graph/loops.ts";
import { LOADS, type Load } from "./graph/orders.ts";
import { openPair, type Pair, type Way } from "./graph/pairs.ts";
import { graphFigures, isCheap, MOST_COST } from "./graph/ratios.ts";
import { measureRounds } from "./graph/rounds.ts";
import { rounded, type Verdict } from "./verdict.ts";

const WAYS: Readonly<Record<Way, string>> = {
  embedded: "embedded, two threads",
  ros: "our nodes on ROS 2",
  objects: "bare rclnodejs, its objects",
  bytes: "bare rclnodejs, ready bytes",
};
const ABOUT: Readonly<Record<Load, string>> = {
  wrench: "a wrench, at 200 Hz and in a flood",
  safety: "a safety state, at 200 Hz and in a flood",
  image: "a picture of 1 MB, at 40 Hz and in a flood",
};
const LOOPS: Readonly<Record<LoopKind, string>> = {
  embedded: "embedded, the control group's thread",
  ros: "on ROS 2, the control group's process",
  bare_timer: "a bare timer of rclnodejs, alone",
};

/** Why ROS 2 is not here, and what to type; undefined where it is. */
const whyNoRos = () =>
  openRcl().then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );

async function messages(ways: readonly Way[]) {
  const pairs = new Map<Way, Pair>();
  try {
    for (const way of ways) pairs.set(way, await openPair(way));
    return graphFigures(await measureRounds(pairs));
  } finally {
    for (const pair of pairs.values()) await pair.close();
  }
}

export async function benchGraph({ minutes }: { readonly minutes: number }): Promise<Verdict> {
  const missing = await whyNoRos();
  const ways: readonly Way[] = missing === undefined ? ["embedded", "ros", "objects", "bytes"] : ["embedded"];
  const [load = NaN] = loadavg();
  const figures = rounded({
    ...(await messages(ways)),
    ...loopFigures(await measureLoops(minutes, missing === undefined)),
    cores: availableParallelism(),
    load_before: load,
  });
  return { ok: isCheap(figures), figures, text: told(figures, ways, missing) };
}

function told(figures: Verdict["figures"], ways: readonly Way[], missing: string | undefined): string[] {
  const number = (name: string) => String(figures[name] ?? "none");
  const message = (load: Load, way: Way) => {
    const at = (what: string) => number(`${load}_${way}_${what}`);
    return (
      `  ${WAYS[way].padEnd(28)} median ${at("median_ms")} ms, p99 ${at("p99_ms")} ms, max ${at("max_ms")} ms, ` +
      `lost ${at("paced_lost")} of ${at("paced")}; flood: ${at("per_s")}/s received, lost ${at("flood_lost")} of ${at("flood")}`
    );
  };
  const cost = (load: Load) =>
    `  ours to its objects: latency ${number(`${load}_latency_to_objects`)}, throughput ${number(`${load}_throughput_to_objects`)} ` +
    `(at most ${MOST_COST}); to ready bytes: ${number(`${load}_latency_to_bytes`)} and ${number(`${load}_throughput_to_bytes`)}`;
  const loop = (kind: LoopKind) => {
    const at = (what: string) => number(`loop_${kind}_${what}`);
    return (
      `  ${LOOPS[kind].padEnd(38)} error median ${at("error_median_ms")} ms, p99 ${at("error_p99_ms")} ms, max ${at("error_max_ms")} ms; ` +
      `${at("misses")} of ${at("periods")} periods missed (longer than 20 ms, ${at("left_out")} steps left out), the longest ${at("longest_ms")} ms`
    );
  };
  const loops = (Object.keys(LOOPS) as LoopKind[]).filter((kind) => `loop_${kind}_periods` in figures);
  return [
    ...LOADS.flatMap((load) => [
      `${ABOUT[load]}:`,
      ...ways.map((way) => message(load, way)),
      ...(missing === undefined ? [cost(load)] : []),
    ]),
    `the control loop's 10 ms, all at once, beside a busy process on each of ${number("cores")} cores:`,
    ...loops.map(loop),
    `one minute's load average before: ${number("load_before")}`,
    ...(missing === undefined ? [] : [`only the embedded graph was measured; for the rest: ${missing}`]),
  ];
}
