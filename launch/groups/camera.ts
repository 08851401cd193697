// The group of the simulated room camera: a thread of its own, for drawing takes milliseconds.
import { cameraNode } from "../../sim/camera/camera.node.ts";
import type { RideOptions } from "../options.ts";
import { readSite } from "../site.ts";

export const open = async ({ world }: RideOptions) => ({
  nodes: [cameraNode(readSite({ file: world }).scene)],
});
