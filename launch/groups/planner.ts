// The group of the care tasks: what is asked of the robot, step by step, as motion requests to the control group.
import { standUpNode } from "../../planner/stand-up/stand-up.node.ts";
import type { RideOptions } from "../options.ts";
import { readSite } from "../site.ts";

export const open = async ({ world }: RideOptions) => ({ nodes: [standUpNode(readSite({ file: world }))] });
