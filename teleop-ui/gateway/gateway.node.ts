// The gateway as a node: what its clients ask for goes into the graph, what the graph says goes to who reads it.
import { defineNode, type Io, type Stamped, type Wiring } from "../../core/node.ts";
import { milliseconds } from "../../core/units.ts";
import type { Client } from "./client.ts";
import { Desk, type Counter } from "./desk.ts";
import type { Door } from "./door.ts";
import type { Line } from "./outbox.ts";
import { callable, pictures, publishable, readable, requestable, type TopicKey } from "./permissions.ts";
import { textOf } from "./wire.ts";

const KEYS = Object.keys(readable) as TopicKey[];
const wiring = {
  subscribes: readable,
  publishes: publishable,
  calls: callable,
  requests: requestable,
} as const;
type GatewayIo = Io<Omit<Wiring, keyof typeof wiring> & typeof wiring>;

/** 50 Hz of every stream at most: above what a page draws. What a person waits for wakes the node at once. */
const PERIOD = milliseconds(20);
const WAKES = ["safetyState", "taskState", "said", "heard"] as const;

/**
 * A gateway over an open door. Streams go newest-wins, each message is turned to text once for all its readers.
 * Messages pass as they are, never re-stamped. Nothing of the pictures goes out until the resident is known and
 * has not refused.
 */
export const gatewayNode = (door: Door) =>
  defineNode({
    name: "gateway",
    period: PERIOD,
    wakes: WAKES,
    ...wiring,
    start(io) {
      const graph = io as unknown as GatewayIo;
      const desk = new Desk(counterOf(graph));
      const passed = new Map<TopicKey, Stamped<unknown>>();
      door.onArrival(() => io.wake());
      return {
        step() {
          for (const client of door.clients)
            for (const operation of client.inbox.splice(0)) desk.work(client, operation);
          for (const key of KEYS) pass(graph, key, passed, door.clients);
          for (const client of door.clients) client.advance(io.now());
        },
        stop: () => door.close(),
      };
    },
  });

const counterOf = (io: GatewayIo): Counter => ({
  publish: (key, message) => io.publish[key](message as never),
  call: (key, request, done) => io.call[key](request as never, done),
  send: (key, goal, events) => io.send[key](goal as never, events),
  joined(client, key) {
    const last = io.latest[key];
    // while simulated time stands, no newer one of a stream comes for a late joiner
    const stands = io.latest.simTime?.message.paused === true;
    const { delivery } = readable[key];
    const isDue = delivery === "latched" || (stands && delivery === "stream");
    if (last !== undefined && isDue && mayShow(io, key)) client.stream(key, lineOf(key, last.message));
  },
});

/** Hands what is new on one topic to the clients that read it. */
function pass(
  io: GatewayIo,
  key: TopicKey,
  passed: Map<TopicKey, Stamped<unknown>>,
  clients: ReadonlySet<Client>,
) {
  const event = readable[key].delivery === "event";
  const fresh = event ? (io.take[key]() as Stamped<unknown>[]) : newest(io, key, passed);
  if (fresh.length === 0 || !mayShow(io, key)) return;
  for (const { message } of fresh) {
    const line = lineOf(key, message);
    for (const client of clients) {
      if (!client.wants(key)) continue;
      if (event) client.event(line);
      else client.stream(key, line);
    }
  }
}

function newest(io: GatewayIo, key: TopicKey, passed: Map<TopicKey, Stamped<unknown>>): Stamped<unknown>[] {
  const last = io.latest[key];
  if (last === undefined || passed.get(key) === last) return [];
  passed.set(key, last);
  return [last];
}

/** An unknown resident has not consented. */
function mayShow(io: GatewayIo, key: TopicKey): boolean {
  if (!pictures.has(readable[key].name)) return true;
  return io.latest.resident?.message.picture_refused === false;
}

function lineOf(key: TopicKey, message: unknown): Line {
  let text: string | undefined;
  return {
    get text() {
      return (text ??= textOf({ op: "publish", topic: readable[key].name, msg: message }));
    },
  };
}
