// Lines between nodes that a scenario can break: what a node says is lost, repeated or turned into nothing known; a thread stalls.
import type { AnyNode } from "../../core/node.ts";

/** silent: nothing arrives; repeated: the last message again, with its old stamp; unknown: every number is NaN. */
export const BREAKS = ["silent", "repeated", "unknown"] as const;
export type Break = (typeof BREAKS)[number];

/** What is broken now, changed by a scenario while it runs. */
export interface Broken {
  /** by topic name */
  readonly lines: Map<string, Break>;
  /** names of nodes whose thread stands still: they do not step */
  readonly stalled: Set<string>;
}
export const nothingBroken = (): Broken => ({ lines: new Map(), stalled: new Set() });

type Say = (message: unknown) => void;

/** The same node on lines that can break, in a thread that can stall. */
export const breakable = (spec: AnyNode, broken: Broken): AnyNode => ({
  ...spec,
  start(io) {
    const publish = Object.fromEntries(
      Object.entries(spec.publishes).map(([key, { name }]) => [
        key,
        breakableLine(name, (io.publish as Record<string, Say>)[key], broken),
      ]),
    );
    const running = spec.start({ ...io, publish });
    return { ...running, step: () => (broken.stalled.has(spec.name) ? undefined : running.step()) };
  },
});

function breakableLine(topic: string, say: Say | undefined, { lines }: Broken): Say {
  let last: unknown;
  return (message) => {
    const how = lines.get(topic);
    if (how === "silent") return;
    if (how === undefined) last = message;
    say?.(how === "unknown" ? unknownOf(message) : last);
  };
}

/** The same message with NaN for every number of its body; headers and what is no number stay. */
function unknownOf(value: unknown, key = ""): unknown {
  if (key === "header") return value;
  if (typeof value === "number") return NaN;
  if (value instanceof Float32Array || value instanceof Float64Array) return value.slice().fill(NaN);
  if (Array.isArray(value)) return value.map((each) => unknownOf(each));
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, unknownOf(each, name)]));
}
