// The gateway of a ride whose event loop is blocked most of the time: what a hung page server is to the stop.
import { defineNode } from "../../../core/node.ts";
import { milliseconds } from "../../../core/units.ts";
import { open as openGateway } from "../../groups/gateway.ts";
import type { BenchOptions } from "../conditions.ts";

/** Long enough for a link to be lost (DOMAIN §1.2 R10), again and again. */
const STALL = milliseconds(500);
const PERIOD = milliseconds(600);

/** Blocks its thread by working on nothing. */
const stallNode = defineNode({
  name: "stall",
  period: PERIOD,
  start: (io) => ({
    step() {
      const end = io.now() + STALL;
      while (io.now() < end);
    },
  }),
});

export const open = async (options: BenchOptions) => {
  const { nodes } = await openGateway(options);
  return { nodes: nodes.concat(stallNode) };
};
