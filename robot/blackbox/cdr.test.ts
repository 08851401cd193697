// Every message type is written so that an independent reader of ROS 2's CDR reads the same message back.
import { parse } from "@foxglove/rosmsg";
import { MessageReader } from "@foxglove/rosmsg2-serialization";
import { expect, test } from "vitest";
import { DEFINITIONS } from "../../core/messages.ts";
import { encode, encodeInPlace } from "./cdr.ts";
import { sampleOf } from "./sample.ts";
import { isTypeName, schemaOf, type TypeName } from "./schema.ts";

const TYPES = Object.keys(DEFINITIONS).filter(isTypeName);
const readerOf = (type: TypeName) => new MessageReader(parse(schemaOf(type), { ros2: true }));
/** Typed arrays as plain ones, 64-bit numbers as numbers. */
const plain = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (_, v: unknown) =>
      typeof v === "bigint" ? Number(v) : ArrayBuffer.isView(v) ? Array.from(v as Uint8Array) : v,
    ),
  );

test.each(TYPES)("%s is read back as it was written, from its own schema", (type) => {
  const message = sampleOf(type);
  const reader = readerOf(type);
  const read = reader.readMessage(encode(type, message));
  expect(plain(read)).toEqual(plain(message));
  expect(reader.lastReadHadTrailingBytes()).toBe(false);
});

test.each(TYPES)("%s with nothing in it is written as zeros and read back whole", (type) => {
  const reader = readerOf(type);
  reader.readMessage(encode(type, {}));
  expect(reader.lastReadHadTrailingBytes()).toBe(false);
});

test("what is no number, and minus zero, keep their bits", () => {
  const type = "geometry_msgs/msg/Point";
  const read = readerOf(type).readMessage(encode(type, { x: NaN, y: -0, z: -Infinity }));
  expect(read).toEqual({ x: NaN, y: -0, z: -Infinity });
});

test("a schema says its units, constants and all types below it", () => {
  const schema = schemaOf("care_interfaces/msg/Alarms");
  expect(schema).toContain("Alarm[] alarms");
  expect(schema).toContain("MSG: care_interfaces/Alarm\n");
  expect(schema).toContain("MSG: std_msgs/Header\n");
  expect(schemaOf("care_interfaces/msg/SafetyState")).toContain("uint8 DEMAND_STOP=4");
  expect(schemaOf("care_interfaces/srv/OperatorAct_Response")).toContain("bool refused");
});

test("a message longer than the buffer is written whole", () => {
  const ranges = Array.from({ length: 100_000 }, (_, i) => i);
  const read = readerOf("sensor_msgs/msg/LaserScan").readMessage<{ ranges: Float32Array }>(
    encode("sensor_msgs/msg/LaserScan", { ranges }),
  );
  expect(read.ranges.at(-1)).toBe(99_999);
});

test("what is written in place is the same, and until the next is written", () => {
  const type = "geometry_msgs/msg/Point";
  const [first, second] = [encode(type, { x: 1 }), encode(type, { x: 2 })];
  const place = encodeInPlace(type, { x: 1 });
  expect(place).toEqual(first);
  encodeInPlace(type, { x: 2 });
  expect(place).toEqual(second);
});
