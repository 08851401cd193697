// The group that tells the joints zero where the group "drives" has died: a process of its own, or it would die with it. Only on ROS.
import { driveGuardNode } from "../../robot/hardware/drive-guard.node.ts";
import type { OpenedGroup } from "../threads/group.ts";

export const open = async (): Promise<OpenedGroup> => ({ nodes: [driveGuardNode] });
