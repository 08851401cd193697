// The bones that carry the drawn person: where they are at rest, and where the simulated body's links put them.
import { bodyLengths } from "../../../core/body/segments.ts";
import type { Quat, Vec3 } from "../../../core/frames.ts";
import type { Pose } from "../../../core/messages.ts";
import type { Metres } from "../../../core/units.ts";
import { degrees } from "../../../core/units.ts";
import { affineOf, halfWay, multiply, translation, turnX } from "../affine.ts";
import type { Affine } from "../affine.ts";

/** `spine` and `neck` are no links: they share the turn of their joint, so that the skin bends instead of folding. */
export const BONES = [
  "pelvis",
  "spine",
  "thorax",
  "neck",
  "head",
  "left_upper_arm",
  "left_forearm",
  "left_hand",
  "right_upper_arm",
  "right_forearm",
  "right_hand",
  "left_thigh",
  "left_shank",
  "left_foot",
  "right_thigh",
  "right_shank",
  "right_foot",
] as const;
export type Bone = (typeof BONES)[number];
export const boneIndex = (bone: Bone): number => BONES.indexOf(bone);
export type BoneMap = Readonly<Record<Bone, Affine>>;

/** At rest the arms stand off the trunk and the legs apart, so that the skin of one is not taken for the other's. */
const ARM_OFF = degrees(40);
const LEG_OFF = degrees(6);
/** The neck joint's height above the shoulders, as the simulated body has it (of stature). */
const NECK_ABOVE_SHOULDERS = 0.012;

/** Every bone at rest, standing on z = 0. */
export function restBones(stature: Metres): BoneMap {
  const l = bodyLengths(stature);
  const pelvis = translation(0, 0, l.ankleHeight + l.shank + l.thigh);
  const on = (parent: Affine, x: number, y: number, z: number, turn?: Affine): Affine => {
    const moved = multiply(parent, translation(x, y, z));
    return turn === undefined ? moved : multiply(moved, turn);
  };
  const thorax = on(pelvis, 0, 0, l.lumbar);
  const head = on(pelvis, 0, 0, l.trunk + NECK_ABOVE_SHOULDERS * stature);
  const arm = (y: 1 | -1) => {
    const upper = on(pelvis, 0, y * l.shoulderHalfBreadth, l.trunk, turnX(y * ARM_OFF));
    const fore = on(upper, 0, 0, 0 - l.upperArm);
    return [upper, fore, on(fore, 0, 0, 0 - l.forearm)] as const;
  };
  const leg = (y: 1 | -1) => {
    const thigh = on(pelvis, 0, y * l.hipHalfBreadth, 0, turnX(y * LEG_OFF));
    const shank = on(thigh, 0, 0, 0 - l.thigh);
    return [thigh, shank, on(shank, 0, 0, 0 - l.shank)] as const;
  };
  const [leftArm, rightArm, leftLeg, rightLeg] = [arm(1), arm(-1), leg(1), leg(-1)];
  return {
    pelvis,
    spine: thorax,
    thorax,
    neck: head,
    head,
    left_upper_arm: leftArm[0],
    left_forearm: leftArm[1],
    left_hand: leftArm[2],
    right_upper_arm: rightArm[0],
    right_forearm: rightArm[1],
    right_hand: rightArm[2],
    left_thigh: leftLeg[0],
    left_shank: leftLeg[1],
    left_foot: leftLeg[2],
    right_thigh: rightLeg[0],
    right_shank: rightLeg[1],
    right_foot: rightLeg[2],
  };
}

const vector = ({ position: { x, y, z } }: Pose): Vec3 => [x, y, z];
const quaternion = ({ orientation: { x, y, z, w } }: Pose): Quat => [x, y, z, w];

/**
 * Where the bones are when the links are there.
 * @param link the pose of a body link by its name, in the map
 * @returns undefined while a link is missing: half a person is not drawn
 */
export function posedBones(link: (name: string) => Pose | undefined): BoneMap | undefined {
  const poses = new Map(BONES.map((bone) => [bone, link(bone)]));
  const [pelvis, thorax, head] = [poses.get("pelvis"), poses.get("thorax"), poses.get("head")];
  if (pelvis === undefined || thorax === undefined || head === undefined) return undefined;
  const between = (at: Pose, a: Pose, b: Pose) => affineOf(vector(at), halfWay(quaternion(a), quaternion(b)));
  const placed: Partial<Record<Bone, Affine>> = {
    spine: between(thorax, pelvis, thorax),
    neck: between(head, thorax, head),
  };
  for (const bone of BONES) {
    const pose = poses.get(bone);
    if (pose !== undefined) placed[bone] = affineOf(vector(pose), quaternion(pose));
    if (placed[bone] === undefined) return undefined;
  }
  return placed as BoneMap;
}
