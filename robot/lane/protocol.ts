// Reads one frame of the stop lane: JSON checked field by field, or one sentence about what was wrong.
import { z } from "zod";
import type { LaneRequest } from "../../core/lane-protocol.ts";

const sequence = z.int().min(0);
/** Documented in core/lane-protocol.ts. An unknown field is a mistake of the sender's, and said. */
const request = z.discriminatedUnion("op", [
  z.strictObject({
    op: z.literal("hello"),
    operator: z.string().trim().min(1).max(64),
    role: z.enum(["command", "watch"]),
    on_site: z.boolean(),
  }),
  z.strictObject({
    op: z.literal("beat"),
    sequence,
    hold: z.boolean(),
    round_trip: z.number().min(0).nullable(),
  }),
  z.strictObject({ op: z.literal("stop"), sequence }),
]);

/** Longer frames are not read: the longest request is a hello of about 150 bytes in UTF-8 names of four bytes a letter. */
export const LONGEST_FRAME = 1024;

export type Read =
  { readonly ok: true; readonly request: LaneRequest } | { readonly ok: false; readonly reason: string };

/** The request of a frame, or why it is none. Never throws. */
export function readRequest(frame: string): Read {
  let json: unknown;
  try {
    json = JSON.parse(frame);
  } catch {
    return { ok: false, reason: "expected one JSON object a frame" };
  }
  const parsed = request.safeParse(json);
  if (parsed.success) return { ok: true, request: parsed.data };
  const [issue] = parsed.error.issues;
  return {
    ok: false,
    reason: `${issue?.path.join(".") || "op"}: ${issue?.message ?? "not a request of the lane"}`,
  };
}
