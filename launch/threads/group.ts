// A group of nodes on this thread: what its module opens, and by which clock it runs.
import type { AnyNode, Parameter } from "../../core/node.ts";
import type { Seconds } from "../../core/units.ts";
import type { TimeControl } from "../../sim/time-control.ts";
import type { NodeError } from "../host.ts";
import type { Hub } from "../hub.ts";
import { openLoop } from "../loop.ts";
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

/**
 * Runs the nodes of a group on this thread. `failed` is called once, with the node's name, and nothing of the group runs
 * after.
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
  const loop = openLoop(name, now, pulse, failed);
  const nodes = opened.nodes.map((spec) => loop.start(spec, hub, opened.parameters?.[spec.name]));
  for (const node of nodes) node.go();
  return { stop: () => loop.stop() };
}
