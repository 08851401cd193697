// The entry of a group's worker thread: opens the group's module, runs its nodes, joins the other groups.
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { NodeError } from "../host.ts";
import { Hub } from "../hub.ts";
import { graphClock } from "./clock.ts";
import { runGroup, type OpenedGroup } from "./group.ts";
import { link } from "./link.ts";

export interface WorkerData {
  readonly group: string;
  /** URL of a module that exports `open(options)`. */
  readonly module: string;
  readonly options: unknown;
  readonly epoch: bigint;
}
export type ToWorker = { readonly k: "link"; readonly port: MessagePort } | { readonly k: "stop" };
export type FromWorker =
  | { readonly k: "ready" }
  | { readonly k: "failed"; readonly message: string; readonly stack: string }
  | { readonly k: "stopped" };

const { group, module, options, epoch } = workerData as WorkerData;
const tell = (message: FromWorker) => parentPort?.postMessage(message);
const failed = (error: unknown) => {
  const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
  tell({
    k: "failed",
    message,
    stack: error instanceof NodeError ? String((error.cause as Error).stack) : stack,
  });
};

try {
  const { open } = (await import(module)) as { open(options: unknown): Promise<OpenedGroup> };
  const hub = new Hub();
  const running = runGroup(group, await open(options), hub, graphClock(epoch), failed);
  parentPort?.on("message", (message: ToWorker) => {
    if (message.k === "link") void link(message.port, hub);
    else
      void running.stop().then(
        () => tell({ k: "stopped" }),
        (error: unknown) => failed(error),
      );
  });
  tell({ k: "ready" });
} catch (error) {
  failed(error);
}
