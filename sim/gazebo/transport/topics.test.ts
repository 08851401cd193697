// Topics against Gazebo Transport's own peer: both directions, partitions, both versions of the wire, peers that die.
import { afterEach, describe, expect, test } from "vitest";
import {
  echo,
  HAS_PEER,
  list,
  ownPartition,
  PATIENT,
  publishUntil,
  until,
  withPeer,
  type Peer,
} from "../debian-peer.ts";
import { decodeGz, encodeGz } from "../messages.ts";
import type { TransportOptions } from "./environment.ts";
import { openTransport, type Transport } from "./transport.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function join(options: TransportOptions): Promise<Transport> {
  const transport = await openTransport(options, () => {});
  open.push(transport);
  return transport;
}
function listen(options: TransportOptions, topic: string, env?: Record<string, string>): Peer {
  const peer = echo(options, topic, env);
  open.push({ close: () => peer.kill("SIGKILL") });
  return peer;
}
/** All that is heard on a topic of strings, as it comes. */
function heardOn(transport: Transport, topic: string): string[] {
  const heard: string[] = [];
  transport.subscribe(topic, "StringMsg", (bytes) => heard.push(decodeGz("StringMsg", bytes).data));
  return heard;
}
/** Says it again and again, as a sensor does, until that which is waited for has happened. */
async function sayUntil(transport: Transport, topic: string, text: string, done: () => boolean) {
  const publication = transport.advertise(topic, "StringMsg");
  await until(`"${text}" has arrived`, () => {
    publication.publish(encodeGz("StringMsg", { data: text }));
    return done();
  });
  return publication;
}
/** "안녕" as protobuf's text form prints it: its bytes, in octal */
const PRINTED = String.raw`\354\225\210\353\205\225`;

describe.skipIf(!HAS_PEER)(withPeer("topics with Debian's peer"), PATIENT, () => {
  test("what the peer publishes is heard, with its type", async () => {
    const options = ownPartition();
    const transport = await join(options);
    const types: string[] = [];
    transport.subscribe("/ward/said", "gz.msgs.StringMsg", (_, type) => types.push(type));
    const heard = heardOn(transport, "/ward/said");
    const said = ["/ward/said", "StringMsg", 'data: "괜찮아요"'] as const;
    await publishUntil(options, said, () => heard.length > 0);
    expect(new Set(heard)).toEqual(new Set(["괜찮아요"]));
    expect(new Set(types)).toEqual(new Set(["ignition.msgs.StringMsg"]));
  });

  test("which prefix the peers take is learned from them, and what was offered before is offered anew", async () => {
    const options = ownPartition();
    const transport = await join({ ...options, prefix: undefined });
    const publication = transport.advertise("/learned", "StringMsg");
    expect(transport.prefix()).toBe("gz");
    const peer = listen(options, "/learned");
    const heard = heardOn(transport, "/teaches");
    await publishUntil(options, ["/teaches", "StringMsg", 'data: "x"'], () => heard.length > 0);
    expect(transport.prefix()).toBe("ignition");
    await until("the peer prints it", () => {
      publication.publish(encodeGz("StringMsg", { data: "learned" }));
      return peer.output().includes("learned");
    });
    await until("the peer is counted", () => publication.listeners() === 1);
  });

  test("what we publish is printed by the peer, and it is counted as a listener until it is gone", async () => {
    const options = ownPartition();
    const transport = await join(options);
    const peer = listen(options, "/ward/say");
    const publication = await sayUntil(transport, "/ward/say", "안녕", () => peer.output().includes(PRINTED));
    expect(publication.listeners()).toBe(1);
    await peer.kill();
    await until("nobody listens", () => publication.listeners() === 0);
  });

  test("the peer lists what we offer, and no longer once it is withdrawn", async () => {
    const options = ownPartition();
    const transport = await join(options);
    const publication = transport.advertise("/ward/offered", "Clock");
    await until("it is listed", async () => (await list(options, "topic")).output.includes("/ward/offered"));
    publication.withdraw();
    await until(
      "it is not listed",
      async () => !(await list(options, "topic")).output.includes("/ward/offered"),
    );
  });

  test("a message of another type on the same topic is not heard", async () => {
    const options = ownPartition();
    const transport = await join(options);
    const heard = heardOn(transport, "/ward/mixed");
    const flags: boolean[] = [];
    transport.subscribe("/ward/mixed", "Boolean", (bytes) => flags.push(decodeGz("Boolean", bytes).data));
    await publishUntil(options, ["/ward/mixed", "Boolean", "data: true"], () => flags.length > 0);
    await publishUntil(options, ["/ward/mixed", "StringMsg", 'data: "string"'], () => heard.length > 0);
    expect([new Set(flags), new Set(heard)]).toEqual([new Set([true]), new Set(["string"])]);
    expect(transport.troubles.message).toBe(0);
  });

  test("partitions keep apart", async () => {
    const [here, there] = [ownPartition(), ownPartition()];
    const heardHere = heardOn(await join(here), "/apart");
    const heardThere = heardOn(await join(there), "/apart");
    await publishUntil(there, ["/apart", "StringMsg", 'data: "there"'], () => heardThere.length > 0);
    await publishUntil(here, ["/apart", "StringMsg", 'data: "here"'], () => heardHere.length > 0);
    expect([new Set(heardHere), new Set(heardThere)]).toEqual([new Set(["here"]), new Set(["there"])]);
  });

  test("peers that add statistics to their wire (version 110) are heard and hear us", async () => {
    const options = ownPartition();
    const statistics = { IGN_TRANSPORT_TOPIC_STATISTICS: "1" };
    const transport = await join(options);
    const heard = heardOn(transport, "/counted/in");
    const say = (text: string) => ["/counted/in", "StringMsg", `data: "${text}"`] as const;
    await publishUntil(options, say("110"), () => heard.includes("110"), statistics);
    await publishUntil(options, say("10"), () => heard.includes("10"));
    const peers = [listen(options, "/counted/out", statistics), listen(options, "/counted/out")];
    await sayUntil(transport, "/counted/out", "both", () =>
      peers.every((peer) => peer.output().split('"both"').length > 2),
    );
    expect(transport.troubles).toMatchObject({ packet: 0, message: 0 });
  });

  test("a peer that is killed is missed after its silence, and heard again when it is back", async () => {
    const options = ownPartition();
    const transport = await join(options);
    const first = listen(options, "/life");
    const publication = await sayUntil(transport, "/life", "one", () => first.output().includes("one"));
    await until("it is counted", () => publication.listeners() === 1);
    await first.kill("SIGKILL");
    await until("it is missed", () => publication.listeners() === 0);
    const second = listen(options, "/life");
    await until("the next one hears", () => {
      publication.publish(encodeGz("StringMsg", { data: "two" }));
      return second.output().includes("two");
    });
    expect(publication.listeners()).toBe(1);
  });

  test("many messages at once arrive all, and in order", async () => {
    const options = ownPartition();
    const [transport, other] = [await join(options), await join(options)];
    const heard = heardOn(other, "/many");
    const publication = await sayUntil(transport, "/many", "first", () => heard.length > 0);
    const numbers = Array.from({ length: 500 }, (_, i) => String(i));
    for (const data of numbers) publication.publish(encodeGz("StringMsg", { data }));
    await until("the last is heard", () => heard.at(-1) === numbers.at(-1));
    expect(heard.filter((text) => text !== "first")).toEqual(numbers);
  });

  test("publishers come and go without their names being kept", async () => {
    const options = ownPartition();
    const transport = await join(options);
    const heard = heardOn(transport, "/coming");
    for (const text of ["first", "second", "third"])
      await publishUntil(options, ["/coming", "StringMsg", `data: "${text}"`], () => heard.includes(text));
    await until("none is left", () => transport.publishers("/coming") === 0);
    expect([...new Set(heard)]).toEqual(["first", "second", "third"]);
  });
});
