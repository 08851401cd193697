// A sender and a receiver, joined in one of the ways that are compared: what they do is the same, who carries it is not.
import { fork } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { openGraph } from "../../threads/graph.ts";
import type { Bare } from "./bare.ts";
import { childLine, peerOn, threadLine, type Peer } from "./line.ts";
import { LOADS, type Heard, type Load, type Pace } from "./orders.ts";

/** Our link between threads, our nodes on ROS 2, and bare rclnodejs. */
export type Way = "embedded" | "ros" | Bare;
export interface Measured extends Heard {
  readonly said: number;
  /** ms for which it was said */
  readonly duration: number;
}
export interface Pair {
  measure(load: Load, pace: Pace, duration: number): Promise<Measured>;
  close(): Promise<void>;
}

/** ms after the last was said, until what is still under way is counted as lost. */
const LATE = 100;
/** ms of a first try, and tries until two processes must have found each other. */
const TRY = 100;
const TRIES = 100;

/** A process of the bench, once it is ready. Rejects when it does not begin. */
export function openProcess(kind: string, role: string): Promise<Peer> {
  const child = fork(new URL("process.ts", import.meta.url), [kind, role], {
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const { promise, resolve, reject } = Promise.withResolvers<Peer>();
  child.once("message", () => resolve(peerOn(childLine(child))));
  child.once("exit", (code) =>
    reject(new Error(`bench graph: the process "${kind} ${role}" ended (${code})`)),
  );
  return promise;
}

async function openProcesses(kind: string): Promise<Pair> {
  const [sink, source] = await Promise.all([openProcess(kind, "sink"), openProcess(kind, "source")]);
  const close = async () => [sink, source].forEach((peer) => peer.close());
  return joined({ source, sink, close });
}

async function openThreads(): Promise<Pair> {
  const module = new URL("thread-group.ts", import.meta.url).href;
  const lineOf = (role: string) => `bench graph ${process.pid} ${role}`;
  const groups = ["sink", "source"].map((role) => ({
    name: role,
    module,
    options: { role, line: lineOf(role) },
    onDeath: "end" as const,
  }));
  const graph = await openGraph(groups);
  const [sink, source] = [peerOn(threadLine(lineOf("sink"))), peerOn(threadLine(lineOf("source")))];
  const close = async () => {
    await graph.stop();
    [sink, source].forEach((peer) => peer.close());
  };
  return joined({ source, sink, close });
}

export const openPair = (way: Way): Promise<Pair> =>
  way === "embedded" ? openThreads() : openProcesses(way === "ros" ? "ours" : way);

/** Resolves when the two hear each other in every kind. */
async function joined(both: { source: Peer; sink: Peer; close: () => Promise<void> }): Promise<Pair> {
  const measure = async (load: Load, pace: Pace, duration: number) => {
    await both.sink.ask({ do: "listen", load, pace });
    const said = await both.source.ask({ do: "say", load, pace, duration });
    await pause(LATE);
    return { said, duration, ...(await both.sink.ask({ do: "tell" })) };
  };
  for (const load of LOADS) {
    let heard = 0;
    for (let tried = 0; heard === 0 && tried < TRIES; tried += 1)
      heard = (await measure(load, "paced", TRY)).count;
    if (heard === 0) throw new Error(`bench graph: the receiver hears no ${load}`);
  }
  return { measure, close: both.close };
}
