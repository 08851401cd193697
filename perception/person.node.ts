// The eyes as a node: a picture of the ward in, what is known of the person out, with the picture's own time.
import type { Transform, Vec3 } from "../core/frames.ts";
import { Person } from "../core/messages.ts";
import type { Image, Landmark as LandmarkMessage, Person as PersonMessage, Point } from "../core/messages.ts";
import { defineNode } from "../core/node.ts";
import { secondsOf } from "../core/time.ts";
import { topics } from "../core/topics.ts";
import { milliseconds } from "../core/units.ts";
import type { Seconds } from "../core/units.ts";
import { intrinsicsOf } from "./camera.ts";
import type { Landmark, Landmarker } from "./landmarker.ts";
import { NOBODY, observePerson } from "./observe.ts";
import type { Observation } from "./observe.ts";
import { rgbaOf } from "./picture.ts";
import type { Posture } from "./posture.ts";

const POSTURE_CODES: Readonly<Record<Posture, number>> = {
  unknown: Person.POSTURE_UNKNOWN,
  lying: Person.POSTURE_LYING,
  sitting: Person.POSTURE_SITTING,
  standing: Person.POSTURE_STANDING,
  other: Person.POSTURE_OTHER,
};

const landmarkMessage = ({ x, y, z, visibility }: Landmark): LandmarkMessage => {
  const inside = x >= 0 && x <= 1 && y >= 0 && y <= 1;
  return { x, y, z, visibility, presence: inside ? 1 : 0 };
};
const pointMessage = ([x, y, z]: Vec3): Point => ({ x, y, z });

/** What is published of an observation. Of somebody who was not seen nothing is told but how little was. */
function personMessage(header: Image["header"], seen: boolean, known: Observation): PersonMessage {
  const { detection, points, angles, posture } = seen ? known : NOBODY;
  return {
    header,
    seen,
    confidence: known.confidence,
    posture: POSTURE_CODES[posture.posture],
    posture_confidence: posture.confidence,
    trunk_lean: angles.trunkLean,
    trunk_tilt: angles.trunkTilt,
    left_knee: angles.leftKnee,
    right_knee: angles.rightKnee,
    left_hip: angles.leftHip,
    right_hip: angles.rightHip,
    landmarks: (detection?.image ?? []).map(landmarkMessage),
    world: (detection?.world ?? []).map(({ x, y, z }) => ({ x, y, z })),
    points: (points ?? []).map(pointMessage),
  };
}

export interface Eyes {
  /** Opened in video mode in the thread that runs the node. */
  readonly landmarker: Landmarker;
  /** Where the camera stands: gives gravity and the map. */
  readonly camera: Transform<"map", "camera_optical">;
}

/** Publishes `person` once for every picture it looked at; pictures that came meanwhile are skipped, newest wins. */
export const personNode = ({ landmarker, camera }: Eyes) =>
  defineNode({
    name: "person",
    period: milliseconds(10),
    wakes: ["image"],
    parameters: {
      min_confidence: {
        default: 0.6,
        unit: "1",
        range: [0.6, 0.95],
        about:
          "below this a person counts as not seen (DOMAIN §6: pose confidence < 0.6 is not usable for motion)",
      },
      model_latency: {
        default: 0,
        unit: "s",
        range: [0, 0.5],
        about: "on a virtual clock, how long a detection is taken to last; 0 on a real one, where it lasts",
      },
    },
    subscribes: { image: topics.image, cameraInfo: topics.cameraInfo, resident: topics.resident },
    publishes: { person: topics.person },

    start(io) {
      const { latest, publish, parameters } = io;
      const observe = observePerson();
      const waiting: { readonly due: number; readonly message: PersonMessage }[] = [];
      let looked: Seconds | undefined;

      const look = (image: Image, time: Seconds) => {
        const info = latest.cameraInfo?.message;
        if (info === undefined) return;
        const { rgba, width, height } = rgbaOf(image);
        const [detection] = landmarker.detect(rgba, width, height, time);
        const view = {
          camera: intrinsicsOf(info),
          place: camera,
          stature: latest.resident?.message.stature,
          seatHeight: latest.resident?.message.seat_height,
        };
        const known = observe(detection, view, time);
        const seen = known.confidence >= parameters.min_confidence;
        waiting.push({
          due: io.now() + parameters.model_latency,
          message: personMessage(image.header, seen, known),
        });
      };
      return {
        step() {
          const image = latest.image?.message;
          const time = secondsOf(image?.header.stamp);
          if (image !== undefined && Number.isFinite(time) && time !== looked) {
            looked = time;
            look(image, time);
          }
          while (waiting[0] !== undefined && waiting[0].due <= io.now()) {
            const next = waiting.shift();
            if (next !== undefined) publish.person(next.message);
          }
        },
        stop: () => landmarker.close(),
      };
    },
  });
