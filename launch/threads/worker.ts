// The entry of a group's worker thread: opens the group's module, runs its nodes, joins the other groups.
import { setPriority } from "node:os";
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { NodeError } from "../host.ts";
import { Hub } from "../hub.ts";
import { graphClock } from "./clock.ts";
import { runGroup, type OpenedGroup } from "./group.ts";
import { link } from "./link.ts";
import { joinRecording } from "./notes.ts";

export interface WorkerData {
  readonly group: string;
  /** URL of a module that exports `open(options)`. */
  readonly module: string;
  readonly options: unknown;
  readonly niceness: number;
  readonly epoch: bigint;
  /** Some group of the graph records what all say. */
  readonly recorded: boolean;
}
export type ToWorker = { readonly k: "link"; readonly port: MessagePort } | { readonly k: "stop" };
export type FromWorker =
  | { readonly k: "ready" }
  | { readonly k: "failed"; readonly message: string; readonly stack: string }
  | { readonly k: "stopped" };

const { group, module, options, niceness, epoch, recorded } = workerData as WorkerData;
const tell = (message: FromWorker) => parentPort?.postMessage(message);
const failed = (error: unknown) => {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  tell({
    k: "failed",
    message,
    stack: error instanceof NodeError ? String((error.cause as Error).stack) : stack,
  });
};

/** On Linux 0 names the calling thread alone. A machine that grants no rank leaves all threads equal. */
function takeRank(): void {
  try {
    setPriority(0, niceness);
  } catch {
    return; // going before others needs a right that few users have
  }
}

try {
  if (process.platform === "linux") takeRank();
  const { open } = (await import(module)) as {
    readonly open: (options: unknown) => Promise<OpenedGroup>;
  };
  const hub = new Hub();
  const now = graphClock(epoch);
  const opened = await open(options);
  const recording = joinRecording(hub, now, recorded, opened.records);
  const running = runGroup(group, opened, hub, now, failed);
  parentPort?.on("message", (message: ToWorker) => {
    if (message.k === "link") void link(message.port, hub, recording);
    else
      void running.stop().then(
        () => {
          recording.notes?.drain();
          tell({ k: "stopped" });
        },
        (error: unknown) => failed(error),
      );
  });
  tell({ k: "ready" });
} catch (error) {
  failed(error);
}
