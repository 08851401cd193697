// A small real graph for the gateway and the page: virtual time driven by the wall clock, a gateway, and nodes of a test.
import type { AnyNode } from "../../core/node.ts";
import { seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { openGateway } from "../../teleop-ui/gateway/gateway.ts";

const TICK = 5; // ms
/** s of virtual time in one turn of the event loop: on a busy machine time passes slower, and sockets are heard in between. */
const MOST = 0.02;

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
  let before = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    run.advance(seconds(Math.min((now - before) / 1000, MOST)));
    before = now;
  }, TICK);
  return {
    run,
    door: gateway.door,
    port: gateway.port,
    address: `127.0.0.1:${gateway.port}`,
    stop: async () => {
      clearInterval(timer);
      await run.stop();
    },
  };
}
