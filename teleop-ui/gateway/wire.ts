// Messages as rosbridge writes them in JSON, and the check that an incoming one is what its definition says.
import { DEFINITIONS, type FieldDefinition, type MessageTypes } from "../../core/messages.ts";

export type Read<Message> =
  { readonly ok: true; readonly message: Message } | { readonly ok: false; readonly why: string };

/**
 * The JSON of a message: bytes as base64, other typed arrays as lists. JSON has no NaN and no infinity;
 * both are written as `null`, which rosbridge and roslib read as "no number" (and `readMessage` as NaN).
 */
export function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (ArrayBuffer.isView(part) ? listOf(part) : part));
}

function listOf(view: ArrayBufferView): string | number[] {
  if (view instanceof Uint8Array)
    return Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString("base64");
  return Array.from(view as unknown as ArrayLike<number>, (n) => n);
}

/**
 * What a client sent, as a message of `type`. Every field must be there, none may be unknown, and each must have
 * its type; the first thing that is wrong is named by its path. `null` in place of a float is NaN.
 */
export function readMessage<T extends keyof MessageTypes>(type: T, value: unknown): Read<MessageTypes[T]> {
  const wrong: string[] = [];
  const message = readStruct(type, value, "", wrong);
  const why = wrong[0];
  return why === undefined ? { ok: true, message: message as MessageTypes[T] } : { ok: false, why };
}

/** Bounds of ROS's whole numbers that JSON can carry exactly. */
const WHOLE: Readonly<Record<string, readonly [min: number, max: number]>> = {
  byte: [0, 2 ** 8 - 1],
  char: [0, 2 ** 8 - 1],
  uint8: [0, 2 ** 8 - 1],
  int8: [-(2 ** 7), 2 ** 7 - 1],
  uint16: [0, 2 ** 16 - 1],
  int16: [-(2 ** 15), 2 ** 15 - 1],
  uint32: [0, 2 ** 32 - 1],
  int32: [-(2 ** 31), 2 ** 31 - 1],
};
const PLAIN: Readonly<Record<string, "boolean" | "string" | "number">> = {
  bool: "boolean",
  string: "string",
  float32: "number",
  float64: "number",
};
const STAMP: readonly FieldDefinition[] = [
  { name: "sec", type: "int32", array: false },
  { name: "nanosec", type: "uint32", array: false },
];

function fieldsOf(type: string): readonly FieldDefinition[] | undefined {
  if (type === "time" || type === "duration") return STAMP;
  return (DEFINITIONS as Readonly<Record<string, readonly FieldDefinition[]>>)[type];
}

function readStruct(type: string, value: unknown, path: string, wrong: string[]): unknown {
  const fields = fieldsOf(type);
  if (fields === undefined) return fault(wrong, path, `a known type, not ${type}`, value);
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return fault(wrong, path, `an object of ${type}`, value);
  const known = new Set(fields.map((f) => f.name));
  for (const name of Object.keys(value))
    if (!known.has(name)) wrong.push(`${path}${name}: ${type} has no such field`);
  const given = new Map(Object.entries(value));
  return Object.fromEntries(
    fields.map((f) => [f.name, readField(f, given.get(f.name), `${path}${f.name}`, wrong)]),
  );
}

function readField(field: FieldDefinition, value: unknown, path: string, wrong: string[]): unknown {
  if (field.array === false) return readOne(field.type, value, path, wrong);
  if (field.type === "uint8" && typeof value === "string")
    return new Uint8Array(Buffer.from(value, "base64"));
  if (!Array.isArray(value)) return fault(wrong, path, "a list", value);
  if (typeof field.array === "number" && value.length !== field.array)
    return fault(wrong, path, `${field.array} items`, `${value.length}`);
  const items = value.map((item: unknown, i) => readOne(field.type, item, `${path}[${i}]`, wrong));
  return field.type === "uint8" ? Uint8Array.from(items as number[]) : items;
}

function readOne(type: string, value: unknown, path: string, wrong: string[]): unknown {
  const bounds = WHOLE[type];
  if (bounds !== undefined) {
    const whole = typeof value === "number" && value >= bounds[0] && value <= bounds[1];
    return whole && Number.isInteger(value) ? value : fault(wrong, path, `a whole number of ${type}`, value);
  }
  const plain = PLAIN[type];
  if (plain === undefined) return readStruct(type, value, `${path}.`, wrong);
  if (plain === "number" && value === null) return NaN;
  return typeof value === plain ? value : fault(wrong, path, `a ${plain}`, value);
}

function fault(wrong: string[], path: string, expected: string, got: unknown): undefined {
  wrong.push(`${path.replace(/\.$/, "") || "message"}: expected ${expected}, got ${seenAs(got)}`);
  return undefined;
}

const SHOWN = 40;
const seenAs = (value: unknown) =>
  value === undefined ? "nothing" : (JSON.stringify(value) ?? typeof value).slice(0, SHOWN);
