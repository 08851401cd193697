// What the site's own map tells every room: where the camera stands and where the robot begins, read from the SDF world.
import type { Transform } from "../core/frames.ts";
import { metres, radians } from "../core/units.ts";
import { opticalFrame } from "../perception/camera.ts";
import type { FloorPose } from "../planner/dock.ts";
import { cameraOf } from "../sim/camera/ward-camera.ts";
import { DEFAULT_RESIDENT } from "../sim/resident/parameters.ts";
import type { Model, Pose, Scene } from "../sim/sdf/model.ts";
import { readWard } from "../sim/ward.ts";
import { ROBOT, type Setting } from "../sim/world.ts";

export interface Site {
  readonly scene: Scene;
  readonly robot: Model;
  readonly camera: Transform<"map", "camera_optical">;
  /** The pose of odom's origin in the map: where the robot is switched on. */
  readonly home: FloorPose;
  /** Where people sit: each chair's middle, yaw the way one faces. */
  readonly seats: readonly FloorPose[];
}

const floorPose = ({ position: [px, py], rotation: [x, y, z, w] }: Pose): FloorPose => ({
  x: metres(px),
  y: metres(py),
  yaw: radians(Math.atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z))),
});

/** Reads the ward, or the world of `file`, with what is otherwise in it. Throws one clear error when its file is missing or broken, or lacks a robot or a camera. */
export function readSite({ file, furnish = (scene) => scene }: Pick<Setting, "file" | "furnish"> = {}): Site {
  const scene = furnish(readWard(DEFAULT_RESIDENT, file));
  const robot = scene.models.find(({ name }) => name === ROBOT);
  if (robot === undefined) throw new Error(`${file ?? scene.name}: expected a model "${ROBOT}"`);
  const { pose } = cameraOf(scene);
  return {
    scene,
    robot,
    camera: opticalFrame(pose.position, pose.rotation),
    home: floorPose(robot.pose),
    seats: scene.models
      .filter(({ name }) => name.startsWith("chair"))
      .map(({ pose: place }) => floorPose(place)),
  };
}
