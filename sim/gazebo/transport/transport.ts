// Gazebo Transport without Gazebo's libraries: topics and services of one partition, found by discovery, joined again when peers return.
import { randomUUID } from "node:crypto";
import { Context } from "zeromq";
import { openAsking, type Reply } from "./asking.ts";
import { openDiscovery, type Discovery, type Heard } from "./discovery.ts";
import type { TransportOptions } from "./environment.ts";
import { openGuard } from "./guard.ts";
import { turnOver } from "./loop.ts";
import { openHearing, type Hear } from "./hearing.ts";
import { fullType, prefixOf, qualified, type Prefix } from "./names.ts";
import type { Party } from "./party.ts";
import { openPublishing, type Publication } from "./publishing.ts";
import type { ServiceName } from "./service-name.ts";
import { openServing, type Serve } from "./serving.ts";
import { troubles, type Trouble } from "./troubles.ts";
import type { Publisher } from "./wire.ts";

/** Types are named without their prefix: `Clock`, not `gz.msgs.Clock`. */
export interface Transport {
  readonly options: TransportOptions;
  readonly troubles: Readonly<Record<Trouble, number>>;
  /** Of the types we say, as given or learned from the peers so far. */
  prefix(): Prefix;
  /** Hears a topic under either prefix; answers with what ends it. */
  subscribe(topic: string, type: string, hear: Hear): () => void;
  advertise(topic: string, type: string): Publication;
  /** How many publish a topic now. */
  publishers(topic: string): number;
  /** `patience` in ms. Never throws; a response type Empty is not waited for. */
  ask(service: ServiceName, bytes: Uint8Array, patience: number): Promise<Reply>;
  serve(service: ServiceName, serve: Serve): () => void;
  /** One who serves this service now, if any. */
  server(name: string): Publisher | undefined;
  close(): Promise<void>;
}

/** What is said while no peer has shown which prefix it takes: Gazebo's own since Garden. */
const TODAY: Prefix = "gz";

/** Joins discovery. Throws when no interface can be joined or an address cannot be bound. */
export async function openTransport(
  options: TransportOptions,
  say: (text: string) => void = console.error,
): Promise<Transport> {
  const told = troubles(say);
  const context = new Context();
  const open: { messages?: Discovery; services?: Discovery } = {};
  let prefix = options.prefix;
  const party: Party = {
    context,
    process: randomUUID(),
    node: randomUUID(),
    options,
    troubles: told,
    typeName: (type) => fullType(prefix ?? TODAY, type),
    messages: () => joined(open.messages),
    services: () => joined(open.services),
  };
  const mine = qualified(options.partition, "x").slice(0, -1);

  function learn(shown: Prefix | undefined): void {
    if (prefix !== undefined || shown === undefined) return;
    prefix = shown;
    if (shown === TODAY) return;
    open.messages?.renew();
    open.services?.renew();
  }
  /** Only what is in our partition; the first that shows its prefix decides ours. */
  const inPartition = (heard: Heard): Heard => ({
    ...heard,
    advertised(publisher, version) {
      if (!publisher.topic.startsWith(mine)) return;
      learn(prefixOf(publisher.msg_pub?.msg_type ?? publisher.srv_pub?.request_type ?? ""));
      heard.advertised(publisher, version);
    },
  });

  const guard = options.user && (await openGuard(context, options.user, told));
  const publishing = await openPublishing(party);
  const hearing = openHearing(party);
  const asking = await openAsking(party);
  const serving = await openServing(party);
  const messages: Heard = {
    ...hearing.heard,
    connected: (listener, listens) => publishing.connected(listener, listens),
    gone(process) {
      hearing.heard.gone(process);
      publishing.gone(process);
    },
  };
  const setting = { process: party.process, options, troubles: told };
  open.messages = await openDiscovery({ ...setting, port: options.messagePort }, inPartition(messages));
  open.services = await openDiscovery({ ...setting, port: options.servicePort }, inPartition(asking.heard));

  const wire = (name: string) => qualified(options.partition, name);
  const named = (service: ServiceName) => ({ ...service, name: wire(service.name) });
  return {
    options,
    troubles: told.counted,
    prefix: () => prefix ?? TODAY,
    subscribe: (topic, type, hear) => hearing.subscribe(wire(topic), type, hear),
    advertise: (topic, type) => publishing.advertise(wire(topic), type),
    publishers: (topic) => hearing.publishers(wire(topic)),
    ask: (service, bytes, patience) => asking.ask(named(service), bytes, patience),
    serve: (service, serve) => serving.serve(named(service), serve),
    server: (name) => asking.server(wire(name)),
    async close() {
      await Promise.all([party.messages().close(), party.services().close()]);
      publishing.close();
      await Promise.all([hearing.close(), asking.close(), serving.close(), guard?.close()]);
      await turnOver();
    },
  };
}

function joined(discovery: Discovery | undefined): Discovery {
  if (discovery === undefined) throw new Error("gazebo link: used before it was open");
  return discovery;
}
