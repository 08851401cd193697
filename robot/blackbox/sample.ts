// For tests of the black box: a message of any type with every field filled, and what the box is told of it.
import { DEFINITIONS, SafetyState, type FieldDefinition } from "../../core/messages.ts";
import type { Topic } from "../../core/topics.ts";
import type { Seconds } from "../../core/units.ts";
import type { Noted } from "./noted.ts";
import { isTypeName, type TypeName } from "./schema.ts";

const PLAIN: Readonly<Record<string, unknown>> = {
  bool: true,
  string: "김순자 님",
  time: { sec: 12, nanosec: 345_678_901 },
  float32: 0.5,
  float64: Math.PI,
};
const ITEMS = 3;

/** Every field filled, strings in Korean, arrays of three. */
export function sampleOf(type: TypeName): Record<string, unknown> {
  return Object.fromEntries(DEFINITIONS[type].map((field) => [field.name, valueOf(field)]));
}

function valueOf({ type, array }: FieldDefinition): unknown {
  const one = isTypeName(type) ? sampleOf(type) : (PLAIN[type] ?? 7);
  if (array === false) return one;
  const length = array === true ? ITEMS : array;
  return type === "uint8" && array === true
    ? new Uint8Array(length).fill(7)
    : Array.from({ length }, () => one);
}

/** A sample of a topic's message as the box is told of it; `change` says only what differs. */
export const noted = (
  { name: topic, type }: Topic,
  at: Seconds,
  change: Readonly<Record<string, unknown>> = {},
): Noted => ({ topic, type, at, message: { ...sampleOf(type), ...change } });

export const STOPPED = { motion: SafetyState.PROTECTIVE_STOP, broken_requirements: ["SR-1"] } as const;
export const CALM = { motion: SafetyState.READY, broken_requirements: [] } as const;
