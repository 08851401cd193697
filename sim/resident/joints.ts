// The joints of the body: axes, ranges of motion and passive damping; positive is the clinical direction.
import { degrees } from "../../core/units.ts";

type Direction = "x" | "-x" | "y" | "-y" | "z" | "-z";
interface BodyAxis {
  /** What a clinician calls positive: flexion, abduction, external rotation, lateral flexion to the left. */
  readonly means: string;
  readonly about: Direction;
  readonly least: number;
  readonly most: number;
}
interface BodyJoint {
  readonly parent: string;
  readonly child: string;
  readonly axes: readonly BodyAxis[];
}

/** N·m·s/rad of every axis: the passive damping of a joint in mid-range is of this order (Winter 2009, ch. 5). */
const DAMPING = 1;

const axis = (means: string, about: Direction, least: number, most: number): BodyAxis => ({
  means,
  about,
  least,
  most,
});

/** Ranges in degrees, rounded from the AAOS norms for adults; the neck and trunk are each one joint here. */
function side(name: "left" | "right", out: "x" | "-x", outward: "z" | "-z"): BodyJoint[] {
  return [
    {
      parent: "thorax",
      child: `${name}_upper_arm`,
      axes: [axis("flexion", "-y", -50, 160), axis("abduction", out, -5, 150)],
    },
    { parent: `${name}_upper_arm`, child: `${name}_forearm`, axes: [axis("flexion", "-y", 0, 145)] },
    { parent: `${name}_forearm`, child: `${name}_hand`, axes: [] },
    {
      parent: "pelvis",
      child: `${name}_thigh`,
      axes: [axis("flexion", "-y", -20, 125), axis("abduction", out, -20, 45)],
    },
    {
      parent: `${name}_thigh`,
      child: `${name}_shank`,
      axes: [axis("flexion", "y", 0, 140), axis("rotation", outward, -25, 30)],
    },
    {
      parent: `${name}_shank`,
      child: `${name}_foot`,
      axes: [axis("dorsiflexion", "-y", -50, 30), axis("eversion", out, -30, 20)],
    },
  ];
}

export const BODY_JOINTS: readonly BodyJoint[] = [
  {
    parent: "pelvis",
    child: "thorax",
    axes: [axis("flexion", "y", -25, 60), axis("lateral", "-x", -25, 25)],
  },
  { parent: "thorax", child: "head", axes: [axis("flexion", "y", -50, 45), axis("lateral", "-x", -40, 40)] },
  ...side("left", "x", "z"),
  ...side("right", "-x", "-z"),
];

const vectors: Readonly<Record<Direction, string>> = {
  x: "1 0 0",
  "-x": "-1 0 0",
  y: "0 1 0",
  "-y": "0 -1 0",
  z: "0 0 1",
  "-z": "0 0 -1",
};

/** A joint is named after the link it moves: `left_thigh_joint`. */
export const jointName = (child: string): string => `${child}_joint`;

function axisSdf(one: BodyAxis, tag: string): string {
  const limit = `<limit><lower>${degrees(one.least)}</lower><upper>${degrees(one.most)}</upper></limit>`;
  return `<${tag}><xyz>${vectors[one.about]}</xyz>${limit}<dynamics><damping>${DAMPING}</damping></dynamics></${tag}>`;
}

/** All joints as SDF elements. */
export function bodyJoints(): string {
  const kinds = ["fixed", "revolute", "universal"];
  return BODY_JOINTS.map(({ parent, child, axes }) => {
    const inner = axes.map((one, i) => axisSdf(one, i === 0 ? "axis" : "axis2")).join("");
    return `  <joint name="${jointName(child)}" type="${kinds[axes.length] ?? "fixed"}"><parent>${parent}</parent><child>${child}</child>${inner}</joint>\n`;
  }).join("");
}
