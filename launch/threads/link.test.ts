// The link between two groups, packet by packet: what is acknowledged when, and what waits meanwhile.
import { EventEmitter } from "node:events";
import { setImmediate as turn } from "node:timers/promises";
import type { MessagePort } from "node:worker_threads";
import { describe, expect, test } from "vitest";
import { topics, type Topic } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { Hub } from "../hub.ts";
import { link } from "./link.ts";

type Packet = {
  readonly k: string;
  readonly topic?: string | Topic;
  readonly message?: unknown;
  readonly window?: number;
};

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

test("a group says how much of a stream it takes at once: one message, where it hears at a pace", () => {
  const windows = [undefined, seconds(0.05)].map((pace) => {
    const [port, hub] = [new Port(), new Hub()];
    hub.pace = pace;
    void link(port as unknown as MessagePort, hub);
    hub.subscribe(topics.odometry, () => {});
    return port.kinds("interest").map(({ window }) => window);
  });
  expect(windows).toEqual([[64], [1]]);
});

describe("a group that speaks", () => {
  const wanted = (topic: Topic, window = 1) => {
    const made = joined();
    made.port.hear({ k: "interest", interest: { kind: "topic", topic }, window });
    return { ...made, told: () => made.port.kinds("message").map(({ message }) => message) };
  };
  test("sends as many of a stream as there is room for, and then the newest of those that waited", () => {
    const { port, hub, told } = wanted(topics.odometry, 3);
    for (const x of [1, 2, 3, 4, 5]) hub.publish(topics.odometry, { x });
    expect(told()).toEqual([{ x: 1 }, { x: 2 }, { x: 3 }]);
    port.hear({ k: "taken", topic: topics.odometry.name });
    expect(told()).toEqual([{ x: 1 }, { x: 2 }, { x: 3 }, { x: 5 }]);
    port.hear({ k: "taken", topic: topics.odometry.name });
    expect(told()).toHaveLength(4);
  });
  test("sends one message with a picture at a time, however much room there is", () => {
    const { port, hub, told } = wanted(topics.image, 3);
    for (const x of [1, 2, 3]) hub.publish(topics.image, { data: Uint8Array.of(x) });
    expect(told()).toEqual([{ data: Uint8Array.of(1) }]);
    port.hear({ k: "taken", topic: topics.image.name });
    expect(told()).toEqual([{ data: Uint8Array.of(1) }, { data: Uint8Array.of(3) }]);
  });
  test("sends one message of a stream to who hears at a pace, and then the newest of those that waited", () => {
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
