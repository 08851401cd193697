// The operations of the rosbridge v2 protocol that the gateway takes from a client, checked at the door.
import { z } from "zod";

const LONGEST_NAME = 256;
const name = z.string().min(1).max(LONGEST_NAME);
const id = name.optional();

const operation = z.discriminatedUnion("op", [
  z.object({
    op: z.literal("subscribe"),
    id,
    topic: name,
    type: name.optional(),
    throttle_rate: z.number().min(0).default(0), // [ms], rosbridge's unit
    queue_length: z.number().int().min(0).default(0),
    compression: z.string().optional(),
  }),
  z.object({ op: z.literal("unsubscribe"), id, topic: name }),
  z.object({ op: z.literal("advertise"), id, topic: name, type: name }),
  z.object({ op: z.literal("unadvertise"), id, topic: name }),
  z.object({ op: z.literal("publish"), id, topic: name, msg: z.unknown() }),
  z.object({ op: z.literal("call_service"), id, service: name, args: z.unknown() }),
  z.object({
    op: z.literal("send_action_goal"),
    id: name,
    action: name,
    action_type: name.optional(),
    args: z.unknown(),
    feedback: z.boolean().default(false),
  }),
  z.object({ op: z.literal("cancel_action_goal"), id: name, action: name }),
  z.object({ op: z.literal("set_level"), id, level: z.enum(["info", "warning", "error", "none"]) }),
]);

export type Operation = z.infer<typeof operation>;
export type Op<Name extends Operation["op"]> = Extract<Operation, { op: Name }>;
export type Level = Op<"set_level">["level"];

export type Taken =
  | { readonly ok: true; readonly operation: Operation }
  | { readonly ok: false; readonly why: string; readonly id: string | undefined };

/** Reads one text frame. What cannot be read is answered with why, never thrown. */
export function readOperation(text: string): Taken {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, why: "expected JSON", id: undefined };
  }
  const read = operation.safeParse(value);
  if (read.success) return { ok: true, operation: read.data };
  const issue = read.error.issues[0];
  const known = (value ?? {}) as { readonly op?: unknown; readonly id?: unknown };
  const given = typeof known.id === "string" ? known.id.slice(0, LONGEST_NAME) : undefined;
  if (issue?.path[0] === "op")
    return { ok: false, why: `op ${JSON.stringify(known.op)} is not offered here`, id: given };
  return { ok: false, why: `${String(known.op)}: ${issue?.path.join(".")}: ${issue?.message}`, id: given };
}

/** Goal states of action_msgs/GoalStatus, which roslib reads. */
export const GOAL = {
  UNKNOWN: 0,
  EXECUTING: 2,
  CANCELING: 3,
  SUCCEEDED: 4,
  CANCELED: 5,
  ABORTED: 6,
} as const;
