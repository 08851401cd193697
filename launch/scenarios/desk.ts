// A real gateway beside a ride on virtual time, and a client of it over a real socket, as a page would be.
import { actions } from "../../core/topics.ts";
import { milliseconds } from "../../core/units.ts";
import { openGateway } from "../../teleop-ui/gateway/gateway.ts";
import type { VirtualRun } from "../virtual/run.ts";

/** Turns of the event loop in which the socket must have delivered. */
const MOST_TURNS = 2000;

/** Adds the gateway's nodes to the run and asks for the stand-up through it. Resolves when the task has begun. */
export async function standUpThroughGateway(run: VirtualRun, begun: () => boolean): Promise<void> {
  const { nodes, port } = await openGateway({
    host: "127.0.0.1",
    port: 0,
    page: undefined,
    visuals: () => undefined,
    session: { version: "scenario", lane_port: 0, simulated: true },
  });
  for (const node of nodes) run.add(node);
  const client = new WebSocket(`ws://127.0.0.1:${port}`);
  client.addEventListener("open", () =>
    client.send(
      JSON.stringify({
        op: "send_action_goal",
        id: "scenario",
        action: actions.standUp.name,
        action_type: actions.standUp.type,
        args: { rise_time: 0 },
        feedback: false,
      }),
    ),
  );
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1));
    run.advance(milliseconds(0));
    if (begun()) return;
  }
  throw new Error("the gateway never passed the goal on");
}
