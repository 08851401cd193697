// Reads what a link is made of: geometry, collisions, visuals and mass.
import { kilograms, metres } from "../../core/units.ts";
import {
  child,
  descend,
  fail,
  nameOf,
  need,
  numberIn,
  numbers,
  positiveIn,
  vector,
  type Element,
} from "./element.ts";
import type { FrameGraph } from "./frame-graph.ts";
import type { Collision, Inertial, Rgba, Shape, Visual } from "./model.ts";
import { turn, type Tensor } from "./tensor.ts";

/** SDF's own default diffuse colour is white; a grey shows a forgotten material without glare. */
const NO_MATERIAL: Rgba = [0.7, 0.7, 0.7, 1];

function sizes(at: Element, count: number): number[] {
  const values = numbers(at, count);
  if (!values.every((value) => value > 0)) fail(at, `expected lengths above 0, got "${at.text}"`);
  return values;
}

const readers: Readonly<Record<string, (at: Element) => Shape>> = {
  box: (at) => {
    const [x = 0, y = 0, z = 0] = sizes(need(at, "size"), 3);
    return { kind: "box", size: [x, y, z] };
  },
  ellipsoid: (at) => {
    const [x = 0, y = 0, z = 0] = sizes(need(at, "radii"), 3);
    return { kind: "ellipsoid", radii: [x, y, z] };
  },
  sphere: (at) => ({ kind: "sphere", radius: metres(positiveIn(at, "radius")) }),
  cylinder: (at) => ({
    kind: "cylinder",
    radius: metres(positiveIn(at, "radius")),
    length: metres(positiveIn(at, "length")),
  }),
  capsule: (at) => ({
    kind: "capsule",
    radius: metres(positiveIn(at, "radius")),
    length: metres(positiveIn(at, "length")),
  }),
  plane: (at) => {
    const [x = 0, y = 0] = sizes(need(at, "size"), 2);
    const normal = child(at, "normal");
    return { kind: "plane", normal: normal ? vector(normal) : [0, 0, 1], size: [metres(x), metres(y)] };
  },
};

function readShape(at: Element): Shape {
  const geometry = need(at, "geometry");
  const one = geometry.children[0];
  const reader = one && readers[one.name];
  if (!one || !reader)
    return fail(
      geometry,
      `expected one of ${Object.keys(readers).join(", ")}, got "${one?.name ?? "nothing"}"`,
    );
  return reader(one);
}

export function readCollision(at: Element, link: string, frames: FrameGraph): Collision {
  const friction = descend(at, "surface", "friction", "ode", "mu");
  const contact = descend(at, "surface", "contact", "ode");
  const soft = contact && child(contact, "kp");
  return {
    name: nameOf(at),
    pose: frames.poseIn(link, at),
    shape: readShape(at),
    friction: friction ? numbers(friction, 1)[0] : undefined,
    softness:
      soft && contact
        ? { stiffness: positiveIn(contact, "kp"), damping: positiveIn(contact, "kd") }
        : undefined,
  };
}

export function readVisual(at: Element, link: string, frames: FrameGraph): Visual {
  const diffuse = descend(at, "material", "diffuse");
  const [red, green, blue, alpha] = diffuse ? numbers(diffuse, 4) : NO_MATERIAL;
  return {
    name: nameOf(at),
    pose: frames.poseIn(link, at),
    shape: readShape(at),
    colour: [red ?? 0, green ?? 0, blue ?? 0, alpha ?? 1],
  };
}

/** Mass properties with the tensor turned into the link's axes. */
export function readInertial(at: Element, link: string, frames: FrameGraph): Inertial {
  const pose = frames.poseIn(link, at);
  const tensor = need(at, "inertia");
  const get = (name: string, otherwise?: number) => numberIn(tensor, name, otherwise);
  const own: Tensor = [
    [get("ixx"), get("ixy", 0), get("ixz", 0)],
    [get("ixy", 0), get("iyy"), get("iyz", 0)],
    [get("ixz", 0), get("iyz", 0), get("izz")],
  ];
  const [[xx, xy, xz], [, yy, yz], [, , zz]] = turn(own, pose.rotation);
  if (!(xx > 0 && yy > 0 && zz > 0)) fail(tensor, "expected positive moments of inertia");
  return {
    mass: kilograms(positiveIn(at, "mass")),
    centre: pose.position,
    inertia: { xx, yy, zz, xy, xz, yz },
  };
}
