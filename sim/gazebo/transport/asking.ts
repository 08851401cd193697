// Asking services of Gazebo Transport. An answer that does not come is told, never waited for without end.
import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { Router } from "zeromq";
import type { Heard } from "./discovery.ts";
import { readAll } from "./loop.ts";
import { bareType } from "./names.ts";
import type { Party } from "./party.ts";
import { speaker } from "./router.ts";
import { ONE_WAY, servedBy, serviceId, type ServiceName } from "./service-name.ts";
import type { Publisher } from "./wire.ts";

/** unreachable: nobody serves it, or they went away. silent: no answer in time. refused: answered that it failed. */
type Unserved = "unreachable" | "silent" | "refused";
export type Reply =
  { readonly ok: true; readonly bytes: Uint8Array } | { readonly ok: false; readonly why: Unserved };

export interface Asking {
  readonly heard: Heard;
  /** `patience` [ms] for finding the service and for its answer together. */
  ask(service: ServiceName, bytes: Uint8Array, patience: number): Promise<Reply>;
  /** One who serves it now, if any. */
  server(name: string): Publisher | undefined;
  close(): Promise<void>;
}

interface Pending {
  readonly server: string;
  readonly end: (reply: Reply) => void;
}

const NOTHING: Reply = { ok: true, bytes: new Uint8Array() };
/** [ms] between two looks whether a service has appeared, and between two questions for it */
const LOOK = 20;
const ASK_AGAIN = 500;
const ANSWER_FRAMES = 6;

export async function openAsking(party: Party): Promise<Asking> {
  const { context, node, options, troubles } = party;
  const ourId = randomUUID();
  const asker = speaker(context);
  const answers = new Router({ context, linger: 0, routingId: ourId });
  await answers.bind(`tcp://${options.address}:*`);
  const ourAddress = answers.lastEndpoint ?? "";
  const known = new Map<string, Publisher>();
  const pending = new Map<string, Pending>();

  const keyOf = (server: Publisher) => `${server.process_uuid} ${server.node_uuid} ${servedBy(server)}`;

  function forget(which: (server: Publisher) => boolean): void {
    const lost = [...known].filter(([, server]) => which(server));
    for (const [key] of lost) known.delete(key);
    const left = new Set([...known.values()].map(({ address }) => address));
    for (const [, { address }] of lost) {
      if (left.has(address)) continue;
      asker.leave(address);
      for (const { server, end } of pending.values())
        if (server === address) end({ ok: false, why: "unreachable" });
    }
  }

  async function find(service: ServiceName, until: number): Promise<Publisher | undefined> {
    for (let askAt = -Infinity; ;) {
      const server = [...known.values()].find((one) => servedBy(one) === serviceId(service));
      const now = performance.now();
      if (server !== undefined || now >= until) return server;
      if (now >= askAt) {
        party.services().ask(service.name);
        askAt = now + ASK_AGAIN;
      }
      await pause(LOOK);
    }
  }

  async function ask(service: ServiceName, bytes: Uint8Array, patience: number): Promise<Reply> {
    const until = performance.now() + patience;
    const server = await find(service, until);
    if (server?.srv_pub === undefined) return { ok: false, why: "unreachable" };
    const { socket_id: socket, request_type: request, response_type: response } = server.srv_pub;
    const id = randomUUID();
    const { promise, resolve } = Promise.withResolvers<Reply>();
    const left = () => Math.max(0, until - performance.now());
    const timer = setTimeout(() => resolve({ ok: false, why: "silent" }), left());
    pending.set(id, { server: server.address, end: resolve });
    const frames = [socket, service.name, ourAddress, ourId, node, id, bytes, request, response];
    const sent = await asker.send(server.address, frames, left());
    if (!sent) resolve({ ok: false, why: "unreachable" });
    else if (bareType(response) === ONE_WAY) resolve(NOTHING);
    const reply = await promise;
    clearTimeout(timer);
    pending.delete(id);
    return reply;
  }

  function answered(frames: readonly Buffer[]): void {
    const [, , , id, bytes, ok] = frames;
    if (frames.length !== ANSWER_FRAMES || bytes === undefined)
      return troubles.count("service", `an answer of ${frames.length} frames; expected ${ANSWER_FRAMES}`);
    // One that nobody waits for came too late, and that was told.
    return pending
      .get(String(id))
      ?.end(String(ok) === "1" ? { ok: true, bytes } : { ok: false, why: "refused" });
  }
  const over = readAll(answers, troubles, "service", answered);

  return {
    heard: {
      advertised: (server) => void known.set(keyOf(server), server),
      unadvertised: ({ topic, process_uuid: who, node_uuid: which }) =>
        forget((one) => one.topic === topic && one.process_uuid === who && one.node_uuid === which),
      gone: (who) => forget((one) => one.process_uuid === who),
    },
    ask,
    server: (name) => [...known.values()].find(({ topic }) => topic === name),
    async close() {
      for (const open of pending.values()) open.end({ ok: false, why: "unreachable" });
      asker.socket.close();
      answers.close();
      await over;
    },
  };
}
