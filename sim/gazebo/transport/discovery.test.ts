// Discovery byte by byte: what we shout and pass on, heard by plain sockets on a port of the test's own.
import { createSocket, type Socket } from "node:dgram";
import { afterEach, describe, expect, test } from "vitest";
import { ownPartition, until } from "../debian-peer.ts";
import { openDiscovery, type Heard } from "./discovery.ts";
import { optionsFromEnvironment } from "./environment.ts";
import { bareType, fullType, qualified } from "./names.ts";
import { troubles } from "./troubles.ts";
import { decodePacket, encodePacket, KIND, type Packet } from "./wire.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const RELAY = "127.0.0.2";
let nextPort = 21_000 + (process.pid % 20_000);

async function open(heard: Partial<Heard> = {}, relays: readonly string[] = []) {
  const port = nextPort++;
  const options = ownPartition({ relays });
  const nothing = () => {};
  const setting = { process: "us", port, options, troubles: troubles(nothing) };
  const discovery = await openDiscovery(setting, {
    advertised: nothing,
    unadvertised: nothing,
    gone: nothing,
    ...heard,
  });
  closing.push(() => discovery.close());
  return { port, discovery, group: options.group };
}

/** All packets that a plain socket at this address hears; one at the group's address hears no unicast. */
async function ear(
  port: number,
  address: string,
  group?: string,
): Promise<{ socket: Socket; heard: Packet[] }> {
  const socket = createSocket({ type: "udp4", reuseAddr: true });
  const heard: Packet[] = [];
  socket.on("message", (bytes) => {
    const packet = decodePacket(bytes);
    if (packet) heard.push(packet);
  });
  await new Promise<void>((bound) => socket.bind(port, address, bound));
  if (group !== undefined) socket.addMembership(group, "127.0.0.1");
  closing.push(() => socket.close());
  return { socket, heard };
}
const HEARTBEAT: Packet = { version: 10, process_uuid: "peer", type: KIND.heartbeat };

test("signs of life go to the group in both versions, and to the relays by unicast", async () => {
  const { port, group } = await open({}, [RELAY]);
  const crowd = await ear(port, group, group);
  const relay = await ear(port, RELAY);
  const versions = ({ heard }: { heard: Packet[] }) => new Set(heard.map(({ version }) => version));
  await until("both are heard by both", () => versions(crowd).size === 2 && versions(relay).size === 2);
  expect(relay.heard.every(({ flags }) => flags?.relay === true)).toBe(true);
  expect(
    crowd.heard.filter(({ process_uuid: who }) => who === "us").every(({ flags }) => !flags?.relay),
  ).toBe(true);
});

test("what comes from a relay is passed on to the group, not to be relayed again, and the relay is remembered", async () => {
  const { port, group } = await open();
  const crowd = await ear(port, group, group);
  const relay = await ear(port, RELAY);
  await until("it is passed on", () => {
    relay.socket.send(encodePacket({ ...HEARTBEAT, flags: { relay: true } }), port, "127.0.0.1");
    return crowd.heard.some(({ process_uuid: who, flags }) => who === "peer" && flags?.no_relay === true);
  });
  await until("the relay hears us", () => relay.heard.some(({ process_uuid: who }) => who === "us"));
  expect(relay.heard.some(({ process_uuid: who }) => who === "peer")).toBe(false);
});

test("a peer that says goodbye is gone at once, and one that falls silent after a while", async () => {
  const gone: string[] = [];
  const { port, group } = await open({ gone: (process) => gone.push(process) });
  const { socket } = await ear(0, "0.0.0.0");
  socket.setMulticastInterface("127.0.0.1");
  const shout = (packet: Packet) => socket.send(encodePacket(packet), port, group);
  await until("the polite one is gone", () => {
    shout({ ...HEARTBEAT, process_uuid: "polite" });
    shout({ ...HEARTBEAT, process_uuid: "polite", type: KIND.bye });
    return gone.includes("polite");
  });
  shout({ ...HEARTBEAT, process_uuid: "killed" });
  await until("the killed one is gone", () => gone.includes("killed"));
});

test("an offer is told to who asks, and a goodbye closes", async () => {
  const { port, group, discovery } = await open();
  const { socket, heard } = await ear(port, group, group);
  socket.setMulticastInterface("127.0.0.1");
  const pub = { topic: "@/p@/x", address: "tcp://1", process_uuid: "us", node_uuid: "n", scope: 2 };
  discovery.offer(() => pub);
  socket.send(encodePacket({ ...HEARTBEAT, type: KIND.subscribe, sub: { topic: "@/p@/x" } }), port, group);
  await until("it is told", () =>
    heard.some(({ type, pub: told }) => type === KIND.advertise && told?.topic === pub.topic),
  );
  await discovery.close();
  closing.splice(0, 1);
  await until("goodbye is heard", () => heard.some(({ type }) => type === KIND.bye));
});

describe("names", () => {
  test("a topic is rooted in its partition", () => {
    expect(qualified("ward", "a/b/")).toBe("@/ward@/a/b");
    expect(qualified("", "/a")).toBe("@@/a");
    expect(() => qualified("ward", "a b")).toThrow(/without spaces/);
    expect(() => qualified("w@rd", "a")).toThrow(/partition/);
  });
  test("a type is the same under both prefixes", () => {
    expect(["gz.msgs.Pose_V", "ignition.msgs.Pose_V", "Pose_V"].map(bareType)).toEqual(
      Array(3).fill("Pose_V"),
    );
    expect(fullType("gz", "ignition.msgs.Clock")).toBe("gz.msgs.Clock");
  });
  test("today's environment variables come before the older ones", () => {
    const env = {
      GZ_PARTITION: "new",
      IGN_PARTITION: "old",
      IGN_IP: "127.0.0.1",
      IGN_RELAY: "10.0.0.1:10.0.0.2",
    };
    expect(optionsFromEnvironment(env)).toMatchObject({
      partition: "new",
      interfaces: ["127.0.0.1"],
      relays: ["10.0.0.1", "10.0.0.2"],
      user: undefined,
    });
    expect(() => optionsFromEnvironment({ GZ_DISCOVERY_MSG_PORT: "x" })).toThrow(/discovery port "x"/);
  });
});
