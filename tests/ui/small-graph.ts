// A small real graph for the gateway and the page: virtual time driven by the wall clock, a gateway, and nodes of a test.
import type { AnyNode } from "../../core/node.ts";
import { letPass } from "../../launch/virtual/patient.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { openGateway } from "../../teleop-ui/gateway/gateway.ts";

/** Opens a gateway on a free port beside `nodes` and lets time pass as it does. */
export async function openSmallGraph(
  nodes: readonly AnyNode[],
  options: Partial<Parameters<typeof openGateway>[0]> = {},
) {
  const gateway = await openGateway({
    host: "127.0.0.1",
    port: 0,
    page: undefined,
    visuals: () => ({ models: [] }),
    session: { version: "test", lane_port: 1, simulated: true },
    ...options,
  });
  const run = new VirtualRun(nodes.concat(gateway.nodes));
  return {
    run,
    door: gateway.door,
    port: gateway.port,
    address: `127.0.0.1:${gateway.port}`,
    stop: letPass(run),
  };
}
