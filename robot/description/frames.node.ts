// The frames that tf2 asks for beyond the robot's own: map to odom, odom to base_link, map to camera, map to person (REP-105).
import type { Transform } from "../../core/frames.ts";
import type { Odometry, TransformStamped } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { secondsOf, stampOf } from "../../core/time.ts";
import { rosTopics, topics } from "../../core/topics.ts";
import { milliseconds, type Metres, type Radians } from "../../core/units.ts";
import { personTransform } from "./person-frame.ts";
import { onFloor, transformOf } from "./transforms.ts";

/** 50 Hz, as drivers of differential bases tell odometry. */
const PERIOD = milliseconds(20);

/** What the site's own map knows. */
export interface Places {
  /** Of odom in the map: where the robot is switched on. */
  readonly home: { readonly x: Metres; readonly y: Metres; readonly yaw: Radians };
  readonly camera: Transform<"map", "camera_optical">;
  /** As the camera's messages name it. */
  readonly cameraFrame: string;
}

/** Tells each place with the stamp of the message from which it is known, and once a message. */
export const framesNode = ({ home, camera, cameraFrame }: Places) =>
  defineNode({
    name: "frames",
    period: PERIOD,
    parameters: {
      map_to_odom: {
        default: true,
        about: "map to odom is where the robot is switched on; false where a localisation of ROS tells it",
      },
    },
    subscribes: { odometry: topics.odometry, person: topics.person },
    publishes: { tf: rosTopics.tf, tfStatic: rosTopics.tfStatic },
    start({ now, latest, publish, parameters }) {
      const told = new Map<string, number>();
      let isPlaced = false;
      const place = () => {
        isPlaced = true;
        const stamp = stampOf(now());
        const fixed = [
          transformOf(stamp, "map", cameraFrame, camera),
          parameters.map_to_odom
            ? transformOf(stamp, "map", "odom", onFloor([home.x, home.y, 0], home.yaw))
            : undefined,
        ];
        publish.tfStatic({ transforms: fixed.filter((one) => one !== undefined) });
      };
      /** What has not been told: tf2 complains of every transform that comes twice. */
      const isNew = (transform: TransformStamped | undefined): transform is TransformStamped => {
        const stamp = secondsOf(transform?.header.stamp);
        if (transform === undefined || !Number.isFinite(stamp)) return false;
        if (told.get(transform.child_frame_id) === stamp) return false;
        told.set(transform.child_frame_id, stamp);
        return true;
      };
      return {
        step() {
          if (!isPlaced) place();
          const { odometry, person } = latest;
          const known = [
            odometry && baseTransform(odometry.message),
            person && personTransform(person.message),
          ].filter(isNew);
          if (known.length > 0) publish.tf({ transforms: known });
        },
      };
    },
  });

function baseTransform({ header, pose: { pose } }: Odometry): TransformStamped | undefined {
  const { x, y, z } = pose.position;
  const { x: qx, y: qy, z: qz, w } = pose.orientation;
  return transformOf(header.stamp, "odom", "base_link", {
    translation: [x, y, z],
    rotation: [qx, qy, qz, w],
  });
}
