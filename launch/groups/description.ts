// The group that tells ROS's own tools of the robot: its URDF, tf2's frames, diagnostics. Only on ROS.
import { diagnosticsNode } from "../../robot/description/diagnostics.node.ts";
import { framesNode } from "../../robot/description/frames.node.ts";
import { robotStatePublisherNode } from "../../robot/description/robot-state-publisher.node.ts";
import { CAMERA_FRAME } from "../../sim/camera/ward-camera.ts";
import { toUrdf } from "../../sim/urdf/urdf.ts";
import type { RideOptions } from "../options.ts";
import { readSite } from "../site.ts";
import type { OpenedGroup } from "../threads/group.ts";

export const open = async ({ world }: RideOptions): Promise<OpenedGroup> => {
  const { robot, home, camera } = readSite({ file: world });
  const frames = framesNode({ home, camera, cameraFrame: CAMERA_FRAME });
  return { nodes: [robotStatePublisherNode(toUrdf(robot)), frames, diagnosticsNode] };
};
