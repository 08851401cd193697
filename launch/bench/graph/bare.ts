// Bare rclnodejs, as any of its users has it: plain publishers and subscriptions of the same types and QoS, no code of ours on the way.
import { encode } from "../../../robot/blackbox/cdr.ts";
import { qosOf } from "../../ros/qos.ts";
import type { QoSClass, Rcl } from "../../ros/rcl.ts";
import type { Hearer } from "./hear.ts";
import { messagesOf } from "./messages.ts";
import { LOADS, TOPIC_OF, type Acts, type Load } from "./orders.ts";
import { sayer } from "./say.ts";

/** `objects`: its own conversion of plain objects both ways. `bytes`: bytes that are ready, which nobody writes or reads. */
export const BARE = ["objects", "bytes"] as const;
export type Bare = (typeof BARE)[number];

/** The part of rclnodejs that ours does not use. */
export interface BareNode {
  createPublisher(type: string, topic: string, options: object): { publish(message: object): void };
  createSubscription(type: string, topic: string, options: object, heard: (message: object) => void): object;
  /** `period` in ns */
  createTimer(period: bigint, act: () => void): object;
}
interface BareRcl {
  init(): Promise<void>;
  createNode(name: string): BareNode;
  spin(node: BareNode): void;
  readonly QoS: QoSClass;
}

/** A plain node; `make` gives it what it has before it spins. */
export async function bareNode(rcl: Rcl, name: string, make: (node: BareNode, QoS: QoSClass) => void) {
  const bare = rcl as unknown as BareRcl;
  await bare.init();
  const node = bare.createNode(name);
  make(node, bare.QoS);
  bare.spin(node);
}

const nameOf = (bare: Bare, load: Load) => `/bench/${bare}${TOPIC_OF[load].name}`;
/** Where CDR has the stamp of a message that begins with a header: after four bytes that tell how it is written. */
const SEC = 4;
const NANOSEC = 8;

export function bareSource(node: BareNode, QoS: QoSClass, bare: Bare): Acts {
  const publishers = Object.fromEntries(
    LOADS.map((load) => {
      const options = { qos: qosOf(TOPIC_OF[load], "says", QoS) };
      return [load, node.createPublisher(TOPIC_OF[load].type, nameOf(bare, load), options)];
    }),
  ) as Record<Load, ReturnType<BareNode["createPublisher"]>>;
  if (bare === "objects") return sayer((load, message) => publishers[load].publish(message as object), false);
  const make = messagesOf(false);
  const ready = Object.fromEntries(
    LOADS.map((load) => [load, Buffer.from(encode(TOPIC_OF[load].type, make[load]()))]),
  ) as Record<Load, Buffer>;
  return sayer((load, message) => {
    const { sec, nanosec } = (message as Stamped).header.stamp;
    ready[load].writeInt32LE(sec, SEC);
    ready[load].writeUInt32LE(nanosec, NANOSEC);
    publishers[load].publish(ready[load]);
  }, false);
}
type Stamped = { readonly header: { readonly stamp: { readonly sec: number; readonly nanosec: number } } };

export function bareSink(node: BareNode, QoS: QoSClass, bare: Bare, { heard }: Hearer): void {
  for (const load of LOADS) {
    const { type } = TOPIC_OF[load];
    const options = { isRaw: bare === "bytes", qos: qosOf(TOPIC_OF[load], "hears", QoS) };
    node.createSubscription(type, nameOf(bare, load), options, (message) =>
      heard(load, bare === "bytes" ? stampOfBytes(message as Buffer) : message),
    );
  }
}

const stampOfBytes = (bytes: Buffer): Stamped => ({
  header: { stamp: { sec: bytes.readInt32LE(SEC), nanosec: bytes.readUInt32LE(NANOSEC) } },
});
