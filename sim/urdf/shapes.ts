// The solids and masses of a link in URDF, which knows box, cylinder and sphere.
import type { Collision, Inertial, Link, Pose, Rgba, Shape, Visual } from "../sdf/model.ts";
import { compose, toRollPitchYaw } from "../sdf/pose.ts";
import { element, number, numbers } from "../xml.ts";

/** A pose in its parent: metres, and fixed-axis roll, pitch, yaw in rad, as in SDF. */
export const origin = ({ position, rotation }: Pose): string =>
  element("origin", { xyz: numbers(position), rpy: numbers(toRollPitchYaw(rotation)) }, []);

/** A shape as URDF has it: one solid, or the three of a capsule; each with its place in the whole. */
function solids(shape: Shape, at: Pose): { readonly text: string; readonly pose: Pose }[] {
  const sphere = (radius: number) => element("sphere", { radius: number(radius) }, []);
  const drum = (radius: number, length: number) =>
    element("cylinder", { radius: number(radius), length: number(length) }, []);
  if (shape.kind === "box") return [{ text: element("box", { size: numbers(shape.size) }, []), pose: at }];
  if (shape.kind === "sphere") return [{ text: sphere(shape.radius), pose: at }];
  if (shape.kind === "cylinder") return [{ text: drum(shape.radius, shape.length), pose: at }];
  if (shape.kind === "capsule") {
    const end = (z: number): Pose => compose(at, { position: [0, 0, z], rotation: [0, 0, 0, 1] });
    return [
      { text: drum(shape.radius, shape.length), pose: at },
      { text: sphere(shape.radius), pose: end(shape.length / 2) },
      { text: sphere(shape.radius), pose: end(shape.length / -2) },
    ];
  }
  throw new Error(`URDF has no ${shape.kind}`);
}

/** The name of a colour among a robot's materials. */
export const materialName = (colour: Rgba): string =>
  `rgba_${colour.map((part) => Math.round(part * 255)).join("_")}`;

function drawn(tag: "visual" | "collision", one: Visual | Collision, inner: readonly string[]): string[] {
  return solids(one.shape, one.pose).map(({ text, pose }, i) =>
    element(tag, { name: i === 0 ? one.name : `${one.name}_end_${i}` }, [
      origin(pose),
      element("geometry", {}, text),
      ...inner,
    ]),
  );
}

function inertial({ mass, centre, inertia }: Inertial): string {
  const { xx, xy, xz, yy, yz, zz } = inertia;
  const tensor = { ixx: xx, ixy: xy, ixz: xz, iyy: yy, iyz: yz, izz: zz };
  return element("inertial", {}, [
    origin({ position: centre, rotation: [0, 0, 0, 1] }),
    element("mass", { value: number(mass) }, []),
    element(
      "inertia",
      Object.fromEntries(Object.entries(tensor).map(([name, value]) => [name, number(value)])),
      [],
    ),
  ]);
}

/** A link with its mass and solids. Throws for an ellipsoid and for a plane: URDF has neither. */
export function linkUrdf(link: Link): string {
  return element("link", { name: link.name }, [
    ...(link.inertial ? [inertial(link.inertial)] : []),
    ...link.visuals.flatMap((one) =>
      drawn("visual", one, [element("material", { name: materialName(one.colour) }, [])]),
    ),
    ...link.collisions.flatMap((one) => drawn("collision", one, [])),
  ]);
}
