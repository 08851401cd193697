// The control group: supervisor, gate and the stop lane, alone in their thread so that nothing delays a stop.
import { randomInt } from "node:crypto";
import { join } from "node:path";
import { openControlGroup } from "../../robot/control-group.ts";
import { openLatches } from "../../robot/latches.ts";
import { openWays } from "../../robot/way/store.ts";
import type { RideOptions } from "../options.ts";
import { linesOf, robotFolder } from "../robot-folder.ts";
import type { OpenedGroup } from "../threads/group.ts";

/** The robot remembers its own stops, and its way back. */
export const open = async ({ host, port, lanePort }: RideOptions): Promise<OpenedGroup> => {
  const state = robotFolder(port);
  const failed = (why: string) => console.error(`dolbom: ${why}`);
  const latches = openLatches(join(state, "latch"), failed);
  const ways = openWays(join(state, "way"), failed);
  const { nodes } = await openControlGroup({ port: lanePort, host, lines: linesOf(port) }, latches, ways);
  return { nodes, parameters: { safety_supervisor: { nonce: randomInt(2 ** 32) } } };
};
