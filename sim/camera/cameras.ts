// Every camera of a scene by its name, each with its own place, size and rate, all drawn by one renderer of one stage.
import type { LinkPoses } from "../../core/messages.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { CameraSensor, Pose, Scene } from "../sdf/model.ts";
import { compose } from "../sdf/pose.ts";
import { lens, type Lens } from "./lens.ts";
import { posedStage, type Posed, type SeenPerson } from "./posed-stage.ts";
import { renderer, type Renderer } from "./renderer.ts";
import { veil, veilsPerson, type ConsentZone } from "./veil.ts";

/** A camera of the SDF. */
export interface PlacedCamera {
  /** "model/sensor". */
  readonly name: string;
  readonly sensor: CameraSensor;
  /** The link that carries it, "model/link", and whether that moves. */
  readonly link: string;
  readonly moves: boolean;
  /** In the map, as the scene begins: it looks along its x, with z up. */
  readonly pose: Pose;
}
export interface Cameras {
  /**
   * Draws what a camera sees; RGBA rows from the top, the same buffer every time for the same camera. Zones without
   * consent are filled. Undefined while the pose of a camera that moves is not told. Throws for an unknown camera.
   */
  draw(camera: string, poses: LinkPoses, zones?: readonly ConsentZone[]): Uint8ClampedArray | undefined;
}

/** In the order of the scene; none when it has none. Thermal cameras are not drawn. */
export const camerasOf = (scene: Scene): readonly PlacedCamera[] =>
  scene.models.flatMap((model) =>
    model.links.flatMap((link) =>
      link.sensors.flatMap((sensor): PlacedCamera[] =>
        sensor.kind === "camera"
          ? [
              {
                name: `${model.name}/${sensor.name}`,
                sensor,
                link: bodyName(model.name, link.name),
                moves: !model.fixed,
                pose: compose(compose(model.pose, link.pose), sensor.pose),
              },
            ]
          : [],
      ),
    ),
  );

const lensOf = ({ width, height, horizontalFov }: CameraSensor, { position, rotation }: Pose): Lens =>
  lens(width, height, horizontalFov, position, rotation);
const same = (a: Pose, b: Pose): boolean =>
  a.position.every((value, i) => value === b.position[i]) &&
  a.rotation.every((value, i) => value === b.rotation[i]);

/** A camera's place, and the renderer whose backdrop was drawn from there. */
interface Station {
  readonly pose: Pose;
  readonly lens: Lens;
  readonly renderer: Renderer;
}

/** Prepares the stage; a camera's backdrop is drawn (about half a second) when it is first asked for, and again when it has moved. */
export function openCameras(scene: Scene, look: SeenPerson | undefined): Cameras {
  const stage = posedStage(scene, look);
  const known = new Map(camerasOf(scene).map((camera) => [camera.name, camera]));
  const stations = new Map<string, Station>();

  function stationAt({ name, sensor }: PlacedCamera, pose: Pose): Station {
    const before = stations.get(name);
    if (before && same(before.pose, pose)) return before;
    const view = lensOf(sensor, pose);
    const station = { pose, lens: view, renderer: renderer(view, stage.fixed, stage.middle) };
    stations.set(name, station);
    return station;
  }
  function find(name: string): PlacedCamera {
    const camera = known.get(name);
    if (camera !== undefined) return camera;
    throw new Error(`no camera "${name}"; the scene has ${[...known.keys()].join(", ") || "none"}`);
  }
  /** Where a camera is now; undefined while that is not told. */
  function placeOf(camera: PlacedCamera, at: ReadonlyMap<string, Pose>): Pose | undefined {
    if (!camera.moves) return camera.pose;
    const carrier = at.get(camera.link);
    return carrier && compose(carrier, camera.sensor.pose);
  }
  function paint({ lens: view, renderer: painter }: Station, posed: Posed, zones: readonly ConsentZone[]) {
    const { meshes, person, balls } = posed;
    const isVeiled = veilsPerson(zones);
    if (!isVeiled) person?.shade(balls, view.eye);
    const all = person ? [...meshes, person.mesh] : meshes;
    const rgba = painter.draw(all, balls, isVeiled ? person?.mesh : undefined);
    veil(rgba, view, zones);
    return rgba;
  }
  return {
    draw(name, poses, zones = []) {
      const camera = find(name);
      const posed = stage.pose(poses);
      const pose = placeOf(camera, posed.at);
      return pose && paint(stationAt(camera, pose), posed, zones);
    },
  };
}
