// Joins two groups' hubs over a message port: what one publishes the other hears, what one asks the other answers.
import type { MessagePort } from "node:worker_threads";
import type { Topic } from "../../core/topics.ts";
import type { Exchange, Hub, Interest, Reply } from "../hub.ts";
import { openLanes, windowOf } from "./lanes.ts";
import type { Batch, Notes } from "./notes.ts";

type GraphPacket =
  | { readonly k: "interest"; readonly interest: Interest; readonly window: number }
  | { readonly k: "joined" }
  | { readonly k: "message"; readonly topic: Topic; readonly message: unknown }
  | { readonly k: "taken"; readonly topic: string }
  | { readonly k: "ask"; readonly id: number; readonly name: string; readonly payload: unknown }
  | { readonly k: "cancel"; readonly id: number }
  | { readonly k: "reply"; readonly id: number; readonly reply: Reply };
type NotePacket = { readonly k: "notes"; readonly batch: Batch } | { readonly k: "noted" };

/** A thread's part in recording: the notes it keeps for the recorder, or where the recorder takes them. */
export interface Recording {
  readonly notes?: Notes | undefined;
  readonly take?: ((batch: Batch) => void) | undefined;
}

/**
 * Of streams and commands the newest arrives, of latched and event messages all, in order. A large buffer moves instead of
 * being copied when nobody here holds it. When the port closes, every open question ends as unreachable.
 * Resolves when the other side has said what it wants; what was published before that it has not heard.
 */
export function link(port: MessagePort, hub: Hub, { notes, take }: Recording = {}): Promise<void> {
  const joined = Promise.withResolvers<void>();
  const undo: (() => void)[] = [];
  const asked = new Map<number, Exchange>();
  const answering = new Map<number, { cancel(): void }>();
  let nextId = 0;
  const send = (packet: GraphPacket | NotePacket, transfer: ArrayBuffer[] = []) =>
    port.postMessage(packet, transfer);
  const lanes = openLanes((topic, message, buffers) =>
    send({ k: "message", topic, message }, hub.receivers(topic) === 1 ? buffers : []),
  );
  /**
   * The next of a stream or command comes when the last is acknowledged: after the turn in which it was worked on, for
   * a port that is never empty would keep this thread from its other ports and its timers. A group with a pace waits.
   */
  const acknowledge = ({ name, delivery }: Topic) => {
    if (delivery === "latched" || delivery === "event") return;
    const tell = () => send({ k: "taken", topic: name });
    if (hub.pace === undefined || delivery === "command") setImmediate(tell);
    else setTimeout(tell, hub.pace * 1000);
  };

  const serve = (interest: Interest, window: number) => {
    if (interest.kind === "topic") {
      undo.push(hub.subscribe(interest.topic, lanes.open(interest.topic, window), true));
      return;
    }
    if (interest.kind === "record") {
      if (notes !== undefined) undo.push(notes.give((batch) => send({ k: "notes", batch })));
      return;
    }
    const { name } = interest;
    const ask = (exchange: Exchange) => {
      const id = nextId++;
      asked.set(id, exchange);
      exchange.onCancel(() => send({ k: "cancel", id }));
      send({ k: "ask", id, name, payload: exchange.payload });
    };
    undo.push(hub.answer(name, ask, "afar"));
  };
  const answer = (id: number, name: string, payload: unknown) => {
    let ended = false;
    const question = hub.ask(name, payload, (reply) => {
      ended ||= reply.kind === "end";
      if (ended) answering.delete(id);
      send({ k: "reply", id, reply });
    });
    if (!ended) answering.set(id, question);
  };
  const passReply = (id: number, reply: Reply) => {
    const exchange = asked.get(id);
    if (reply.kind === "end") asked.delete(id);
    exchange?.reply(reply);
  };
  const record = (packet: NotePacket) => {
    if (packet.k === "noted") {
      notes?.taken();
      return;
    }
    take?.(packet.batch);
    setImmediate(() => send({ k: "noted" }));
  };
  const close = () => {
    joined.resolve();
    undo.splice(0).forEach((drop) => drop());
    for (const exchange of asked.values())
      exchange.reply({
        kind: "end",
        outcome: "unreachable",
        payload: undefined,
        detail: "its group is gone",
      });
    asked.clear();
    for (const question of answering.values()) question.cancel();
    answering.clear();
  };

  const work = (packet: GraphPacket) => {
    switch (packet.k) {
      case "interest":
        return serve(packet.interest, packet.window);
      case "joined":
        return joined.resolve();
      case "message":
        acknowledge(packet.topic);
        return hub.publish(packet.topic, packet.message, "afar");
      case "taken":
        return lanes.taken(packet.topic);
      case "ask":
        return answer(packet.id, packet.name, packet.payload);
      case "cancel":
        return answering.get(packet.id)?.cancel();
      case "reply":
        return passReply(packet.id, packet.reply);
    }
  };
  port.on("message", (packet: GraphPacket | NotePacket) =>
    packet.k === "notes" || packet.k === "noted" ? record(packet) : work(packet),
  );
  port.on("close", close);
  undo.push(hub.interests((interest) => send({ k: "interest", interest, window: windowOf(hub.pace) })));
  send({ k: "joined" });
  return joined.promise;
}
