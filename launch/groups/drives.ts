// The group of a robot whose drives ros2_control leads: the driver of the hardware port, alone in its process. Only on ROS.
import { ros2ControlDriverNode } from "../../robot/hardware/ros2-control-driver.node.ts";
import type { OpenedGroup } from "../threads/group.ts";

export const open = async (): Promise<OpenedGroup> => ({ nodes: [ros2ControlDriverNode] });
