// The entry of a group's worker thread: opens the group's module, runs its nodes, joins the other groups.
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { holdLine, type Line } from "../../robot/liveliness/line.ts";
import { NodeError } from "../host.ts";
import { Hub } from "../hub.ts";
import { machineClock } from "./clock.ts";
import { governTime } from "./govern-time.ts";
import { runGroup, type OpenGroup } from "./group.ts";
import { link } from "./link.ts";
import { joinRecording } from "./notes.ts";
import { takeRank } from "./rank.ts";
import { simulatedClock } from "./simulated-time.ts";
import type { TimeMemory } from "./time-memory.ts";

export interface WorkerData {
  readonly group: string;
  /** URL of a module that exports `open(options)`. */
  readonly module: string;
  readonly options: unknown;
  readonly niceness: number;
  readonly epoch: bigint;
  /** Undefined where the world is real: then time is the machine's. */
  readonly time: TimeMemory | undefined;
  /** This group turns it. */
  readonly governs: boolean;
  /** Some group of the graph records what all say. */
  readonly recorded: boolean;
  /** Where it holds its line, so that its death is known at once. */
  readonly lines: string | undefined;
}
export type ToWorker = { readonly k: "link"; readonly port: MessagePort } | { readonly k: "stop" };
export type FromWorker =
  | { readonly k: "ready" }
  | { readonly k: "failed"; readonly message: string; readonly stack: string }
  | { readonly k: "stopped" };

const { group, module, options, niceness, epoch, time, governs, recorded, lines } = workerData as WorkerData;
const tell = (message: FromWorker) => parentPort?.postMessage(message);
let line: Line | undefined;
const failed = (error: unknown) => {
  line?.cut();
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  tell({
    k: "failed",
    message,
    stack: error instanceof NodeError ? String((error.cause as Error).stack) : stack,
  });
};

try {
  takeRank(niceness);
  const { open } = (await import(module)) as {
    readonly open: OpenGroup;
  };
  const hub = new Hub();
  const machine = machineClock(epoch);
  const graph = time === undefined ? machine : simulatedClock(time, epoch);
  const control = time !== undefined && governs ? governTime(time, epoch) : undefined;
  const opened = await open(options as never, control);
  const recording = joinRecording(hub, graph.now, recorded, opened.records);
  const running = runGroup(group, opened, hub, { graph, machine }, failed);
  if (lines !== undefined) line = holdLine(lines, group);
  parentPort?.on("message", (message: ToWorker) => {
    if (message.k === "link") void link(message.port, hub, recording);
    else {
      line?.letGo();
      void running.stop().then(
        () => {
          recording.notes?.drain();
          tell({ k: "stopped" });
        },
        (error: unknown) => failed(error),
      );
    }
  });
  tell({ k: "ready" });
} catch (error) {
  failed(error);
}
