// The control group of a ride with a witness at its hardware port.
import { open as openControl } from "../../groups/control.ts";
import { witnessNode } from "../witness.node.ts";
import type { BenchOptions } from "../conditions.ts";

export const open = async (options: BenchOptions) => {
  const { nodes } = await openControl(options);
  return { nodes: nodes.concat(witnessNode(options.channel)) };
};
