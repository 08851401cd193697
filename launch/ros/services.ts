// One node's services between its hub and ROS, both ways.
import type { AnyNode } from "../../core/node.ts";
import type { Exchange, Hub } from "../hub.ts";
import { rosName } from "./names.ts";
import type { RosClient, RosNode } from "./rcl.ts";
import { watchServer } from "./server-watch.ts";

const servicesOf = (map: AnyNode["serves"]) => Object.values(map);
/** A request with a field that its type does not have is an error of ours, and not dropped without a word. */
const STRICT = { validateRequests: true, validationOptions: { strict: true } };

/** Joins what the node serves and calls. Returns what takes it all back. `answers`: whether it serves now. */
export function bridgeServices(node: RosNode, spec: AnyNode, hub: Hub, answers: () => boolean): () => void {
  const undo: (() => void)[] = [];
  for (const { name, type } of servicesOf(spec.serves)) {
    const service = node.createService(type, rosName(name), {}, (request, response) => {
      if (!answers()) return; // an inactive node does not answer, and who asked finds its own limit of patience
      hub.ask(name, request, (reply) => {
        if (reply.kind === "end" && reply.outcome === "succeeded") response.send(reply.payload as object);
      });
    });
    undo.push(() => node.destroyService(service));
  }
  for (const { name, type } of servicesOf(spec.calls)) {
    const client = node.createClient(type, rosName(name), STRICT);
    const unanswer = hub.answer(name, (exchange) => ask(client, name, exchange), "afar");
    undo.push(unanswer, () => node.destroyClient(client));
  }
  return () => undo.splice(0).forEach((drop) => drop());
}

/** Sends a request. Who is not there, or dies before it answers, is unreachable. */
function ask(client: RosClient, name: string, { payload, reply }: Exchange): void {
  const isThere = () => client.isServiceServerAvailable();
  const gone = () =>
    reply({ kind: "end", outcome: "unreachable", payload: undefined, detail: `nobody answers ${name}` });
  if (!isThere()) return gone();
  const unwatch = watchServer(isThere, gone);
  client.sendRequest(payload as object, (response) => {
    unwatch();
    reply({ kind: "end", outcome: "succeeded", payload: response, detail: "" });
  });
}
