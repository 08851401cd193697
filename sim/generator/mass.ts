// The mass properties of a link from its parts: each part is solid and of one density.
import type { Vec3 } from "../../core/frames.ts";
import type { Shape } from "../sdf/model.ts";
import { fromRollPitchYaw } from "../sdf/pose.ts";
import { turn, type Tensor } from "../sdf/tensor.ts";
import type { Part } from "./parts.ts";

export interface MassProperties {
  /** kg */
  readonly mass: number;
  /** Centre of mass in the link's frame, m. */
  readonly centre: Vec3;
  /** About the centre of mass, in the link's axes, kg·m². */
  readonly inertia: Tensor;
}

type Of<Kind extends Shape["kind"]> = Extract<Shape, { kind: Kind }>;

/** Principal moments of a solid about its middle, per kg. */
const MOMENTS: { readonly [Kind in Shape["kind"]]: (shape: Of<Kind>) => Vec3 } = {
  box: ({ size: [x, y, z] }) => [(y * y + z * z) / 12, (x * x + z * z) / 12, (x * x + y * y) / 12],
  ellipsoid: ({ radii: [x, y, z] }) => [(y * y + z * z) / 5, (x * x + z * z) / 5, (x * x + y * y) / 5],
  sphere: ({ radius }) => [0.4 * radius ** 2, 0.4 * radius ** 2, 0.4 * radius ** 2],
  cylinder({ radius, length }) {
    const across = radius ** 2 / 4 + length ** 2 / 12;
    return [across, across, radius ** 2 / 2];
  },
  capsule: ({ radius, length }) => capsule(radius, length),
  plane() {
    throw new Error("a plane has no mass");
  },
};
const moments = (shape: Shape): Vec3 => (MOMENTS[shape.kind] as (one: Shape) => Vec3)(shape);

/** A cylinder and two half spheres, whose own centres lie 3/8 r beyond its ends. */
function capsule(r: number, l: number): Vec3 {
  const [barrel, balls] = [Math.PI * r * r * l, (4 / 3) * Math.PI * r ** 3];
  const all = barrel + balls;
  const across =
    (barrel * ((r * r) / 4 + (l * l) / 12) + balls * (0.4 * r * r + (l * l) / 4 + (3 / 8) * l * r)) / all;
  return [across, across, (barrel * ((r * r) / 2) + balls * 0.4 * r * r) / all];
}

/** Throws when the parts together weigh nothing. */
export function massOf(link: string, parts: readonly Part[]): MassProperties {
  const mass = parts.reduce((sum, part) => sum + part.mass, 0);
  if (!(mass > 0)) throw new Error(`link ${link}: expected parts with a mass`);
  const mean = (axis: 0 | 1 | 2) => parts.reduce((sum, part) => sum + part.mass * part.at[axis], 0) / mass;
  const centre: Vec3 = [mean(0), mean(1), mean(2)];
  const sum = [0, 1, 2].map(() => [0, 0, 0]);
  for (const part of parts.filter((one) => one.mass > 0)) {
    const [ixx, iyy, izz] = moments(part.shape);
    const own = turn(
      [
        [ixx, 0, 0],
        [0, iyy, 0],
        [0, 0, izz],
      ],
      fromRollPitchYaw(...part.turned),
    );
    const d = part.at.map((value, axis) => value - (centre[axis] ?? 0));
    const square = d.reduce((total, value) => total + value * value, 0);
    sum.forEach((row, i) =>
      row.forEach((_, j) => {
        const apart = (i === j ? square : 0) - (d[i] ?? 0) * (d[j] ?? 0);
        row[j] = (row[j] ?? 0) + part.mass * ((own[i]?.[j] ?? 0) + apart);
      }),
    );
  }
  return { mass, centre, inertia: sum as unknown as Tensor };
}
