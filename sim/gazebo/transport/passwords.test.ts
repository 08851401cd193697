// Passwords against Gazebo Transport's own peer: who has the right one hears and is heard, who has not is refused and counted.
import { afterEach, describe, expect, test } from "vitest";
import {
  echo,
  HAS_PEER,
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
const USER = { name: "care", password: "돌봄" };

describe.skipIf(!HAS_PEER)(withPeer("passwords with Debian's peer"), PATIENT, () => {
  test("with the right password both hear one another", async () => {
    const options = ownPartition({ user: USER });
    const transport = await join(options);
    const heard = heardOn(transport, "/secret/in");
    await publishUntil(options, ["/secret/in", "StringMsg", 'data: "in"'], () => heard.length > 0);
    const peer = listen(options, "/secret/out");
    await sayUntil(transport, "/secret/out", "out", () => peer.output().includes('"out"'));
    expect(transport.troubles.refused).toBe(0);
  });

  test("with a wrong password the peer hears nothing of us, and that is counted; with the right one it does", async () => {
    const options = ownPartition({ user: USER });
    const transport = await join(options);
    const wrong = listen({ ...options, user: { ...USER, password: "guessed" } }, "/secret/out");
    await sayUntil(transport, "/secret/out", "out", () => transport.troubles.refused > 0);
    const right = listen(options, "/secret/out");
    await sayUntil(transport, "/secret/out", "out", () => right.output().includes('"out"'));
    expect(wrong.output()).not.toContain('"out"');
  });

  test("with a wrong password we hear nothing of the peer", async () => {
    const options = ownPartition({ user: USER });
    const wrong = await join({ ...options, user: { ...USER, password: "guessed" } });
    const nothing = heardOn(wrong, "/secret/in");
    const heard = heardOn(await join(options), "/secret/in");
    const refused = () => heard.length > 0 && wrong.troubles.refused > 0;
    await publishUntil(options, ["/secret/in", "StringMsg", 'data: "in"'], refused);
    expect(nothing).toEqual([]);
  });
});
