// The schema of each message type as MCAP wants it: the text of its .msg file, and of all it contains below.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFINITIONS, type FieldDefinition, type MessageTypes } from "../../core/messages.ts";

const INTERFACES = join(import.meta.dirname, "../../interfaces");
/** Between two definitions of one schema (MCAP registry, ros2msg). */
const RULE = "=".repeat(80);
/** Where the parts of a service or an action stand in its file. */
const PARTS: Readonly<Record<string, number>> = { Request: 0, Response: 1, Goal: 0, Result: 1, Feedback: 2 };

/** Every reader knows it. */
const BUILT_IN = "builtin_interfaces/msg/Time";

export type TypeName = keyof MessageTypes;
export const isTypeName = (name: string): name is TypeName => Object.hasOwn(DEFINITIONS, name);

/** The ros2msg schema of a type: its own text first, then that of each type it contains, once. */
export function schemaOf(type: TypeName): string {
  const parts = [...contained(type, new Set())].map((name) =>
    name === type ? textOf(name) : `${RULE}\nMSG: ${name.replace("/msg/", "/")}\n${textOf(name)}`,
  );
  return parts.join("\n");
}

/** The type itself and all below it, each once, itself first. */
function contained(type: TypeName, seen: Set<TypeName>): ReadonlySet<TypeName> {
  if (seen.has(type)) return seen;
  seen.add(type);
  for (const field of DEFINITIONS[type])
    if (isTypeName(field.type) && field.type !== BUILT_IN) contained(field.type, seen);
  return seen;
}

/** Ours with its comments and constants, as it was written; a standard one from its fields. */
function textOf(type: TypeName): string {
  const [room = "", kind = "", name = ""] = type.split("/");
  if (room !== "care_interfaces") return DEFINITIONS[type].map(lineOf).join("\n");
  const [base = "", part = ""] = name.split("_");
  const text = readFileSync(join(INTERFACES, room, kind, `${base}.${kind}`), "utf8");
  return (text.split(/^---$/m)[PARTS[part] ?? 0] ?? "").trim();
}

function lineOf({ name, type, array }: FieldDefinition): string {
  const brackets = array === false ? "" : array === true ? "[]" : `[${array}]`;
  return `${written(type)}${brackets} ${name}`;
}

/** As a .msg file writes it. */
function written(type: string): string {
  if (type === "time") return "builtin_interfaces/Time";
  if (type === "duration") return "builtin_interfaces/Duration";
  return type.replace("/msg/", "/");
}
