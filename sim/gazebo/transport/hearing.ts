// What we hear on topics of Gazebo Transport, whoever comes and goes: connected as publishers are told of, let go when they are gone.
import { Subscriber } from "zeromq";
import type { Heard } from "./discovery.ts";
import { readAll } from "./loop.ts";
import { bareType } from "./names.ts";
import type { Party } from "./party.ts";
import type { Publisher, Version } from "./wire.ts";

/** Receives a message's bytes and its full type. What it throws is counted as a bad message. */
export type Hear = (bytes: Uint8Array, type: string) => void;

export interface Hearing {
  readonly heard: Heard;
  subscribe(topic: string, type: string, hear: Hear): () => void;
  /** How many publish this topic now. */
  publishers(topic: string): number;
  close(): Promise<void>;
}

/** gz-transport, NodeShared.hh kDefaultRcvHwm */
const MOST_WAITING = 1000;
/** topic, the publisher's address, bytes, type; in version 110 also statistics */
const FRAMES: readonly number[] = [4, 5];

const keyOf = ({ process_uuid: who, node_uuid: which, topic }: Publisher) => `${who} ${which} ${topic}`;

export function openHearing(party: Party): Hearing {
  const { context, process, node, options, troubles } = party;
  const { user } = options;
  const socket = new Subscriber({
    context,
    linger: 0,
    receiveHighWaterMark: MOST_WAITING,
    ...(user && { plainUsername: user.name, plainPassword: user.password }),
  });
  const hears = new Map<string, Set<{ readonly type: string; readonly hear: Hear }>>();
  const known = new Map<string, { readonly publisher: Publisher; readonly version: Version }>();
  const connected = new Set<string>();

  const wanted = ({ topic, msg_pub: pub }: Publisher) =>
    [...(hears.get(topic) ?? [])].some(({ type }) => type === bareType(pub?.msg_type ?? ""));

  function connect(publisher: Publisher, version: Version): void {
    if (!wanted(publisher)) return;
    try {
      if (!connected.has(publisher.address)) socket.connect(publisher.address);
    } catch (error) {
      return troubles.count("message", `${publisher.address}: ${String(error)}`);
    }
    connected.add(publisher.address);
    tell(publisher, version, true);
  }

  const tell = (publisher: Publisher, version: Version, listens: boolean) =>
    party.messages().connection(
      {
        ...publisher,
        process_uuid: process,
        node_uuid: node,
        msg_pub: { ctrl: publisher.process_uuid, msg_type: publisher.msg_pub?.msg_type ?? "" },
      },
      version,
      listens,
    );

  function forget(which: (publisher: Publisher) => boolean): void {
    const lost = [...known.values()].filter(({ publisher }) => which(publisher));
    for (const { publisher } of lost) known.delete(keyOf(publisher));
    const left = new Set([...known.values()].map(({ publisher }) => publisher.address));
    for (const { publisher } of lost)
      if (!left.has(publisher.address) && connected.delete(publisher.address))
        socket.disconnect(publisher.address);
  }

  function dispatch(frames: readonly Buffer[]): void {
    const [topic, , bytes, type] = frames.map((frame, i) => (i === 2 ? frame : frame.toString()));
    if (!FRAMES.includes(frames.length) || !Buffer.isBuffer(bytes))
      return troubles.count("message", `${frames.length} frames; expected 4 or 5`);
    for (const { type: bare, hear } of hears.get(String(topic)) ?? [])
      if (bare === bareType(String(type)))
        try {
          hear(bytes, String(type));
        } catch (error) {
          troubles.count("message", `${String(topic)} (${String(type)}): ${String(error)}`);
        }
    return undefined;
  }
  const over = [readAll(socket, troubles, "message", dispatch)];
  over.push(new Promise((ended) => socket.events.on("end", () => ended())));
  socket.events.on("handshake:error:auth", () => troubles.count("refused", "wrong user name or password"));
  socket.events.on("handshake:error:protocol", ({ address }) =>
    troubles.count("refused", `${address} has another way of authentication than we have`),
  );

  return {
    heard: {
      advertised(publisher, version) {
        const key = keyOf(publisher);
        if (known.get(key)?.publisher.address !== publisher.address) forget((one) => keyOf(one) === key);
        known.set(key, { publisher, version });
        // Told again with each of its heartbeats: the packet that says that we listen may have been lost.
        connect(publisher, version);
      },
      unadvertised: (publisher) => forget((one) => keyOf(one) === keyOf(publisher)),
      gone: (who) => forget((one) => one.process_uuid === who),
    },
    subscribe(topic, type, hear) {
      const entry = { type: bareType(type), hear };
      const set = hears.get(topic) ?? new Set();
      if (set.size === 0) socket.subscribe(topic);
      hears.set(topic, set.add(entry));
      party.messages().ask(topic);
      const publishers = [...known.values()].filter(({ publisher }) => publisher.topic === topic);
      for (const { publisher, version } of publishers) connect(publisher, version);
      return () => {
        if (!set.delete(entry) || set.size > 0) return;
        hears.delete(topic);
        socket.unsubscribe(topic);
        for (const { publisher, version } of known.values())
          if (publisher.topic === topic) tell(publisher, version, false);
      };
    },
    publishers: (topic) => [...known.values()].filter(({ publisher }) => publisher.topic === topic).length,
    async close() {
      socket.close();
      await Promise.all(over);
    },
  };
}
