// The control loop under load: embedded, on ROS 2 and as a bare timer of rclnodejs, all at once, beside a busy process a core.
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { TICK } from "../../../core/motion/limits.ts";
import { nicenessOf } from "../../groups.ts";
import { openGraph } from "../../threads/graph.ts";
import type { Verdict } from "../verdict.ts";
import { peerOn, threadLine, type Peer } from "./line.ts";
import { openProcess } from "./pairs.ts";
import { keptPeriods, type Kept } from "./periods.ts";

export type LoopKind = "embedded" | "ros" | "bare_timer";
interface OpenLoop {
  readonly peer: Peer;
  close(): Promise<void>;
}

const MINUTE = 60_000;
/** ms until all are compiled and warm */
const WARM = 2000;

async function openEmbedded(): Promise<OpenLoop> {
  const line = `bench graph ${process.pid} pulse`;
  const module = new URL("pulse.ts", import.meta.url).href;
  const control = { name: "control", module, options: { line }, onDeath: "end" as const };
  const graph = await openGraph([{ ...control, niceness: nicenessOf("control") }]);
  const peer = peerOn(threadLine(line));
  return {
    peer,
    close: async () => {
      await graph.stop();
      peer.close();
    },
  };
}
async function openOnRos(kind: string): Promise<OpenLoop> {
  const peer = await openProcess(kind, "pulse");
  return { peer, close: () => Promise.resolve(peer.close()) };
}

/** Keeps all cores busy and lets each loop run for so long. */
export async function measureLoops(minutes: number, ros: boolean): Promise<ReadonlyMap<LoopKind, Kept>> {
  const loops = new Map<LoopKind, OpenLoop>([["embedded", await openEmbedded()]]);
  if (ros) loops.set("ros", await openOnRos("ours")).set("bare_timer", await openOnRos("objects"));
  const cores = Array.from({ length: availableParallelism() });
  const busy = cores.map(() => fork(new URL("busy.ts", import.meta.url)));
  try {
    await pause(WARM);
    await Promise.all([...loops].map(([, { peer }]) => peer.ask({ do: "pulses" })));
    await pause(MINUTE * minutes);
    const kept = new Map<LoopKind, Kept>();
    for (const [kind, { peer }] of loops)
      kept.set(kind, keptPeriods(await peer.ask({ do: "pulses" }), 1000 * TICK));
    return kept;
  } finally {
    for (const child of busy) child.kill();
    await Promise.all([...loops].map(([, loop]) => loop.close()));
  }
}

export const loopFigures = (loops: ReadonlyMap<LoopKind, Kept>): Verdict["figures"] =>
  Object.assign(
    {},
    ...[...loops].map(([kind, { error, periods, misses, leftOut, longest }]) => ({
      [`loop_${kind}_error_median_ms`]: error.median,
      [`loop_${kind}_error_p99_ms`]: error.p99,
      [`loop_${kind}_error_max_ms`]: error.max,
      [`loop_${kind}_longest_ms`]: longest,
      [`loop_${kind}_periods`]: periods,
      [`loop_${kind}_misses`]: misses,
      [`loop_${kind}_left_out`]: leftOut,
    })),
  ) as Verdict["figures"];
