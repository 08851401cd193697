// Runs a group of nodes as this process's part of a ROS 2 graph, from init to an orderly end.
import type { AnyNode } from "../../core/node.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import { Hub } from "../hub.ts";
import { openLoop, type Loop } from "../loop.ts";
import { tap } from "../tap.ts";
import { machineClock, type Clock } from "../threads/clock.ts";
import type { OpenedGroup } from "../threads/group.ts";
import { rosClock } from "./clock.ts";
import { hearing } from "./hearing.ts";
import type { LifecycleNode, QoSClass, Rcl, RosNode } from "./rcl.ts";
import { openRosNode } from "./ros-node.ts";

export interface RosGroupOptions {
  /** `--ros-args …` of the command line: remappings, parameters, namespaces. */
  readonly rosArgs?: readonly string[];
  /** Some manager of lifecycles, and not this process, leads the nodes to their work. */
  readonly managed?: boolean;
  /** A clock other than ROS's, which is then told to ROS by a node of this group. */
  readonly time?: { readonly clock: Clock; tellBy(node: RosNode, QoS: QoSClass): void } | undefined;
  /** The hub that a node gets; one of its own where this is left out. */
  readonly hubOf?: (spec: AnyNode) => Hub;
  /** Told at once all that the nodes say and are asked, for the black box; nobody records where this is left out. */
  readonly note?: (noted: Noted) => void;
}
export interface RosGroup {
  /** Shuts every node down, the last started first; nobody hears them any more. */
  stop(): void;
  /**
   * Ends the threads that wait for news: a process that exits beside them may die of it. In ended rides 10 of 50 processes did,
   * and after this none of 60; on a machine with several times the load 3 of 40 still did [measured].
   */
  hush(): void;
}

/**
 * Starts the nodes and, unless they are managed, leads them to their work: all are configured before the first is active.
 * Throws when a node does not start, naming it. `failed` is called once, with the node's name in its message, when one throws
 * later; then nothing of the group steps any more, and its owner ends the process.
 */
export async function runRosGroup(
  rcl: Rcl,
  name: string,
  opened: OpenedGroup,
  options: RosGroupOptions,
  failed: (why: string) => void,
): Promise<RosGroup> {
  await rcl.init(undefined, [process.argv0, ...(options.rosArgs ?? [])]);
  const nodes = opened.nodes.map((spec) => rcl.createLifecycleNode(spec.name));
  const [first] = nodes;
  if (first === undefined) throw new Error(`group ${name} has no node`);
  options.time?.tellBy(first, rcl.QoS);
  const loops: Loop[] = [];
  let told = false;
  const tell = (error: unknown) => {
    if (told) return;
    told = true;
    for (const loop of loops) void loop.stop().catch(() => undefined); // one has failed: that is told
    failed(error instanceof Error ? error.message : String(error));
  };
  const machine = machineClock(process.hrtime.bigint());
  const { hubOf = () => new Hub(), note } = options;
  const starts = opened.nodes.map((spec, place) => {
    const node = nodes[place] as LifecycleNode;
    const given = opened.parameters?.[spec.name] ?? {};
    /** Each node goes by the clock that its own executor hears, so that its time is never newer than its news. */
    const clock = options.time?.clock ?? rosClock(node, rcl.QoS);
    const pulse = opened.machineTime === "steps" ? machine : clock;
    const loop = openLoop(name, clock.now, pulse, tell, hearing(node));
    loops.push(loop);
    const tapped = (one: AnyNode) => {
      const hub = hubOf(one);
      if (note !== undefined) hub.tap = tap(clock.now, note);
      return hub;
    };
    const started = openRosNode(rcl, node, spec, given, { loop, hubOf: tapped, failed: tell });
    rcl.spin(node);
    return started;
  });
  if (options.managed !== true) lead(nodes, () => starts.map((start) => start.trouble()));
  return {
    stop: () => nodes.toReversed().forEach(shutDown),
    hush: () => nodes.forEach((node) => node.stop()),
  };
}

function lead(nodes: readonly LifecycleNode[], troubles: () => readonly (string | undefined)[]): void {
  for (const node of nodes) node.configure();
  const wrong = troubles().find((trouble) => trouble !== undefined);
  if (wrong !== undefined) throw new Error(wrong);
  for (const node of nodes) node.activate();
}

function shutDown(node: LifecycleNode): void {
  try {
    node.shutdown();
  } catch {
    return; // it has ended already
  }
}
