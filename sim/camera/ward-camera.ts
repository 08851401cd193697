// The ward's camera: turns the poses of all links into the picture that the first camera of the SDF scene would take.
import type { CameraInfo, LinkPoses } from "../../core/messages.ts";
import type { CameraSensor, Pose, Scene } from "../sdf/model.ts";
import { camerasOf, openCameras, type PlacedCamera } from "./cameras.ts";
import type { SeenPerson } from "./posed-stage.ts";

/** What the picture's header names. */
export const CAMERA_FRAME = "ward_camera_optical";

export interface WardCamera {
  readonly sensor: CameraSensor;
  /** The camera's body in the map: it looks along its x, with z up. */
  readonly pose: Pose;
  /** Draws a frame; RGBA rows from the top, the same buffer every time. */
  draw(poses: LinkPoses): Uint8ClampedArray;
}

/**
 * The first camera of a scene that stands still, and where.
 * @throws when the scene has none
 */
export function cameraOf(scene: Scene): PlacedCamera {
  const camera = camerasOf(scene).find(({ moves }) => !moves);
  if (camera === undefined)
    throw new Error(
      `the scene "${scene.name}" has no camera: expected a sensor of type camera on a link that stands still`,
    );
  return camera;
}

/** The pinhole of a camera, as ROS tells it. */
export function cameraInfo(
  { width, height, horizontalFov }: CameraSensor,
  header: CameraInfo["header"],
): CameraInfo {
  const focal = width / 2 / Math.tan(horizontalFov / 2);
  return {
    header,
    width,
    height,
    distortion_model: "plumb_bob",
    d: [0, 0, 0, 0, 0],
    k: [focal, 0, width / 2, 0, focal, height / 2, 0, 0, 1],
    r: [1, 0, 0, 0, 1, 0, 0, 0, 1],
    p: [focal, 0, width / 2, 0, 0, focal, height / 2, 0, 0, 0, 1, 0],
    binning_x: 0,
    binning_y: 0,
    roi: { x_offset: 0, y_offset: 0, height: 0, width: 0, do_rectify: false },
  };
}

/**
 * Prepares the camera: draws the backdrop and models the person (about a second).
 * @param person how the resident looks; without one, or while a pose of theirs is missing, nobody is drawn
 * @throws when the scene has no camera
 */
export function wardCamera(scene: Scene, person: SeenPerson | undefined): WardCamera {
  const { name, sensor, pose } = cameraOf(scene);
  const cameras = openCameras(scene, person);
  return {
    sensor,
    pose,
    draw(poses) {
      const picture = cameras.draw(name, poses);
      if (picture === undefined) throw new Error(`${name}: expected a camera that stands still`);
      return picture;
    },
  };
}
