// The one place where ROS's axes (x forward, y left, z up) meet three.js: z is made up here, once for everything.
import { Object3D, Quaternion, Vector3 } from "three";
import type { Point, Pose, Quaternion as RosQuaternion } from "../../../core/messages.ts";

/** Must run before the first object is made: every camera and light takes its up from here. */
export function makeZUp() {
  Object3D.DEFAULT_UP.set(0, 0, 1);
}

/** ROS and three.js both order quaternions x y z w. */
export function place(object: Object3D, { position, orientation }: Pose) {
  object.position.set(position.x, position.y, position.z);
  object.quaternion.set(orientation.x, orientation.y, orientation.z, orientation.w);
}

export const vectorOf = ({ x, y, z }: Point) => new Vector3(x, y, z);
export const quaternionOf = ({ x, y, z, w }: RosQuaternion) => new Quaternion(x, y, z, w);
/** three.js's cylinders and capsules lie along y, SDF's along z. */
export const Y_TO_Z = new Quaternion().setFromUnitVectors(new Vector3(0, 1, 0), new Vector3(0, 0, 1));
