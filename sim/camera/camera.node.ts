// The simulated room camera as a node: the true poses of all links in, a picture with their time out.
import type { LinkPoses, Resident } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { secondsOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds } from "../../core/units.ts";
import type { Scene } from "../sdf/model.ts";
import { CAMERA_FRAME, cameraInfo, cameraOf, wardCamera } from "./ward-camera.ts";
import type { SeenPerson, WardCamera } from "./ward-camera.ts";

const BYTES_PER_PIXEL = 4;
const personOf = (known: Resident | undefined): SeenPerson | undefined =>
  known === undefined ? undefined : { stature: known.stature, bodyMass: known.body_mass };
const alike = (a: SeenPerson, b: SeenPerson | undefined): boolean =>
  a.stature === b?.stature && a.bodyMass === b.bodyMass;

/** Publishes a picture at the sensor's rate, stamped with the time of the poses it shows. */
export const cameraNode = (scene: Scene) => {
  const { sensor } = cameraOf(scene);
  return defineNode({
    name: "ward_camera",
    period: milliseconds(10),
    wakes: ["linkPoses"],
    subscribes: { linkPoses: topics.linkPoses, resident: topics.resident },
    publishes: { image: topics.image, cameraInfo: topics.cameraInfo },

    start({ latest, publish }) {
      let shown: SeenPerson | undefined;
      let camera: WardCamera | undefined;
      let taken = NaN; // the beat of the last picture

      /** The camera with the resident as they are now known; a new resident is modelled once. */
      const cameraNow = (): WardCamera => {
        const wanted = personOf(latest.resident?.message);
        if (camera !== undefined && (wanted === undefined || alike(wanted, shown))) return camera;
        shown = wanted;
        camera = wardCamera(scene, wanted);
        return camera;
      };
      const take = (poses: LinkPoses): void => {
        const { width, height } = sensor;
        const header = { stamp: poses.header.stamp, frame_id: CAMERA_FRAME };
        const rgba = cameraNow().draw(poses);
        const data = new Uint8Array(rgba); // a copy: the frame leaves, the buffer is drawn on again
        if (Number.isNaN(taken)) publish.cameraInfo(cameraInfo(sensor, header));
        publish.image({
          header,
          width,
          height,
          encoding: "rgba8",
          is_bigendian: 0,
          step: width * BYTES_PER_PIXEL,
          data,
        });
      };
      return {
        step() {
          const poses = latest.linkPoses?.message;
          const time = secondsOf(poses?.header.stamp);
          // By the beat and not by the gap: poses at 100 Hz never lie a whole period of 15 Hz apart.
          const beat = Math.floor(time * sensor.rate);
          if (poses === undefined || !Number.isFinite(beat) || beat === taken) return;
          take(poses);
          taken = beat;
        },
      };
    },
  });
};
