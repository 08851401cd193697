// The group of the page: the gateway's door, and the making of its pictures, apart from all that moves.
import { join } from "node:path";
import { openGateway } from "../../teleop-ui/gateway/gateway.ts";
import manifest from "../../package.json" with { type: "json" };
import type { RideOptions } from "../options.ts";
import { readSite } from "../site.ts";

const PAGE = join(import.meta.dirname, "../../dist/web");

export const open = ({ host, port, lanePort, world }: RideOptions) => {
  const { scene } = readSite(world);
  return openGateway({
    host,
    port,
    page: PAGE,
    visuals: () => scene,
    session: { version: manifest.version, lane_port: lanePort, simulated: true },
  });
};
