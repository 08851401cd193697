// What peers may send by mistake or malice: each is counted, none ends the link, and what is right is heard after it.
import { createSocket } from "node:dgram";
import { afterEach, expect, test } from "vitest";
import { Publisher as RawPublisher, Router as RawRouter } from "zeromq";
import { ownPartition, until } from "../debian-peer.ts";
import { decodeGz, encodeGz } from "../messages.ts";
import { qualified } from "./names.ts";
import { openTransport, type Transport } from "./transport.ts";
import { encodePacket, KIND, SCOPE_ALL, type Packet, type Publisher } from "./wire.ts";

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const GOOD = encodeGz("StringMsg", { data: "good" });

async function join() {
  const options = ownPartition();
  const transport = await openTransport(options, () => {});
  closing.push(() => transport.close());
  const heard: string[] = [];
  transport.subscribe("/x", "StringMsg", (bytes) => heard.push(decodeGz("StringMsg", bytes).data));
  return { options, transport, heard, topic: qualified(options.partition, "/x") };
}

/** A peer made by hand, which keeps to no rule. */
async function stranger() {
  const voice = createSocket("udp4");
  await new Promise<void>((bound) => voice.bind(0, bound));
  voice.setMulticastInterface("127.0.0.1");
  const socket = new RawPublisher({ linger: 0 });
  await socket.bind("tcp://127.0.0.1:*");
  closing.push(
    () => voice.close(),
    () => socket.close(),
  );
  return {
    socket,
    shout: (bytes: Uint8Array, port = 10317) => voice.send(bytes, port, "239.255.0.7"),
    offer: (topic: string): Packet => ({
      ...HELLO,
      pub: { ...PUBLISHER, topic, address: socket.lastEndpoint ?? "" },
    }),
  };
}
const PUBLISHER: Publisher = {
  topic: "",
  address: "",
  process_uuid: "stranger",
  node_uuid: "stranger",
  scope: SCOPE_ALL,
  msg_pub: { ctrl: "", msg_type: "ignition.msgs.StringMsg" },
};
const HELLO: Packet = { version: 10, process_uuid: "stranger", type: KIND.advertise };
const count = (transport: Transport) => ({ ...transport.troubles });

test("wrong frames, wrong bytes and a handler that throws are counted, and the next message is heard", async () => {
  const { transport, heard, topic } = await join();
  const peer = await stranger();
  transport.subscribe("/x", "StringMsg", () => {
    throw new Error("on purpose");
  });
  await until("the stranger is heard", async () => {
    peer.shout(encodePacket(peer.offer(topic)));
    await peer.socket.send([topic, "", GOOD, "ignition.msgs.StringMsg"]);
    return heard.length > 0;
  });
  const before = count(transport).message;
  expect(before).toBeGreaterThan(0);
  for (const frames of [
    [topic],
    [topic, "", GOOD],
    [topic, "", GOOD, "ignition.msgs.StringMsg", "", "sixth"],
    [topic, "", Buffer.from([0xff, 0xff, 0xff]), "ignition.msgs.StringMsg"],
  ])
    await peer.socket.send(frames);
  const already = heard.length;
  await peer.socket.send([topic, "", GOOD, "ignition.msgs.StringMsg"]);
  await until("the good one after them is heard", () => heard.length > already);
  // three of wrong frames; the wrong bytes by both handlers, the good one by the second
  expect(count(transport).message - before).toBeGreaterThanOrEqual(6);
});

test("discovery that is none is counted, and discovery goes on", async () => {
  const { transport, heard, topic } = await join();
  const peer = await stranger();
  const good = encodePacket(peer.offer(topic));
  const rubbish = [
    Buffer.from([]),
    Buffer.from("rubbish"),
    Buffer.concat([good, Buffer.from([0])]),
    Buffer.from([3, 0, 0xff, 0xff, 0xff]),
    encodePacket({ ...HELLO, type: 99 }),
    encodePacket({ ...HELLO, pub: { ...PUBLISHER, topic, address: "not an address" } }),
  ];
  await until("all are counted", () => {
    for (const bytes of rubbish) peer.shout(bytes);
    return count(transport).packet >= 5 && count(transport).message >= 1;
  });
  await until("the stranger is heard", async () => {
    peer.shout(good);
    await peer.socket.send([topic, "", GOOD, "ignition.msgs.StringMsg"]);
    return heard.length > 0;
  });
});

test("requests and answers of wrong frames are counted, and the next request is answered", async () => {
  const { options, transport } = await join();
  const service = { name: "/echo", request: "StringMsg", response: "StringMsg" };
  const server = await openTransport(options, () => {});
  closing.push(() => server.close());
  server.serve(service, (bytes) => bytes);
  expect(await transport.ask(service, GOOD, 30_000)).toMatchObject({ ok: true });
  const raw = new RawRouter({ linger: 0, mandatory: true });
  closing.push(() => raw.close());
  const found = transport.server("/echo");
  raw.connect(found?.address ?? "");
  await until("the wrong request is counted", async () => {
    await raw.send([found?.srv_pub?.socket_id ?? "", "two", "frames"]).catch(() => undefined);
    return count(server).service > 0;
  });
  expect(await transport.ask(service, GOOD, 30_000)).toMatchObject({ ok: true });
});
