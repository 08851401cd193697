// The link between two groups, packet by packet: what is acknowledged when, and what waits meanwhile.
import { EventEmitter } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { topics, type Topic } from "../../core/topics.ts";
import { Hub } from "../hub.ts";
import { link } from "./link.ts";

type Packet = { readonly k: string; readonly topic?: string | Topic; readonly message?: unknown };

/** A port whose other end is this test. */
class Port extends EventEmitter {
  readonly sent: Packet[] = [];
  postMessage(packet: Packet) {
    this.sent.push(packet);
  }
  kinds = (k: string) => this.sent.filter((packet) => packet.k === k);
  hear(packet: object) {
    this.emit("message", packet);
  }
}
function joined() {
  const [port, hub] = [new Port(), new Hub()];
  void link(port as unknown as MessagePort, hub);
  return { port, hub };
}
const odometry = (x: number) => ({ k: "message", topic: topics.odometry, message: { x } });

describe("a group that hears", () => {
  test("acknowledges a stream only after the turn in which it worked on it", async () => {
    const { port, hub } = joined();
    const worked: number[] = [];
    hub.subscribe(topics.odometry, (message) => worked.push((message as { x: number }).x));
    port.hear(odometry(1));
    await Promise.resolve();
    expect([worked, port.kinds("taken")]).toEqual([[1], []]);
    await turn();
    expect(port.kinds("taken")).toMatchObject([{ topic: topics.odometry.name }]);
  });
  test("acknowledges a command the same way, and what all arrives never", async () => {
    const { port } = joined();
    for (const topic of [topics.hardwareCommand, topics.said, topics.safetyState])
      port.hear({ k: "message", topic, message: {} });
    await turn();
    expect(port.kinds("taken")).toMatchObject([{ topic: topics.hardwareCommand.name }]);
  });
});

describe("a group that speaks", () => {
  const wanted = (topic: Topic) => {
    const made = joined();
    made.port.hear({ k: "interest", interest: { kind: "topic", topic } });
    return { ...made, told: () => made.port.kinds("message").map(({ message }) => message) };
  };
  test("sends one message of a stream, and then the newest of those that waited", () => {
    const { port, hub, told } = wanted(topics.odometry);
    for (const x of [1, 2, 3, 4]) hub.publish(topics.odometry, { x });
    expect(told()).toEqual([{ x: 1 }]);
    port.hear({ k: "taken", topic: topics.odometry.name });
    expect(told()).toEqual([{ x: 1 }, { x: 4 }]);
    port.hear({ k: "taken", topic: topics.odometry.name });
    hub.publish(topics.odometry, { x: 5 });
    expect(told()).toEqual([{ x: 1 }, { x: 4 }, { x: 5 }]);
  });
  test("sends every event at once, in order, acknowledged or not", () => {
    const { hub, told } = wanted(topics.said);
    for (const key of ["a", "b", "c"]) hub.publish(topics.said, { key });
    expect(told()).toEqual([{ key: "a" }, { key: "b" }, { key: "c" }]);
  });
  test("does not send back what came from there", () => {
    const { port, told } = wanted(topics.odometry);
    port.hear(odometry(1));
    expect(told()).toEqual([]);
  });
});
