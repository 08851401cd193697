// The room camera of a ride at twice its rate: 30 pictures a second.
import { cameraNode } from "../../../sim/camera/camera.node.ts";
import type { Scene } from "../../../sim/sdf/model.ts";
import { readSite } from "../../site.ts";
import type { BenchOptions } from "../conditions.ts";

/** Hz: issue 2, "Done when" 4. */
const RATE = 30;

const faster = (scene: Scene): Scene => ({
  ...scene,
  models: scene.models.map((model) => ({
    ...model,
    links: model.links.map((link) => ({
      ...link,
      sensors: link.sensors.map((sensor) => (sensor.kind === "camera" ? { ...sensor, rate: RATE } : sensor)),
    })),
  })),
});

export const open = async ({ world }: BenchOptions) => ({
  nodes: [cameraNode(faster(readSite(world).scene))],
});
