// A group of nodes in real time on this thread's event loop: periods, wakes, and the first error ends it.
import type { AnyNode, Parameter } from "../../core/node.ts";
import type { Seconds } from "../../core/units.ts";
import type { TimeControl } from "../../sim/time-control.ts";
import { hostNode, NodeError, type HostedNode } from "../host.ts";
import type { Hub } from "../hub.ts";
import type { Clock } from "./clock.ts";
import type { Batch } from "./notes.ts";

/** What a group's module opens: its nodes, started in this order. */
export interface OpenedGroup {
  readonly nodes: readonly AnyNode[];
  readonly parameters?: Readonly<Record<string, Readonly<Record<string, Parameter["default"]>>>>;
  /** Streams of other groups come at most this often: for a group that only shows them. */
  readonly pace?: Seconds;
  /** Takes all that every group says: for the black box. */
  readonly records?: (batch: Batch) => void;
  /**
   * Where time is simulated: these nodes step by the machine's clock all the same, for files must be written while time
   * stands; or all of their time is the machine's, for sockets and screens are outside the world.
   */
  readonly machineTime?: "steps" | "all";
}

/** How a group's module begins. The second argument has only the group that governs a simulated graph's time. */
export type OpenGroup = (options: never, time: TimeControl | undefined) => Promise<OpenedGroup>;

/** The graph's time, and the machine's: one and the same where the world is real. */
export interface Clocks {
  readonly graph: Clock;
  readonly machine: Clock;
}

export interface RunningGroup {
  stop(): Promise<void>;
}

/** Rounds of wakes within one turn of the event loop before other work gets its turn. */
const ROUNDS = 16;

/**
 * Runs `act` when all that was said to this thread until now has been heard: mail is opened once a turn of Node's event
 * loop, and this very turn may have passed that point.
 */
const onceHeard = (act: () => void) => setImmediate(() => setImmediate(act));

/**
 * Steps each node every period; a step that comes too late is not made up for. A woken node steps at once, in the same turn
 * of the event loop. A group that was held up first hears what was said meanwhile, or it would take its own sleep for the
 * silence of others. `failed` is called once, with the node's name, and nothing of the group runs after.
 */
export function runGroup(
  name: string,
  opened: OpenedGroup,
  hub: Hub,
  { graph, machine }: Clocks,
  failed: (error: NodeError) => void,
): RunningGroup {
  hub.pace = opened.pace;
  const { now } = opened.machineTime === "all" ? machine : graph;
  const pulse = opened.machineTime === undefined ? graph : machine;
  const hosted: HostedNode[] = [];
  const timers = new Map<string, () => void>();
  const dues = new Map<HostedNode, number>();
  const woken = new Set<string>();
  let stepping = false;
  let over = false;
  const end = (error?: unknown) => {
    if (over) return;
    over = true;
    timers.forEach((takeBack) => takeBack());
    hosted.forEach((node) => node.detach());
    if (error !== undefined) failed(error instanceof NodeError ? error : new NodeError(name, error));
  };
  const step = (node: HostedNode) => {
    if (over) return;
    stepping = true;
    try {
      node.step();
    } catch (error) {
      end(error);
    } finally {
      stepping = false;
    }
  };
  const mustSettle = () => woken.size > 0 && !stepping && !over;
  const settle = () => {
    for (let round = 0; round < ROUNDS && mustSettle(); round += 1)
      for (const node of hosted) if (woken.delete(node.name)) step(node);
    if (mustSettle()) setImmediate(settle); // let sockets and timers speak in between
  };
  const isLate = (node: HostedNode) => pulse.now() - (dues.get(node) ?? Infinity) > node.period;
  const wake = (node: string) => {
    woken.add(node);
    if (!stepping) queueMicrotask(() => (hosted.some(isLate) ? onceHeard(settle) : settle()));
  };
  const schedule = (node: HostedNode, due: number) => {
    dues.set(node, due);
    const begin = () => {
      step(node);
      settle();
      const late = Math.floor((pulse.now() - due) / node.period);
      schedule(node, due + (Math.max(0, late) + 1) * node.period);
    };
    const come = () => (isLate(node) ? onceHeard(begin) : begin());
    timers.set(node.name, pulse.at(due, come));
  };
  for (const spec of opened.nodes)
    hosted.push(hostNode(spec, hub, { now, wake, parameters: opened.parameters?.[spec.name] }));
  for (const node of hosted) schedule(node, pulse.now());
  return {
    stop: async () => {
      end();
      for (const node of hosted) await node.stop();
    },
  };
}
