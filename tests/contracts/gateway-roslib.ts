// The gateway beside a small care node, and the real roslib client joined to it.
import * as roslib from "roslib";
import { afterEach, expect, vi } from "vitest";
import { defineNode } from "../../core/node.ts";
import type { MotionRequest } from "../../core/messages.ts";
import { actions, services, topics, type Topic } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import type * as Declared from "../../node_modules/roslib/dist/src/RosLib.d.ts";
import { openSmallGraph } from "../ui/small-graph.ts";

/** roslib's own entry names its types without an ending, which Node's way of resolving does not follow. */
export const { Ros, Action, Service, Topic: RosTopic } = roslib as unknown as typeof Declared;
export type Client = Declared.Ros;

/** What to stop after each test, last opened first. */
export const open: { stop(): unknown }[] = [];
afterEach(async () => {
  for (const thing of open.splice(0).toReversed()) await thing.stop();
});

/** Grants every act but START, and works on a stand-up until it is cancelled or has run its steps. */
const careNode = defineNode({
  name: "care",
  period: seconds(0.02),
  serves: { act: services.operatorAct },
  offers: { standUp: actions.standUp },
  start(io) {
    let steps = 0;
    return {
      serve: { act: ({ act }) => ({ refused: act === 2, reason: act === 2 ? "reason.reset_first" : "" }) },
      accept: { standUp: ({ rise_time }) => (rise_time > 20 ? "rise_time: expected 8 to 20 s" : undefined) },
      step() {
        const goal = io.active.standUp();
        steps = goal ? steps + 1 : 0;
        const result = { code: 4, reason: "", peak_support: 0, duration: seconds(steps * 0.02) };
        if (goal?.cancelRequested) goal.end("canceled", result);
        else if (steps === 10) goal?.end("succeeded", { ...result, code: 0 });
        else goal?.feedback({ phase: 5, progress: steps / 10, support: 0.3 });
      },
    };
  },
});

export async function graph() {
  const small = await openSmallGraph([careNode]);
  open.push(small);
  const heard: MotionRequest[] = [];
  small.run.on(topics.operatorMotion, (message) => heard.push(message));
  const page = await join(small.address);
  return { ...small, ...page, heard, join: () => join(small.address) };
}

async function join(address: string) {
  const ros = new Ros({ url: `ws://${address}` });
  open.push({ stop: () => ros.close() });
  const refusals: string[] = [];
  const status = (said: unknown) => void refusals.push((said as { msg: string }).msg);
  const handle = ros as unknown as { handleMessage(said: { op: string; msg: string }): void };
  const pass = handle.handleMessage.bind(ros);
  handle.handleMessage = (said) => (said.op === "status" ? status(said) : pass(said));
  await vi.waitFor(() => expect(ros.isConnected).toBe(true));
  return { ros, refusals };
}
export const topicOf = <M>(ros: Client, { name, type }: Topic<M>, more = {}) =>
  new RosTopic<M>({ ros, name, messageType: type, ...more });
export const actOf = (ros: Client, name = services.operatorAct.name) =>
  new Service<unknown, unknown>({ ros, name, serviceType: services.operatorAct.type });
export const call = (service: Declared.Service, request: unknown) =>
  new Promise((done) => service.callService(request, done, (why) => done({ failed: why })));

/** What a client said before this has been worked on when it returns: operations are answered in order. */
export const subscribed = (ros: Client) => call(actOf(ros), { act: 0, operator_name: "kim", on_site: true });
