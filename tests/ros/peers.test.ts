// Every message of ours to a peer of rclpy and back: what another client library reads and writes is what we do.
import { spawn, type ChildProcess } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DEFINITIONS } from "../../core/messages.ts";
import { topics, type Topic } from "../../core/topics.ts";
import { qosOf } from "../../launch/ros/qos.ts";
import { openRcl, type LifecycleNode, type RosPublisher } from "../../launch/ros/rcl.ts";
import { encode } from "../../robot/blackbox/cdr.ts";
import { decode } from "../../robot/blackbox/decode.ts";
import { sampleOf } from "../../robot/blackbox/sample.ts";
import { isTypeName, type TypeName } from "../../robot/blackbox/schema.ts";
import { whyNoRos } from "./harness.ts";

/** Packages of which we have only the fields that we use: they never go as bytes of ours. */
const OTHERS = readdirSync(join(import.meta.dirname, "../../interfaces/others"));
/** Those that travel alone on a topic: the parts of services and actions do not. */
const TYPES = Object.keys(DEFINITIONS)
  .filter(isTypeName)
  .filter((type) => !OTHERS.some((name) => type.startsWith(`${name}/`)))
  .filter((type) => type.includes("/msg/") && !/_(Request|Response|Goal|Result|Feedback)$/.test(type));
const topicOf = (type: TypeName) => `/peers/${type.replaceAll("/", "_").toLowerCase()}`;
/** Typed arrays as plain ones, 64-bit numbers as numbers. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, v: unknown) =>
      typeof v === "bigint" ? Number(v) : ArrayBuffer.isView(v) ? Array.from(v as Uint8Array) : v,
    ),
  );

describe.skipIf(whyNoRos !== undefined)(`on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`, () => {
  const heard = new Map<string, unknown>();
  const publishers = new Map<string, RosPublisher>();
  let peer: ChildProcess;
  beforeAll(async () => {
    const rcl = await openRcl();
    await rcl.init();
    const node: LifecycleNode = rcl.createLifecycleNode("peers");
    const qos = qosOf({ ...topics.said } satisfies Topic, "says", rcl.QoS);
    for (const type of TYPES) {
      publishers.set(type, node.createPublisher(type, topicOf(type), { qos }));
      node.createSubscription(type, `${topicOf(type)}_echo`, { isRaw: true, qos }, (bytes) =>
        heard.set(type, decode(type, bytes)),
      );
    }
    rcl.spin(node);
    const pairs = TYPES.map((type) => `${type}=${topicOf(type)}`);
    peer = spawn("python3", [join(import.meta.dirname, "echo.py"), ...pairs], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await new Promise<void>((resolve) => peer.stdout?.on("data", () => resolve()));
  }, 60_000);
  afterAll(() => void peer?.kill("SIGINT"));

  test.each(TYPES)("%s comes back as it was sent", async (type) => {
    const message = sampleOf(type);
    const bytes = encode(type, message);
    while (!heard.has(type)) {
      publishers.get(type)?.publish(Buffer.from(bytes)); // until the two have found each other
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(plain(heard.get(type))).toEqual(plain(message));
  });
});
