// One of Gazebo's two discoveries (messages, services): who is there, what they offer, and when they are gone.
import { createSocket } from "node:dgram";
import type { TransportOptions } from "./environment.ts";
import { ignored, openMouths } from "./interfaces.ts";
import type { Troubles } from "./troubles.ts";
import {
  decodePacket,
  encodePacket,
  KIND,
  SCOPE_ALL,
  VERSIONS,
  versionOf,
  type Packet,
  type Publisher,
  type Version,
} from "./wire.ts";

/** [ms] gz-transport, Discovery.hh: a sign of life each second, gone after three of silence. */
const HEARTBEAT = 1000;
const SILENCE = 3000;
const LOOK = 250;

export interface Heard {
  /** A peer offers something; told again with each of its heartbeats. */
  advertised(publisher: Publisher, version: Version): void;
  unadvertised(publisher: Publisher): void;
  /** A peer said goodbye, or fell silent. */
  gone(process: string): void;
  /** A peer listens, or no longer does, to what we publish. */
  connected?(publisher: Publisher, listens: boolean): void;
}

/** What we offer: one for each version. */
export type Offer = (version: Version) => Publisher;

export interface Discovery {
  offer(offer: Offer): void;
  withdraw(offer: Offer): void;
  /** What we offer has changed its types: it is taken back and offered anew. */
  renew(): void;
  /** Asks who offers a topic. */
  ask(topic: string): void;
  /** Tells a publisher that we listen, or no longer do. */
  connection(publisher: Publisher, version: Version, listens: boolean): void;
  close(): Promise<void>;
}

interface Setting {
  readonly process: string;
  readonly port: number;
  readonly options: TransportOptions;
  readonly troubles: Troubles;
}

/** Joins the group on every interface. Throws when the port cannot be had or no interface can be joined. */
export async function openDiscovery(setting: Setting, heard: Heard): Promise<Discovery> {
  const { process: ours, port, options, troubles } = setting;
  const { group } = options;
  const ear = createSocket({ type: "udp4", reuseAddr: true });
  await new Promise<void>((bound, failed) => ear.once("error", failed).bind(port, bound));
  ear.on("error", (error) => troubles.count("packet", error.message));
  const mouths = await openMouths(ear, options);
  const relays = new Set(options.relays);
  const offers = new Set<Offer>();
  const lastHeard = new Map<string, number>();

  const shout = (packet: Packet) => {
    const bytes = encodePacket(packet);
    return Promise.all(mouths.map((mouth) => new Promise((sent) => mouth.send(bytes, port, group, sent))));
  };
  const relay = (packet: Packet) => {
    if (relays.size === 0) return;
    const bytes = encodePacket({ ...packet, flags: { relay: true } });
    for (const address of relays) ear.send(bytes, port, address, ignored);
  };
  const say = (version: Version, type: number, content: Pick<Packet, "sub" | "pub"> = {}) => {
    const packet: Packet = { version, process_uuid: ours, type, ...content };
    relay(packet);
    return shout(packet);
  };
  const sayAll = (type: number, content?: Pick<Packet, "sub">) =>
    Promise.all(VERSIONS.map((version) => say(version, type, content)));
  const advertise = (offer: Offer, type: number = KIND.advertise) => {
    for (const version of VERSIONS) void say(version, type, { pub: offer(version) });
  };

  const act: Readonly<Record<number, (packet: Packet, version: Version) => void>> = {
    [KIND.advertise]: ({ pub }, version) => {
      if (pub?.scope === SCOPE_ALL || (pub !== undefined && isNear(pub))) heard.advertised(pub, version);
    },
    [KIND.unadvertise]: ({ pub }) => pub && heard.unadvertised(pub),
    [KIND.subscribe]: ({ sub }, version) => {
      for (const offer of offers)
        if (offer(version).topic === sub?.topic) void say(version, KIND.advertise, { pub: offer(version) });
    },
    [KIND.newConnection]: ({ pub }) => {
      if (pub?.msg_pub?.ctrl === ours) heard.connected?.(pub, true);
    },
    [KIND.endConnection]: ({ pub }) => {
      if (pub?.msg_pub?.ctrl === ours) heard.connected?.(pub, false);
    },
    [KIND.heartbeat]: () => {},
    [KIND.bye]: ({ process_uuid: process }) => {
      if (lastHeard.delete(process)) heard.gone(process);
    },
  };
  /** HOST (1) reaches this machine only; PROCESS (0) nobody. */
  const isNear = ({ scope, address }: Publisher) =>
    scope === 1 && [...options.interfaces, "127."].some((one) => address.startsWith(`tcp://${one}`));

  /** What came by unicast is passed on to the group, what came from the group to the relays: Discovery.hh. */
  function passedOn(packet: Packet, from: string): boolean {
    if (packet.flags?.relay) {
      relays.add(from);
      void shout({ ...packet, flags: { no_relay: true } });
      return true;
    }
    if (!packet.flags?.no_relay) relay(packet);
    return false;
  }

  ear.on("message", (bytes, { address }) => {
    const packet = decodePacket(bytes);
    if (packet === undefined) return troubles.count("packet", `unreadable discovery from ${address}`);
    const version = versionOf(packet);
    if (version === undefined || packet.process_uuid === ours || passedOn(packet, address)) return undefined;
    lastHeard.set(packet.process_uuid, performance.now());
    const handle = act[packet.type];
    if (handle === undefined) troubles.count("packet", `discovery of unknown kind ${packet.type}`);
    return handle?.(packet, version);
  });

  const beat = () => {
    void sayAll(KIND.heartbeat);
    for (const offer of offers) advertise(offer);
  };
  let looked = performance.now();
  const look = () => {
    const now = performance.now();
    // When we ourselves stood still, what peers said meanwhile is yet to be read: nobody is gone for that.
    const stood = now - looked - LOOK;
    looked = now;
    for (const [process, last] of lastHeard)
      if (stood > LOOK) lastHeard.set(process, last + stood);
      else if (now - last > SILENCE) {
        lastHeard.delete(process);
        heard.gone(process);
      }
  };
  const timers = [setInterval(beat, HEARTBEAT), setInterval(look, LOOK)];
  beat();

  return {
    offer(offer) {
      offers.add(offer);
      advertise(offer);
    },
    withdraw(offer) {
      if (offers.delete(offer)) advertise(offer, KIND.unadvertise);
    },
    renew() {
      for (const offer of offers) {
        advertise(offer, KIND.unadvertise);
        advertise(offer);
      }
    },
    ask: (topic) => void sayAll(KIND.subscribe, { sub: { topic } }),
    connection: (pub, version, listens) =>
      void say(version, listens ? KIND.newConnection : KIND.endConnection, { pub }),
    async close() {
      timers.forEach((timer) => clearInterval(timer));
      await sayAll(KIND.bye);
      await Promise.all([ear, ...mouths].map((socket) => new Promise<void>((shut) => socket.close(shut))));
    },
  };
}
