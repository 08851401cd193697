// The bench's two groups as worker threads of the embedded graph.
import type { OpenedGroup } from "../../threads/group.ts";
import { hearer } from "./hear.ts";
import { answerOn, threadLine } from "./line.ts";
import { sinkNode, sourceNode } from "./nodes.ts";

interface Options {
  readonly role: "source" | "sink";
  /** Name of the line on which it is asked. */
  readonly line: string;
}

export function open({ role, line }: Options): Promise<OpenedGroup> {
  const asked = threadLine(line);
  if (role === "source")
    return Promise.resolve({ nodes: [sourceNode((acts) => answerOn(asked, acts), true)] });
  const hears = hearer();
  answerOn(asked, hears.acts);
  return Promise.resolve({ nodes: [sinkNode(hears)] });
}
