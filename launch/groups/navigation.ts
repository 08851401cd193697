// The group that asks Nav2 to drive the base, apart so that it may be given its own permissions. Only on ROS, beside Nav2.
import { driveToNode } from "../../robot/navigation/drive-to.node.ts";
import type { OpenedGroup } from "../threads/group.ts";

export const open = async (): Promise<OpenedGroup> => ({ nodes: [driveToNode] });
