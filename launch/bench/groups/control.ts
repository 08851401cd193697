// The control group of a ride with a witness at its hardware port.
import { open as openControl } from "../../groups/control.ts";
import type { BenchOptions } from "../conditions.ts";
import { witnessNode } from "../witness.node.ts";

export const open = async (options: BenchOptions) => {
  const opened = await openControl(options);
  return { ...opened, nodes: opened.nodes.concat(witnessNode(options.channel)) };
};
