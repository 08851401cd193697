// Serving: answers the requests of Gazebo Transport's peers. A handler that throws is a request that failed, and no more.
import { randomUUID } from "node:crypto";
import { readAll } from "./loop.ts";
import { bareType } from "./names.ts";
import type { Party } from "./party.ts";
import { speaker } from "./router.ts";
import { ONE_WAY, serviceId, type ServiceName } from "./service-name.ts";
import { SCOPE_ALL, type Publisher } from "./wire.ts";

/** Answers a request's bytes, or undefined when it failed. */
export type Serve = (bytes: Uint8Array) => Uint8Array | undefined;

export interface Serving {
  serve(service: ServiceName, serve: Serve): () => void;
  close(): Promise<void>;
}

/** sender, name, address and id for the answer, node, request's id, request, both types */
const REQUEST_FRAMES = 9;
const REQUEST = 6;
type Texts = [string, string, string, string, string, string, string, string, string];
/** [ms] for who asked us to be reached with the answer */
const PATIENCE = 3000;
/** [ms] Nobody says when one who asked is gone; a connection that lies idle so long is given up. */
const IDLE = 60_000;

export async function openServing(party: Party): Promise<Serving> {
  const { context, process, node, options, troubles, typeName } = party;
  const ourId = randomUUID();
  const replier = speaker(context, ourId);
  await replier.socket.bind(`tcp://${options.address}:*`);
  const ourAddress = replier.socket.lastEndpoint ?? "";
  const served = new Map<string, Serve>();
  const idle = new Map<string, NodeJS.Timeout>();

  function requested(frames: readonly Buffer[]): void {
    const bytes = frames[REQUEST];
    if (frames.length !== REQUEST_FRAMES || bytes === undefined)
      return troubles.count("service", `a request of ${frames.length} frames; expected ${REQUEST_FRAMES}`);
    const [, name, address, theirId, theirNode, id, , request, response] = frames.map(String) as Texts;
    const serve = served.get(serviceId({ name, request, response }));
    if (serve === undefined) return troubles.count("service", `asked for ${name}, which is not served`);
    const answer = attempt(name, serve, bytes);
    const result = answer === undefined ? ["", "0"] : [answer, "1"];
    if (bareType(response) !== ONE_WAY) void reply(address, [theirId, name, theirNode, id, ...result]);
    return undefined;
  }

  function attempt(name: string, serve: Serve, bytes: Uint8Array): Uint8Array | undefined {
    try {
      return serve(bytes);
    } catch (error) {
      troubles.count("service", `${name}: ${String(error)}`);
      return undefined;
    }
  }

  async function reply(address: string, frames: readonly (string | Uint8Array)[]): Promise<void> {
    clearTimeout(idle.get(address));
    const leave = () => idle.delete(address) && replier.leave(address);
    idle.set(address, setTimeout(leave, IDLE).unref());
    const sent = await replier.send(address, frames, PATIENCE);
    if (!sent) troubles.count("service", `nobody to answer at ${address}`);
  }

  const over = readAll(replier.socket, troubles, "service", requested);

  return {
    serve(service, serve) {
      const offer = (): Publisher => ({
        topic: service.name,
        address: ourAddress,
        process_uuid: process,
        node_uuid: node,
        scope: SCOPE_ALL,
        srv_pub: {
          socket_id: ourId,
          request_type: typeName(service.request),
          response_type: typeName(service.response),
        },
      });
      served.set(serviceId(service), serve);
      party.services().offer(offer);
      return () => {
        served.delete(serviceId(service));
        party.services().withdraw(offer);
      };
    },
    async close() {
      for (const timer of idle.values()) clearTimeout(timer);
      replier.socket.close();
      await over;
    },
  };
}
