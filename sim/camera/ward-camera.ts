// The ward's camera: turns the poses of all links into the picture that the camera of the SDF scene would take.
import type { Quat, Vec3 } from "../../core/frames.ts";
import type { CameraInfo, LinkPoses, Pose as PoseMessage } from "../../core/messages.ts";
import type { Kilograms, Metres } from "../../core/units.ts";
import type { CameraSensor, Model, Pose, Scene } from "../sdf/model.ts";
import { compose } from "../sdf/pose.ts";
import { fixedMesh, movingLinks } from "./furniture.ts";
import { lens } from "./lens.ts";
import { ballsOf } from "./openness.ts";
import type { Balls } from "./openness.ts";
import { posedBones } from "./person/bones.ts";
import { drawPerson } from "./person/drawn-person.ts";
import { renderer } from "./renderer.ts";

/** The model whose links carry the drawn person. */
const RESIDENT = "resident";
/** What the picture's header names. */
export const CAMERA_FRAME = "ward_camera_optical";

export interface SeenPerson {
  readonly stature: Metres;
  readonly bodyMass: Kilograms;
}

export interface WardCamera {
  readonly sensor: CameraSensor;
  /** The camera's body in the map: it looks along its x, with z up. */
  readonly pose: Pose;
  /** Draws a frame; RGBA rows from the top, the same buffer every time. */
  draw(poses: LinkPoses): Uint8ClampedArray;
}

/**
 * The one camera of a scene and where it stands.
 * @throws when the scene has none
 */
export function cameraOf(scene: Scene): { readonly sensor: CameraSensor; readonly pose: Pose } {
  for (const model of scene.models) {
    for (const link of model.links) {
      const sensor = link.sensors.find((one): one is CameraSensor => one.kind === "camera");
      if (sensor !== undefined) {
        return { sensor, pose: compose(compose(model.pose, link.pose), sensor.pose) };
      }
    }
  }
  throw new Error(`the scene "${scene.name}" has no camera: expected a sensor of type camera on a link`);
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

const positionOf = ({ position: { x, y, z } }: PoseMessage): Vec3 => [x, y, z];
const rotationOf = ({ orientation: { x, y, z, w } }: PoseMessage): Quat => [x, y, z, w];

/** The resident's bones, or nothing where a scene has no resident or a pose is missing. */
function personIn(scene: Scene, person: SeenPerson | undefined) {
  const resident = scene.models.find(({ name }) => name === RESIDENT);
  if (resident === undefined || person === undefined) return undefined;
  return drawPerson(person.stature, person.bodyMass);
}

const moves = (model: Model): boolean => !model.fixed && model.name !== RESIDENT;

/**
 * Prepares the camera: draws the backdrop and models the person (about a second).
 * @param person how the resident looks; without one, or while a pose of theirs is missing, nobody is drawn
 * @throws when the scene has no camera
 */
export function wardCamera(scene: Scene, person: SeenPerson | undefined): WardCamera {
  const { sensor, pose } = cameraOf(scene);
  const view = lens(sensor.width, sensor.height, sensor.horizontalFov, pose.position, pose.rotation);
  const stage = scene.models.find(({ name }) => name === RESIDENT)?.pose.position ?? [0, 0, 0];
  const draw = renderer(view, fixedMesh(scene.models.filter(({ fixed }) => fixed)), stage);
  const links = scene.models.filter(moves).flatMap(movingLinks);
  const resident = personIn(scene, person);
  const noBalls: Balls = new Float64Array(0);

  return {
    sensor,
    pose,
    draw: ({ names, poses }) => {
      const at = new Map(names.map((name, i) => [name, poses[i]]));
      const placed = links.filter((link) => {
        const found = at.get(link.name);
        if (found !== undefined) link.place(positionOf(found), rotationOf(found));
        return found !== undefined;
      });
      const meshes = placed.map(({ mesh }) => mesh);
      const bones = posedBones((bone) => at.get(`${RESIDENT}/${bone}`));
      if (resident === undefined || bones === undefined) return draw.draw(meshes, noBalls);
      const balls = ballsOf(resident.pose(bones));
      resident.shade(balls, pose.position);
      return draw.draw([...meshes, resident.mesh], balls);
    },
  };
}
