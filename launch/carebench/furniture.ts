// What people sit and lie on, as its parts are seen from the side, for a replay.
import type { Vec3 } from "../../core/frames.ts";
import type { Pose, Scene, Shape } from "../../sim/sdf/model.ts";
import { compose, rotate } from "../../sim/sdf/pose.ts";

/** x and z of two opposite corners in the map, m, to the millimetre. */
export type Part = readonly [x0: number, z0: number, x1: number, z1: number];

const RESTS: readonly string[] = ["seat", "mattress"];

/** Half of what a solid takes along its own axes, m; undefined for a plane, which has no end. */
function halfOf(shape: Shape): Vec3 | undefined {
  if (shape.kind === "plane") return undefined;
  if (shape.kind === "box") return [shape.size[0] / 2, shape.size[1] / 2, shape.size[2] / 2];
  if (shape.kind === "ellipsoid") return shape.radii;
  const { radius } = shape;
  const along = { sphere: radius, cylinder: 0, capsule: radius }[shape.kind];
  return [radius, radius, along + (shape.kind === "sphere" ? 0 : shape.length / 2)];
}

const mm = (value: number) => Number(value.toFixed(3));

function partOf(shape: Shape, { position: [x, , z], rotation }: Pose): Part | undefined {
  const half = halfOf(shape);
  if (half === undefined) return undefined;
  const [a, b, c] = half;
  const axes = [rotate(rotation, [a, 0, 0]), rotate(rotation, [0, b, 0]), rotate(rotation, [0, 0, c])];
  // a turned box reaches as far as its axes together
  const reach = (along: 0 | 2) => axes.reduce((sum, axis) => sum + Math.abs(axis[along]), 0);
  return [mm(x - reach(0)), mm(z - reach(2)), mm(x + reach(0)), mm(z + reach(2))];
}

/** The smallest upright boxes around the solids of every model that has a seat or a mattress, as it stands at the beginning. */
export const furnitureOf = ({ models }: Scene): readonly Part[] =>
  models
    .map(({ pose, links }) =>
      links.flatMap((link) =>
        link.collisions.map((one) => ({ ...one, pose: compose(compose(pose, link.pose), one.pose) })),
      ),
    )
    .filter((solids) => solids.some(({ name }) => RESTS.includes(name)))
    .flatMap((solids) => solids.map(({ shape, pose }) => partOf(shape, pose)))
    .filter((part) => part !== undefined);
