// The group of the page: the gateway's door, and the making of its pictures, apart from all that moves.
import { join } from "node:path";
import { openGateway } from "../../teleop-ui/gateway/gateway.ts";
import manifest from "../../package.json" with { type: "json" };
import { milliseconds } from "../../core/units.ts";
import { incidentsIn } from "../incidents.ts";
import type { RideOptions } from "../options.ts";
import { readSite } from "../site.ts";
import type { OpenedGroup } from "../threads/group.ts";

const PAGE = join(import.meta.dirname, "../../dist/web");

/** Twice as often as the page reads its fastest stream but the pictures, which are made in this group. */
const PACE = milliseconds(50);

export const open = async ({
  host,
  port,
  lanePort,
  world,
  blackBox,
  hardware,
}: RideOptions): Promise<OpenedGroup> => {
  const { scene } = readSite({ file: world });
  const { nodes } = await openGateway({
    host,
    port,
    page: PAGE,
    visuals: () => scene,
    incidents: incidentsIn(blackBox),
    session: { version: manifest.version, lane_port: lanePort, simulated: !hardware },
  });
  return { nodes, pace: PACE, machineTime: "all" };
};
