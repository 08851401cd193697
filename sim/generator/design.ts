// A model as it is designed: links of parts, joints, sensors; and its text in SDF 1.9.
import type { Vec3 } from "../../core/frames.ts";
import type { Shape } from "../sdf/model.ts";
import { massOf } from "./mass.ts";
import type { Part } from "./parts.ts";
import type { SensorDesign } from "./sensors.ts";
import { sensorSdf } from "./sensors.ts";
import { element, number, numbers, type Inner } from "../xml.ts";

export interface LinkDesign {
  readonly name: string;
  /** In the model's frame, parallel to it: every link of ours stands upright while its joint is at zero. m */
  readonly at: Vec3;
  readonly parts: readonly Part[];
  readonly sensors?: readonly SensorDesign[];
}

/** The joint stands at the origin of its child link. m and N, or rad and N·m. */
export interface JointDesign {
  readonly name: string;
  readonly type: "fixed" | "revolute" | "continuous" | "prismatic";
  readonly parent: string;
  readonly child: string;
  readonly axis?: Vec3;
  readonly range?: readonly [lower: number, upper: number];
  readonly effort?: number;
  readonly velocity?: number;
  readonly damping?: number;
  /** Dry friction: a latch, a brake or a spindle that locks itself. */
  readonly friction?: number;
  readonly sensors?: readonly SensorDesign[];
}

export interface ModelDesign {
  readonly name: string;
  /** What it is, its origin and its joints: becomes the comment above the model. */
  readonly about: string;
  readonly fixed?: boolean;
  readonly links: readonly LinkDesign[];
  readonly joints?: readonly JointDesign[];
}

const SHAPES: { readonly [Kind in Shape["kind"]]: (shape: Extract<Shape, { kind: Kind }>) => Inner } = {
  box: ({ size }) => element("size", {}, numbers(size)),
  ellipsoid: ({ radii }) => element("radii", {}, numbers(radii)),
  sphere: ({ radius }) => element("radius", {}, number(radius)),
  cylinder: round,
  capsule: round,
  plane: ({ normal, size }) => [element("normal", {}, numbers(normal)), element("size", {}, numbers(size))],
};
function round({ radius, length }: { radius: number; length: number }): Inner {
  return [element("radius", {}, number(radius)), element("length", {}, number(length))];
}
const inside = (shape: Shape): Inner => (SHAPES[shape.kind] as (one: Shape) => Inner)(shape);
const geometry = (shape: Shape): string => element("geometry", {}, element(shape.kind, {}, inside(shape)));

function surface({ surface: one }: Part): Inner {
  if (one === undefined) return [];
  const { friction, stiffness, damping } = one;
  const grip =
    friction === undefined
      ? []
      : element(
          "friction",
          {},
          element(
            "ode",
            {},
            ["mu", "mu2"].map((mu) => element(mu, {}, number(friction))),
          ),
        );
  const yields =
    stiffness === undefined || damping === undefined
      ? []
      : element(
          "contact",
          {},
          element("ode", {}, [element("kp", {}, number(stiffness)), element("kd", {}, number(damping))]),
        );
  return element("surface", {}, [grip, yields].flat());
}

const pose = (at: Vec3, turned: Vec3 = [0, 0, 0]): Inner =>
  [...at, ...turned].every((value) => value === 0) ? [] : element("pose", {}, numbers([...at, ...turned]));

function partSdf(part: Part): string[] {
  const body = [pose(part.at, part.turned), geometry(part.shape)].flat();
  const felt = element("collision", { name: part.name }, [...body, surface(part)].flat());
  const material = element("material", {}, element("diffuse", {}, numbers(part.colour)));
  const seen = element("visual", { name: `${part.name}_visual` }, [...body, material]);
  return [...(part.only === "seen" ? [] : [felt]), ...(part.only === "felt" ? [] : [seen])];
}

function inertial(link: LinkDesign): string {
  const { mass, centre, inertia } = massOf(link.name, link.parts);
  const [[ixx, ixy, ixz], [, iyy, iyz], [, , izz]] = inertia;
  const tensor = Object.entries({ ixx, ixy, ixz, iyy, iyz, izz });
  return element(
    "inertial",
    {},
    [
      pose(centre),
      element("mass", {}, number(mass)),
      element(
        "inertia",
        {},
        tensor.map(([name, value]) => element(name, {}, number(value))),
      ),
    ].flat(),
  );
}

function linkSdf(link: LinkDesign, fixed: boolean): string {
  return element(
    "link",
    { name: link.name },
    [
      pose(link.at),
      fixed ? [] : inertial(link),
      link.parts.flatMap(partSdf),
      (link.sensors ?? []).map(sensorSdf),
    ].flat(),
  );
}

function axisSdf({ axis, range, effort, velocity, damping, friction }: JointDesign): Inner {
  if (axis === undefined) return [];
  const given = (values: Readonly<Record<string, number | undefined>>): string[] =>
    Object.entries(values).flatMap(([name, value]) =>
      value === undefined ? [] : [element(name, {}, number(value))],
    );
  const limit = given({ lower: range?.[0], upper: range?.[1], effort, velocity });
  return element("axis", {}, [
    element("xyz", {}, numbers(axis)),
    element("limit", {}, limit),
    element("dynamics", {}, given({ damping, friction })),
  ]);
}

function jointSdf(joint: JointDesign): string {
  return element(
    "joint",
    { name: joint.name, type: joint.type },
    [
      element("parent", {}, joint.parent),
      element("child", {}, joint.child),
      axisSdf(joint),
      (joint.sensors ?? []).map(sensorSdf),
    ].flat(),
  );
}

/** The text of a model file. Throws when a link that moves has no mass. */
export function modelSdf({ name, about, fixed = false, links, joints = [] }: ModelDesign): string {
  const model = element(
    "model",
    { name },
    [
      fixed ? element("static", {}, "true") : [],
      links.map((link) => linkSdf(link, fixed)),
      joints.map(jointSdf),
    ].flat(),
  );
  return `<?xml version="1.0"?>\n<!-- Generated by \`npm run generate\`; never edited.\n     ${about} -->\n${element("sdf", { version: "1.9" }, model)}\n`;
}
