// The control group: supervisor, gate and stop lane, which share one thread or process with nothing else.
import type { AnyNode } from "../core/node.ts";
import { gateNode } from "./gate.node.ts";
import { openLane, type LaneOptions } from "./lane/server.ts";
import { stopLaneNode } from "./lane/stop-lane.node.ts";
import { safetyNode } from "./safety.node.ts";

/** The group with its lane open. Rejects with one clear error when the lane's port is in use. */
export async function openControlGroup(options: LaneOptions) {
  const lane = await openLane(options);
  const nodes: readonly AnyNode[] = [safetyNode, gateNode, stopLaneNode(lane)];
  return { nodes, lanePort: lane.port };
}
