// Services: Gazebo Transport's own peer asks us; a second transport of ours, with its own sockets, is asked by us.
import { afterEach, describe, expect, test } from "vitest";
import { askOnce, HAS_PEER, list, ownPartition, PATIENT, until, withPeer } from "../debian-peer.ts";
import { decodeGz, encodeGz } from "../messages.ts";
import type { TransportOptions } from "./environment.ts";
import { openTransport, type Transport } from "./transport.ts";

const open: Transport[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});
async function join(options: TransportOptions): Promise<Transport> {
  const transport = await openTransport(options, () => {});
  open.push(transport);
  return transport;
}

const GREET = { name: "/greet", request: "StringMsg", response: "StringMsg" } as const;
const PATIENCE = 30_000;
const text = (data: string) => encodeGz("StringMsg", { data });
const read = (bytes: Uint8Array) => decodeGz("StringMsg", bytes).data;
/** Greets by name; whoever has none is refused. */
const greet = (bytes: Uint8Array) => (read(bytes) === "" ? undefined : text(`hello ${read(bytes)}`));

describe.skipIf(!HAS_PEER)(withPeer("services with Debian's peer"), PATIENT, () => {
  test("the peer lists our service, asks it and prints the answer", async () => {
    const options = ownPartition();
    (await join(options)).serve(GREET, greet);
    await until("it is listed", async () => (await list(options, "service")).output.includes("/greet"));
    const { output } = await askOnce(options, "/greet", ["StringMsg", "StringMsg"], 'data: "Kim"');
    expect(output).toContain('data: "hello Kim"');
  });

  test("the peer is told when its request fails, also when our handler throws", async () => {
    const options = ownPartition();
    const transport = await join(options);
    transport.serve(GREET, greet);
    transport.serve({ ...GREET, name: "/broken" }, () => {
      throw new Error("broken on purpose");
    });
    for (const name of ["/greet", "/broken"])
      expect((await askOnce(options, name, ["StringMsg", "StringMsg"], "")).output).toMatch(/fail/i);
    expect(transport.troubles.service).toBe(1);
  });

  test("many peers one after the other are each answered", async () => {
    const options = ownPartition();
    (await join(options)).serve(GREET, greet);
    for (const name of ["Kim", "Lee", "Park"]) {
      const { output } = await askOnce(options, "/greet", ["StringMsg", "StringMsg"], `data: "${name}"`);
      expect(output).toContain(`hello ${name}`);
    }
  });

  test("the peer of another partition finds no service", async () => {
    (await join(ownPartition())).serve(GREET, greet);
    expect((await list(ownPartition(), "service")).output).not.toContain("/greet");
  });
});

describe("services between two of our own transports", () => {
  test("a service that appears later is found, and what it refuses is told", async () => {
    const options = ownPartition();
    const [here, there] = [await join(options), await join({ ...options, prefix: "gz" })];
    const asked = here.ask(GREET, text("Kim"), PATIENCE);
    there.serve(GREET, greet);
    const reply = await asked;
    expect(reply.ok && read(reply.bytes)).toBe("hello Kim");
    expect(await here.ask(GREET, text(""), PATIENCE)).toEqual({ ok: false, why: "refused" });
  });

  test("many requests at once each get their own answer", async () => {
    const options = ownPartition();
    const [here, there] = [await join(options), await join(options)];
    there.serve(GREET, greet);
    const names = Array.from({ length: 200 }, (_, i) => `n${i}`);
    const replies = await Promise.all(names.map((name) => here.ask(GREET, text(name), PATIENCE)));
    expect(replies.map((reply) => reply.ok && read(reply.bytes))).toEqual(
      names.map((name) => `hello ${name}`),
    );
  });

  test("a service nobody serves is unreachable", async () => {
    const here = await join(ownPartition());
    expect(await here.ask(GREET, text("Kim"), 200)).toEqual({ ok: false, why: "unreachable" });
  });

  test("a one-way service is not waited for", async () => {
    const options = ownPartition();
    const [here, there] = [await join(options), await join(options)];
    const told: string[] = [];
    const service = { name: "/tell", request: "StringMsg", response: "Empty" };
    there.serve(service, (bytes) => {
      told.push(read(bytes));
      return undefined;
    });
    expect(await here.ask(service, text("go"), PATIENCE)).toMatchObject({ ok: true });
    await until("it was told", () => told.length > 0);
    expect(told).toEqual(["go"]);
  });

  test("a service that moves to another process is found there", async () => {
    const options = ownPartition();
    const [here, before] = [await join(options), await openTransport(options, () => {})];
    before.serve(GREET, greet);
    expect(await here.ask(GREET, text("Kim"), PATIENCE)).toMatchObject({ ok: true });
    await before.close();
    await until("it is gone", () => here.server("/greet") === undefined);
    (await join(options)).serve(GREET, greet);
    expect(await here.ask(GREET, text("Kim"), PATIENCE)).toMatchObject({ ok: true });
  });
});
