// Writes messages as CDR (little endian, as ROS 2 does). Our own: the library's writer cuts Korean names short.
import { DEFINITIONS, type FieldDefinition } from "../../core/messages.ts";
import { isTypeName, type TypeName } from "./schema.ts";

/** Bytes before the data: representation little-endian CDR, no options (OMG DDS-XTypes 1.3, 7.6.2.1.2). */
const HEADER = 4;
const FIRST_SIZE = 1 << 16;
const LITTLE = true;

/** A growing buffer that aligns as CDR does, from the first byte after the header. */
class Sink {
  bytes = new Uint8Array(FIRST_SIZE);
  view = new DataView(this.bytes.buffer);
  at = HEADER;

  /** Makes room for `size` bytes at the next multiple of `unit`, and returns where. */
  take(size: number, unit: number): number {
    const place = this.at + ((unit - ((this.at - HEADER) % unit)) % unit);
    while (place + size > this.bytes.length) this.#grow();
    this.bytes.fill(0, this.at, place);
    this.at = place + size;
    return place;
  }

  #grow(): void {
    const more = new Uint8Array(2 * this.bytes.length);
    more.set(this.bytes);
    this.bytes = more;
    this.view = new DataView(more.buffer);
  }
}

type Write = (sink: Sink, value: unknown) => void;

const number =
  (size: number, set: (view: DataView, at: number, value: number) => void): Write =>
  (sink, value) => {
    const at = sink.take(size, size);
    set(sink.view, at, Number(value ?? 0));
  };
const long =
  (set: (view: DataView, at: number, value: bigint) => void): Write =>
  (sink, value) => {
    const at = sink.take(BigInt64Array.BYTES_PER_ELEMENT, BigInt64Array.BYTES_PER_ELEMENT);
    set(sink.view, at, typeof value === "bigint" ? value : BigInt(Math.trunc(Number(value ?? 0)) || 0));
  };
const uint32 = number(4, (view, at, value) => view.setUint32(at, value, LITTLE));
const int32 = number(4, (view, at, value) => view.setInt32(at, value, LITTLE));
const uint8 = number(1, (view, at, value) => view.setUint8(at, value));
const time: Write = (sink, value) => {
  const { sec, nanosec } = (value ?? {}) as { readonly sec?: unknown; readonly nanosec?: unknown };
  int32(sink, sec);
  uint32(sink, nanosec);
};
const encoder = new TextEncoder();
/** Joint names, frames and reasons come again and again. */
const known = new Map<string, Uint8Array>();
const MOST_KNOWN = 2000;
function utf8(text: string): Uint8Array {
  const kept = known.get(text);
  if (kept !== undefined) return kept;
  const bytes = encoder.encode(text);
  if (known.size < MOST_KNOWN) known.set(text, bytes);
  return bytes;
}
const string: Write = (sink, value) => {
  const text = utf8(typeof value === "string" ? value : "");
  uint32(sink, text.length + 1);
  const at = sink.take(text.length + 1, 1);
  sink.bytes.set(text, at);
  sink.bytes[at + text.length] = 0;
};

const PLAIN: Readonly<Record<string, Write>> = {
  bool: (sink, value) => uint8(sink, value === true ? 1 : 0),
  byte: uint8,
  char: uint8,
  uint8,
  int8: number(1, (view, at, value) => view.setInt8(at, value)),
  uint16: number(2, (view, at, value) => view.setUint16(at, value, LITTLE)),
  int16: number(2, (view, at, value) => view.setInt16(at, value, LITTLE)),
  uint32,
  int32,
  uint64: long((view, at, value) => view.setBigUint64(at, value, LITTLE)),
  int64: long((view, at, value) => view.setBigInt64(at, value, LITTLE)),
  float32: number(4, (view, at, value) => view.setFloat32(at, value, LITTLE)),
  float64: number(8, (view, at, value) => view.setFloat64(at, value, LITTLE)),
  string,
  time,
  duration: time,
  "builtin_interfaces/msg/Time": time,
};

const writers = new Map<string, Write>();

function writerOf(type: string): Write {
  const made = PLAIN[type] ?? writers.get(type);
  if (made !== undefined) return made;
  if (!isTypeName(type)) throw new Error(`message type ${type}: expected one of core/messages.ts`);
  const fields = DEFINITIONS[type].map((field) => ({ name: field.name, write: fieldWriter(field) }));
  const write: Write = (sink, value) => {
    const message = (value ?? {}) as Readonly<Record<string, unknown>>;
    if (fields.length === 0) uint8(sink, 0); // ROS 2 has no structure without a member, and puts one in
    for (const field of fields) field.write(sink, message[field.name]);
  };
  writers.set(type, write);
  return write;
}

function fieldWriter({ type, array }: FieldDefinition): Write {
  const write = writerOf(type);
  if (array === false) return write;
  if (type === "uint8" && array === true) return bytes;
  return (sink, value) => {
    const items = (value ?? []) as ArrayLike<unknown>;
    const length = array === true ? items.length : array;
    if (array === true) uint32(sink, length);
    for (let i = 0; i < length; i += 1) write(sink, items[i]);
  };
}

const bytes: Write = (sink, value) => {
  const given = (value ?? []) as ArrayLike<number>;
  uint32(sink, given.length);
  const at = sink.take(given.length, 1);
  sink.bytes.set(given, at);
};

const sink = new Sink();

/** One message as CDR. A missing field is written as zero or empty. Throws on a type that is not ours. */
export const encode = (type: TypeName, message: unknown): Uint8Array => encodeInPlace(type, message).slice();

/** The same, without a copy of its own: the bytes are those of this message only until the next is encoded. */
export function encodeInPlace(type: TypeName, message: unknown): Uint8Array<ArrayBuffer> {
  sink.at = HEADER;
  sink.bytes.set([0, 1, 0, 0]);
  writerOf(type)(sink, message);
  return sink.bytes.subarray(0, sink.at);
}
