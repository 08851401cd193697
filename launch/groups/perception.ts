// The group of the eyes: MediaPipe blocks its thread for tens of milliseconds a picture, so it has its own.
import { openLandmarker } from "../../perception/mediapipe/landmarker.ts";
import { personNode } from "../../perception/person.node.ts";
import type { RideOptions } from "../options.ts";
import { readSite } from "../site.ts";

export const open = async ({ world }: RideOptions) => {
  const landmarker = await openLandmarker({ model: "lite", mode: "video" });
  return { nodes: [personNode({ landmarker, camera: readSite({ file: world }).camera })] };
};
