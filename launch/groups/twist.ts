// The group that takes twists of ROS in the name of the person in command, apart from all else so that it may be given its own permissions.
import { twistRelayNode } from "../../robot/twist/twist-relay.node.ts";
import type { OpenedGroup } from "../threads/group.ts";

export const open = async (): Promise<OpenedGroup> => ({ nodes: [twistRelayNode] });
