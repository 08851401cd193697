// The simulated cameras as a node: the true poses of all links in, pictures with their time out.
import type { SensorFault } from "../../core/faults.ts";
import type { CameraInfo, Image, LinkPoses, Resident } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { secondsOf } from "../../core/time.ts";
import { cameraTopics, topics } from "../../core/topics.ts";
import { milliseconds } from "../../core/units.ts";
import type { Scene } from "../sdf/model.ts";
import { alteredImage } from "../sensors/channels.ts";
import { imperfectionsOf, profileOf } from "../sensors/data-sheets.ts";
import { imperfectLine } from "../sensors/imperfection.ts";
import { openCameras, type Cameras, type PlacedCamera } from "./cameras.ts";
import type { SeenPerson } from "./posed-stage.ts";
import type { ConsentZone } from "./veil.ts";
import { CAMERA_FRAME, cameraInfo, cameraOf } from "./ward-camera.ts";

const BYTES_PER_PIXEL = 4;
const personOf = (known: Resident | undefined): SeenPerson | undefined =>
  known === undefined ? undefined : { stature: known.stature, bodyMass: known.body_mass };
const alike = (a: SeenPerson, b: SeenPerson | undefined): boolean =>
  a.stature === b?.stature && a.bodyMass === b.bodyMass;

/** A camera of the scene that is published. */
export interface View {
  readonly camera: PlacedCamera;
  /** Of its pictures' headers. */
  readonly frame: string;
  readonly topics: ReturnType<typeof cameraTopics>;
  /** What it may not show; none when left out. */
  readonly zones?: readonly ConsentZone[];
}
/** The room camera that the eyes look through. */
const wardView = (scene: Scene): View => ({
  camera: cameraOf(scene),
  frame: CAMERA_FRAME,
  topics: { image: topics.image, cameraInfo: topics.cameraInfo },
});

/** Publishes pictures at each sensor's rate, stamped with the time of the poses they show. */
export const cameraNode = (scene: Scene, views: readonly View[] = [wardView(scene)]) =>
  defineNode({
    name: "ward_camera",
    period: milliseconds(10),
    wakes: ["linkPoses"],
    parameters: {
      sensors: { default: "perfect", about: 'how pictures differ from the truth: "perfect" or "typical"' },
      veil_refused: {
        default: false,
        about:
          "a resident who has not consented to pictures is drawn as a filled shape; eyes cannot see them then",
      },
    },
    subscribes: { linkPoses: topics.linkPoses, resident: topics.resident, faults: topics.activeFaults },
    publishes: Object.fromEntries(
      views.flatMap(({ topics: own }, i) => [
        [`image_${i}`, own.image],
        [`info_${i}`, own.cameraInfo],
      ]),
    ),

    start({ latest, publish, parameters, now }) {
      const { camera: imperfection } = imperfectionsOf(profileOf(parameters.sensors));
      const has = (fault: SensorFault) => latest.faults?.message.faults.includes(`camera.${fault}`) === true;
      let shown: SeenPerson | undefined;
      let cameras: Cameras | undefined;

      /** The cameras with the resident as they are now known; a new resident is modelled once. */
      const camerasNow = (): Cameras => {
        const wanted = personOf(latest.resident?.message);
        if (cameras !== undefined && (wanted === undefined || alike(wanted, shown))) return cameras;
        shown = wanted;
        cameras = openCameras(scene, wanted);
        return cameras;
      };
      const zonesNow = (own: readonly ConsentZone[]): readonly ConsentZone[] => {
        const isRefused = parameters.veil_refused && latest.resident?.message.picture_refused !== false;
        return isRefused ? [...own, { kind: "person" }] : own;
      };
      const takers = views.map(({ camera: { name, sensor }, frame, zones = [] }, i) => {
        const say = publish[`image_${i}`] as (image: Image) => void;
        const tellInfo = publish[`info_${i}`] as (info: CameraInfo) => void;
        const line = imperfectLine("camera", i, imperfection, alteredImage, has, say);
        let taken = NaN; // the beat of the last picture
        const take = (poses: LinkPoses, rgba: Uint8ClampedArray): void => {
          const { width, height } = sensor;
          const header = { stamp: poses.header.stamp, frame_id: frame };
          const data = new Uint8Array(rgba); // a copy: the frame leaves, the buffer is drawn on again
          if (Number.isNaN(taken)) tellInfo(cameraInfo(sensor, header));
          const step = width * BYTES_PER_PIXEL;
          line.take({ header, width, height, encoding: "rgba8", is_bigendian: 0, step, data });
        };
        return () => {
          line.flush(now());
          const poses = latest.linkPoses?.message;
          const time = secondsOf(poses?.header.stamp);
          // By the beat and not by the gap: poses at 100 Hz never lie a whole period of 15 Hz apart.
          const beat = Math.floor(time * sensor.rate);
          if (poses === undefined || !Number.isFinite(beat) || beat === taken) return;
          const rgba = camerasNow().draw(name, poses, zonesNow(zones));
          if (rgba === undefined) return;
          take(poses, rgba);
          taken = beat;
        };
      });
      return { step: () => takers.forEach((look) => look()) };
    },
  });
