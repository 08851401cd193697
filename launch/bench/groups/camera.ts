// The room camera of a ride, which takes twice as many pictures in a flood: 30 a second.
import { cameraNode } from "../../../sim/camera/camera.node.ts";
import type { Scene } from "../../../sim/sdf/model.ts";
import { readSite } from "../../site.ts";
import { isFlooded, type BenchOptions } from "../conditions.ts";

/** Hz: issue 2, "Done when" 4. */
const FLOOD_RATE = 30;

/** The same scene with cameras whose rate follows the condition: the camera's node asks for it anew each step. */
const floodable = (scene: Scene, options: BenchOptions): Scene => ({
  ...scene,
  models: scene.models.map((model) => ({
    ...model,
    links: model.links.map((link) => ({
      ...link,
      sensors: link.sensors.map((sensor) => {
        if (sensor.kind !== "camera") return sensor;
        const rate = () => (isFlooded(options) ? FLOOD_RATE : sensor.rate);
        return Object.defineProperty({ ...sensor }, "rate", { get: rate });
      }),
    })),
  })),
});

export const open = async (options: BenchOptions) => ({
  nodes: [cameraNode(floodable(readSite({ file: options.world }).scene, options))],
});
