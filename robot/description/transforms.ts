// Transforms as tf2 takes them: of joints at their positions, and of a pose on the floor. What is not a number has none.
import { compose, type Quat, type Vec3 } from "../../core/frames.ts";
import type { TransformStamped } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import type { TreeJoint } from "./urdf.ts";

interface Placed {
  readonly translation: Vec3;
  readonly rotation: Quat;
}

/** The pose of `child` in `parent`; undefined where it is not made of numbers, for tf2 would hand NaN on to all. */
export function transformOf(
  stamp: Stamp,
  parent: string,
  child: string,
  { translation: [x, y, z], rotation: [qx, qy, qz, qw] }: Placed,
): TransformStamped | undefined {
  if (![x, y, z, qx, qy, qz, qw].every(Number.isFinite)) return undefined;
  return {
    header: { stamp, frame_id: parent },
    child_frame_id: child,
    transform: { translation: { x, y, z }, rotation: { x: qx, y: qy, z: qz, w: qw } },
  };
}

/** A joint moved to `position`, m or rad. */
export const jointTransform = (
  stamp: Stamp,
  joint: TreeJoint,
  position: number,
): TransformStamped | undefined =>
  transformOf(stamp, joint.parent, joint.child, compose(joint.origin, motionOf(joint, position)));

function motionOf({ kind, axis: [x, y, z] }: TreeJoint, position: number): Placed {
  if (kind === "fixed") return { translation: [0, 0, 0], rotation: [0, 0, 0, 1] };
  if (kind === "prismatic")
    return { translation: [x * position, y * position, z * position], rotation: [0, 0, 0, 1] };
  const [s, c] = [Math.sin(position / 2), Math.cos(position / 2)];
  return { translation: [0, 0, 0], rotation: [x * s, y * s, z * s, c] };
}

/** Turned about z alone, as whatever stands on the floor. */
export const onFloor = (translation: Vec3, yaw: number): Placed => ({
  translation,
  rotation: [0, 0, Math.sin(yaw / 2), Math.cos(yaw / 2)],
});
