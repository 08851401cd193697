// The control group: supervisor, gate and stop lane, which share one thread or process with nothing else.
import type { AnyNode } from "../core/node.ts";
import { decidingNodes } from "./decisions.ts";
import { openLane, type LaneOptions } from "./lane/server.ts";
import { stopLaneNode } from "./lane/stop-lane.node.ts";
import { FORGETFUL, type LatchStore } from "./latches.ts";
import { NO_WAYS, type WayStore } from "./way/store.ts";

/** The group with its lane open, and the latch and the way back it was switched off with. Rejects with one clear error when the lane's port is in use. */
export async function openControlGroup(
  options: LaneOptions,
  latches: LatchStore = FORGETFUL,
  ways: WayStore = NO_WAYS,
) {
  const lane = await openLane(options);
  const nodes: readonly AnyNode[] = [...decidingNodes(latches, ways), stopLaneNode(lane)];
  return { nodes, lanePort: lane.port };
}
