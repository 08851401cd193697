// How much each bone carries a point of the skin: nearer bones more, and only bones that are neighbours.
import type { Vec3 } from "../../../core/frames.ts";
import { apply, originOf } from "../affine.ts";
import { rod } from "../distance.ts";
import { boneIndex } from "./bones.ts";
import type { Bone } from "./bones.ts";
import type { Figure } from "./figure.ts";

/** At most this many bones carry one point. */
export const CARRIERS = 4;
export interface Carrier {
  readonly bone: number;
  /** The weights of a point sum to 1. */
  readonly weight: number;
}

/** A bone's axis at rest; a thick part reaches further. Radii in m on the reference person. */
interface Axis {
  readonly bone: Bone;
  readonly from: Vec3;
  readonly to: Vec3;
  readonly radius: number;
}

/** Bones whose skins meet. */
const JOINED: readonly (readonly [Bone, Bone])[] = [
  ["pelvis", "spine"],
  ["spine", "thorax"],
  ["pelvis", "thorax"],
  ["thorax", "neck"],
  ["neck", "head"],
  ["thorax", "left_upper_arm"],
  ["left_upper_arm", "left_forearm"],
  ["thorax", "right_upper_arm"],
  ["right_upper_arm", "right_forearm"],
  ["pelvis", "left_thigh"],
  ["left_thigh", "left_shank"],
  ["pelvis", "right_thigh"],
  ["right_thigh", "right_shank"],
  ["spine", "left_thigh"],
  ["spine", "right_thigh"],
];
const meet = (a: Bone, b: Bone): boolean =>
  a === b || JOINED.some(([c, d]) => (a === c && b === d) || (a === d && b === c));

/** How sharply the weight falls with distance: seams are short, like those of a joint. */
const SHARPNESS = 7;

function axes({ rest, size: s }: Figure): readonly Axis[] {
  const joint = (bone: Bone): Vec3 => originOf(rest[bone]);
  const above = (bone: Bone, x: number, z: number): Vec3 => apply(rest[bone], [x * s, 0, z * s]);
  const shoulder = (bone: Bone): Vec3 => [joint(bone)[0], joint(bone)[1] * 0.72, joint(bone)[2]];
  const limb = (bone: Bone, to: Bone, radius: number): Axis => ({
    bone,
    from: joint(bone),
    to: joint(to),
    radius,
  });
  const side = (name: "left" | "right"): Axis[] => [
    limb(`${name}_upper_arm`, `${name}_forearm`, 0.05),
    limb(`${name}_forearm`, `${name}_hand`, 0.038),
    limb(`${name}_thigh`, `${name}_shank`, 0.085),
    limb(`${name}_shank`, `${name}_foot`, 0.055),
  ];
  return [
    { bone: "pelvis", from: above("pelvis", 0, -0.06), to: above("pelvis", 0, 0.07), radius: 0.13 },
    { bone: "pelvis", from: joint("left_thigh"), to: joint("right_thigh"), radius: 0.1 },
    { bone: "spine", from: above("spine", 0, -0.04), to: above("spine", 0, 0.06), radius: 0.12 },
    { bone: "thorax", from: above("thorax", 0, 0.13), to: above("thorax", 0, 0.37), radius: 0.13 },
    { bone: "thorax", from: shoulder("left_upper_arm"), to: shoulder("right_upper_arm"), radius: 0.06 },
    { bone: "neck", from: above("neck", -0.005, 0.01), to: above("neck", 0.01, 0.1), radius: 0.055 },
    { bone: "head", from: above("head", 0.015, 0.12), to: above("head", 0.015, 0.22), radius: 0.06 },
    ...side("left"),
    ...side("right"),
  ];
}

/** Gives the carriers of any point of the skin at rest, the strongest first. */
export function skinWeights(figure: Figure): (p: Vec3) => readonly Carrier[] {
  const all = axes(figure);
  return (p) => {
    const reach = new Map<Bone, number>();
    for (const { bone, from, to, radius } of all) {
      const distance = Math.max(0.02, rod(p, from, to, 0, 0) / (radius * figure.size));
      reach.set(bone, Math.min(distance, reach.get(bone) ?? Infinity));
    }
    const [nearest, least] = [...reach].reduce((a, b) => (b[1] < a[1] ? b : a));
    const near = [...reach]
      .filter(([bone]) => meet(nearest, bone))
      .map(([bone, distance]) => ({ bone: boneIndex(bone), weight: (least / distance) ** SHARPNESS }))
      .toSorted((a, b) => b.weight - a.weight)
      .slice(0, CARRIERS);
    const sum = near.reduce((total, { weight }) => total + weight, 0);
    return near.map(({ bone, weight }) => ({ bone, weight: weight / sum }));
  };
}
