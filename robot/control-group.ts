// The control group: supervisor, gate, stop lane and the lines of the other groups, which share one thread or process with nothing else.
import type { AnyNode } from "../core/node.ts";
import { decidingNodes } from "./decisions.ts";
import { livelinessNode } from "./liveliness/liveliness.node.ts";
import { takeLines } from "./liveliness/lines.ts";
import { openLane, type LaneOptions } from "./lane/server.ts";
import { stopLaneNode } from "./lane/stop-lane.node.ts";
import { FORGETFUL, type LatchStore } from "./latches.ts";
import { NO_WAYS, type WayStore } from "./way/store.ts";

/** The group with its lane open, and the latch and the way back it was switched off with. Rejects with one clear error when the lane's port is in use, or the lines cannot be listened for. */
export async function openControlGroup(
  options: LaneOptions & {
    /** where other groups hold their lines; left out where there are none */
    readonly lines?: string;
  },
  latches: LatchStore = FORGETFUL,
  ways: WayStore = NO_WAYS,
) {
  const lane = await openLane(options);
  const lines = options.lines === undefined ? [] : [livelinessNode(await takeLines(options.lines))];
  const nodes: readonly AnyNode[] = [...decidingNodes(latches, ways), stopLaneNode(lane), ...lines];
  return { nodes, lanePort: lane.port };
}
