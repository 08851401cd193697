// The gateway of a ride whose event loop is blocked most of the time in a flood: what a hung page server is to the stop.
import { defineNode } from "../../../core/node.ts";
import { milliseconds } from "../../../core/units.ts";
import { open as openGateway } from "../../groups/gateway.ts";
import { isFlooded, type BenchOptions } from "../conditions.ts";

/** Long enough for a link to be lost (DOMAIN §1.2 R10), again and again. */
const STALL = milliseconds(500);
const PERIOD = milliseconds(600);

/** Blocks its thread by working on nothing. */
const stallNode = (options: BenchOptions) =>
  defineNode({
    name: "stall",
    period: PERIOD,
    start: (io) => ({
      step() {
        const end = io.now() + STALL;
        while (isFlooded(options) && io.now() < end);
      },
    }),
  });

export const open = async (options: BenchOptions) => {
  const opened = await openGateway(options);
  return { ...opened, nodes: opened.nodes.concat(stallNode(options)) };
};
