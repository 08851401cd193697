// The embedded graph: each group in its own worker thread, all joined to all, real time, one clean stop.
import { MessageChannel, Worker } from "node:worker_threads";
import type { Seconds } from "../../core/units.ts";
import { Hub } from "../hub.ts";
import { machineClock } from "./clock.ts";
import { runGroup, type OpenedGroup, type RunningGroup } from "./group.ts";
import { link, type Recording } from "./link.ts";
import { joinRecording } from "./notes.ts";
import { simulatedClock } from "./simulated-time.ts";
import { openTime, type FirstTime, type TimeMemory } from "./time-memory.ts";
import type { FromWorker, ToWorker, WorkerData } from "./worker.ts";

export interface GroupDeclaration {
  readonly name: string;
  /** URL of a module that exports `open(options): Promise<OpenedGroup>`. */
  readonly module: string;
  /** Given to `open`; plain data. */
  readonly options: unknown;
  /** After an error: "end" ends the whole graph, "again" starts the group anew. */
  readonly onDeath: "end" | "again";
  /** The thread's share of a busy machine as Unix counts it, -20 to 19: below 0 goes before others, above 0 gives way. */
  readonly niceness?: number;
  /** It takes all that the others say: its module opens a group with `records`. */
  readonly records?: boolean;
  /**
   * The world in it is simulated, and it turns the time of the whole graph, which begins like this. A graph without
   * such a group has the machine's time: on a real robot there is nothing that could pause, slow or hurry it.
   */
  readonly governsTime?: FirstTime;
  /** Where the control group takes the line of this one, so that its death is known at once (ADR 31). */
  readonly lines?: string;
}
export interface GraphEvents {
  /** A group is up. */
  ready?(group: string): void;
  /** A group died: the message names the node. `again` tells whether it is being started anew. */
  died?(group: string, message: string, again: boolean): void;
}

const ENTRY = new URL("worker.ts", import.meta.url);
/** [ms] between a group's death and its new start: long enough that a group that dies at once costs little. */
const RESTART_PAUSE_MS = 500;
/** [ms] a group gets for a clean stop before its thread is ended. */
const STOP_LIMIT_MS = 3000;

/** Opens every group; rejects with the first group's error when one does not start. */
export async function openGraph(
  groups: readonly GroupDeclaration[],
  events: GraphEvents = {},
  here: OpenedGroup = { nodes: [] },
): Promise<EmbeddedGraph> {
  const graph = new EmbeddedGraph(groups, events, here);
  try {
    await Promise.all(groups.map((group) => graph.start(group.name)));
  } catch (error) {
    await graph.stop();
    throw error;
  }
  return graph;
}

export class EmbeddedGraph {
  readonly #groups: ReadonlyMap<string, GroupDeclaration>;
  readonly #events: GraphEvents;
  readonly #epoch = process.hrtime.bigint();
  readonly #workers = new Map<string, Worker>();
  readonly #here: RunningGroup;
  readonly #recorded: boolean;
  readonly #recording: Recording;
  #stopping = false;
  #end: (reason: string | undefined) => void = () => {};
  /** Resolves when the graph is over: with a message when a group's death ended it. */
  readonly over = new Promise<string | undefined>((resolve) => (this.#end = resolve));
  readonly #time: TimeMemory | undefined;
  /** This thread's own hub, joined to every group: for the program that opened the graph. */
  readonly hub = new Hub();
  readonly now: () => Seconds;

  constructor(groups: readonly GroupDeclaration[], events: GraphEvents, here: OpenedGroup) {
    this.#groups = new Map(groups.map((group) => [group.name, group]));
    this.#events = events;
    this.#recorded = groups.some(({ records }) => records === true);
    const governing = groups.find(({ governsTime }) => governsTime !== undefined)?.governsTime;
    this.#time = governing && openTime(governing);
    const machine = machineClock(this.#epoch);
    const graph = this.#time === undefined ? machine : simulatedClock(this.#time, this.#epoch);
    this.now = graph.now;
    this.#recording = joinRecording(this.hub, this.now, this.#recorded, here.records);
    this.#here = runGroup("main", here, this.hub, { graph, machine }, (error) => this.#end(error.message));
  }

  /** Starts a declared group and joins it to all that run. Rejects with the group's own error. */
  async start(name: string): Promise<void> {
    const group = this.#groups.get(name);
    if (group === undefined)
      throw new Error(`no group ${name}; declared are ${[...this.#groups.keys()].join(", ")}`);
    const { module, options, niceness = 0 } = group;
    const workerData: WorkerData = {
      group: name,
      module,
      options,
      niceness,
      epoch: this.#epoch,
      time: this.#time,
      governs: group.governsTime !== undefined,
      recorded: this.#recorded,
      lines: group.lines,
    };
    const worker = new Worker(ENTRY, { workerData, name });
    await untilReady(worker).catch(async (error: Error) => {
      await worker.terminate();
      throw new Error(`group ${name}: ${error.message}`, { cause: error });
    });
    this.#watch(group, worker);
    const joined = this.#join(worker);
    this.#workers.set(name, worker);
    await joined;
    this.#events.ready?.(name);
  }

  /** Ends a group's thread at once, as a crash would: for tests of what the others do. */
  async kill(name: string): Promise<void> {
    await this.#workers.get(name)?.terminate();
  }

  /** Stops every group, each cleanly if it can; what records hears the last words of all others. */
  async stop(): Promise<void> {
    if (this.#stopping) return;
    this.#stopping = true;
    const stopThose = (records: boolean) =>
      Promise.all(
        [...this.#workers]
          .filter(([name]) => (this.#groups.get(name)?.records === true) === records)
          .map(([, worker]) => stopWorker(worker)),
      );
    await stopThose(false);
    await this.#here.stop();
    this.#recording.notes?.drain();
    await stopThose(true);
    this.#end(undefined);
  }

  #watch(group: GroupDeclaration, worker: Worker): void {
    let message = "its thread ended";
    worker.on("error", (error: Error) => (message = error.message));
    worker.on("message", (told: FromWorker) => {
      if (told.k !== "failed") return;
      message = told.message;
      void worker.terminate();
    });
    worker.on("exit", () => {
      this.#workers.delete(group.name);
      if (this.#stopping) return;
      this.#events.died?.(group.name, message, group.onDeath === "again");
      if (group.onDeath === "end") this.#end(`group ${group.name}: ${message}`);
      else setTimeout(() => this.#again(group.name), RESTART_PAUSE_MS);
    });
  }

  #again(name: string): void {
    if (this.#stopping || this.#workers.has(name)) return;
    this.start(name).catch((error: unknown) => this.#end(String(error)));
  }

  /** Resolves when this thread and the worker know what the other wants. */
  #join(worker: Worker): Promise<void> {
    const tell = (to: Worker, message: ToWorker & { k: "link" }) => to.postMessage(message, [message.port]);
    for (const other of this.#workers.values()) {
      const { port1, port2 } = new MessageChannel();
      tell(worker, { k: "link", port: port1 });
      tell(other, { k: "link", port: port2 });
    }
    const { port1, port2 } = new MessageChannel();
    tell(worker, { k: "link", port: port1 });
    return link(port2, this.hub, this.#recording);
  }
}

function untilReady(worker: Worker): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const exit = () => reject(new Error("ended before it was ready"));
  const message = (told: FromWorker) => (told.k === "failed" ? reject(new Error(told.message)) : resolve());
  worker.once("error", reject).once("exit", exit).once("message", message);
  return promise.finally(() => worker.off("error", reject).off("exit", exit).off("message", message));
}

async function stopWorker(worker: Worker): Promise<void> {
  const stop: ToWorker = { k: "stop" };
  const stopped = new Promise<void>((resolve) => {
    worker.on("message", (message: FromWorker) => message.k === "stopped" && resolve());
    worker.once("exit", () => resolve());
    setTimeout(resolve, STOP_LIMIT_MS).unref();
  });
  worker.postMessage(stop);
  await stopped;
  await worker.terminate();
}
