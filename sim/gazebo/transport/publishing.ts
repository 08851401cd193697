// What we publish on topics of Gazebo Transport: over ZeroMQ, for peers of both versions of the wire.
import { Publisher as Socket } from "zeromq";
import { outbox } from "./outbox.ts";
import type { Party } from "./party.ts";
import { SCOPE_ALL, VERSIONS, type Publisher, type Version } from "./wire.ts";

export interface Publication {
  publish(bytes: Uint8Array): void;
  /** How many subscribers peers have told us of. */
  listeners(): number;
  withdraw(): void;
}
export interface Publishing {
  advertise(topic: string, type: string): Publication;
  /** A peer listens, or no longer does, to a topic of ours. */
  connected(listener: Publisher, listens: boolean): void;
  gone(process: string): void;
  close(): void;
}

/** gz-transport, NodeShared.hh kDefaultSndHwm: so many messages wait for a slow listener, then they are dropped. */
const MOST_WAITING = 1000;
/** ZAP's domain of our publishers; only our own guard hears it. */
const DOMAIN = "ign-auth";

/** A version's socket of its own: one that expects four frames never recovers from a fifth, and the other way round. */
export async function openPublishing(party: Party): Promise<Publishing> {
  const { context, process, node, options, troubles, typeName } = party;
  const guarded = options.user === undefined ? {} : { plainServer: true, zapDomain: DOMAIN };
  const open = () => new Socket({ context, linger: 0, sendHighWaterMark: MOST_WAITING, ...guarded });
  const sockets = { 10: open(), 110: open() };
  const lost = (why: string) => troubles.count("message", why);
  const send = { 10: outbox(sockets[10], lost), 110: outbox(sockets[110], lost) };
  for (const version of VERSIONS) await sockets[version].bind(`tcp://${options.address}:*`);
  const address = (version: Version) => sockets[version].lastEndpoint ?? "";
  const listeners = new Map<string, Set<string>>();
  const sequences = new Map<string, bigint>();

  /** The fifth frame, NodeSharedPrivate.hh PublicationMetadata: milliseconds of a steady clock, and a count. */
  function statistics(topic: string): Buffer {
    const sequence = sequences.get(topic) ?? 0n;
    sequences.set(topic, sequence + 1n);
    const frame = Buffer.alloc(2 * BigUint64Array.BYTES_PER_ELEMENT);
    frame.writeBigUInt64LE(BigInt(Math.round(performance.now())), 0);
    frame.writeBigUInt64LE(sequence, BigUint64Array.BYTES_PER_ELEMENT);
    return frame;
  }

  return {
    advertise(topic, type) {
      const offer = (version: Version): Publisher => ({
        topic,
        address: address(version),
        process_uuid: process,
        node_uuid: node,
        scope: SCOPE_ALL,
        msg_pub: { ctrl: "unused", msg_type: typeName(type) },
      });
      party.messages().offer(offer);
      return {
        publish(bytes) {
          send[10]([topic, address(10), bytes, typeName(type)]);
          send[110]([topic, address(110), bytes, typeName(type), statistics(topic)]);
        },
        listeners: () => listeners.get(topic)?.size ?? 0,
        withdraw: () => party.messages().withdraw(offer),
      };
    },
    connected({ topic, process_uuid: who, node_uuid: which }, listens) {
      const set = listeners.get(topic) ?? new Set();
      listeners.set(topic, set);
      if (listens) set.add(`${who} ${which}`);
      else set.delete(`${who} ${which}`);
    },
    gone(who) {
      for (const set of listeners.values())
        for (const listener of set) if (listener.startsWith(`${who} `)) set.delete(listener);
    },
    close: () => Object.values(sockets).forEach((socket) => socket.close()),
  };
}
