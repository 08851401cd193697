// What a link is built of: solids with a place, a colour and a mass, and the shorthands that make them.
import type { Vec3 } from "../../core/frames.ts";
import { metres } from "../../core/units.ts";
import type { Rgba, Shape } from "../sdf/model.ts";

/** How a surface grips and yields: Coulomb coefficient, contact stiffness [N/m] and damping [N·s/m]. */
export interface Surface {
  readonly friction?: number;
  readonly stiffness?: number;
  readonly damping?: number;
}

/** One solid of a link. Lengths in m, angles in rad, mass in kg. */
export interface Part {
  readonly name: string;
  readonly shape: Shape;
  /** In the link's frame. */
  readonly at: Vec3;
  /** Fixed-axis roll, pitch, yaw. */
  readonly turned: Vec3;
  readonly colour: Rgba;
  readonly mass: number;
  readonly surface: Surface | undefined;
  /** Trim is only seen, a guard only felt; most parts are both. */
  readonly only: "seen" | "felt" | undefined;
}
type Extra = Partial<Pick<Part, "mass" | "surface" | "only" | "turned">>;

function part(name: string, shape: Shape, at: Vec3, colour: Rgba, extra: Extra): Part {
  return {
    name,
    shape,
    at,
    colour,
    turned: [0, 0, 0],
    mass: 0,
    surface: undefined,
    only: undefined,
    ...extra,
  };
}

export const box = (name: string, at: Vec3, size: Vec3, colour: Rgba, extra: Extra = {}): Part =>
  part(name, { kind: "box", size }, at, colour, extra);

export const ball = (name: string, at: Vec3, radius: number, colour: Rgba, extra: Extra = {}): Part =>
  part(name, { kind: "sphere", radius: metres(radius) }, at, colour, extra);

/** A cylinder that stands on z, unless turned. */
export const drum = (
  name: string,
  at: Vec3,
  [radius, length]: readonly [number, number],
  colour: Rgba,
  extra: Extra = {},
): Part =>
  part(name, { kind: "cylinder", radius: metres(radius), length: metres(length) }, at, colour, extra);

/** A tyre that rolls about y. */
export const tyre = (
  name: string,
  [radius, width]: readonly [number, number],
  colour: Rgba,
  extra: Extra = {},
): Part => drum(name, [0, 0, 0], [radius, width], colour, { turned: [-Math.PI / 2, 0, 0], ...extra });

/** A round bar from one point to another: a capsule, whose ends are on those points. */
export function bar(
  name: string,
  from: Vec3,
  to: Vec3,
  radius: number,
  colour: Rgba,
  extra: Extra = {},
): Part {
  const [x, y, z] = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
  const length = Math.hypot(x, y, z);
  if (!(length > 2 * radius)) throw new Error(`bar ${name}: expected it longer than thick, got ${length} m`);
  const middle: Vec3 = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2, (from[2] + to[2]) / 2];
  const shape: Shape = { kind: "capsule", radius: metres(radius), length: metres(length - 2 * radius) };
  const turned: Vec3 = [0, Math.acos(z / length), Math.atan2(y, x)];
  return part(name, shape, middle, colour, { turned, ...extra });
}

/** `make` for the left (y > 0) and the right side. */
export const both = <Made>(make: (side: "left" | "right", sign: 1 | -1) => readonly Made[]): Made[] => [
  ...make("left", 1),
  ...make("right", -1),
];
