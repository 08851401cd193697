// The surfaces of the body: what touches chair, floor and pads, and the colours of skin and clothes.
import { bodyLengths, type PlainLengths } from "../../core/body/segments.ts";
import type { Rgba } from "../sdf/model.ts";
import type { ResidentParameters } from "./parameters.ts";

type Point = readonly [x: number, y: number, z: number];
export interface Solid {
  readonly name: string;
  readonly kind: "box" | "ellipsoid" | "capsule";
  /** Edge lengths, radii, or radius and length; m. */
  readonly size: readonly number[];
  /** What pushes back, when soft tissue around it gives way under the body's own weight: as `size`. */
  readonly firm?: readonly number[];
  /** In the link's frame, m. */
  readonly at: Point;
  /** Roll, pitch, yaw, rad. */
  readonly turned: Point;
  readonly colour: Rgba;
  readonly friction: number;
  readonly yields: { readonly stiffness: number; readonly damping: number } | undefined;
}

const SKIN: Rgba = [0.86, 0.66, 0.54, 1];
const SHIRT: Rgba = [0.35, 0.5, 0.62, 1];
const TROUSERS: Rgba = [0.3, 0.3, 0.36, 1];
const SHOES: Rgba = [0.2, 0.17, 0.15, 1];
/** Cloth on cloth or vinyl, and rubber soles on linoleum; both in the middle of the usual ranges. */
const CLOTH_FRICTION = 0.6;
const SOLE_FRICTION = 0.9;
/** Soft tissue over the seat bones and ribs: N/m and N·s/m, the order of ISO/TS 15066's 25 to 35 N/mm for the trunk. */
const TISSUE = { stiffness: 30000, damping: 1500 };
/** Girths grow with the square root of the body mass index, from a reference of 23 kg/m². */
const REFERENCE_BMI = 23;

const QUARTER = Math.PI / 2;

/** Solids by link name. Girths are shares of stature, widened for heavier people. */
export function bodyShapes(p: ResidentParameters): Readonly<Record<string, readonly Solid[]>> {
  const l: PlainLengths = bodyLengths(p.stature);
  const h = p.stature;
  const girth = Math.sqrt(p.bodyMass / (h * h) / REFERENCE_BMI) * h;
  const chest = l.trunk - l.lumbar;
  const make = (
    name: string,
    kind: Solid["kind"],
    size: readonly number[],
    at: Point,
    colour: Rgba,
    turned: Point = [0, 0, 0],
  ): Solid => ({
    name,
    kind,
    size,
    at,
    turned,
    colour,
    friction: CLOTH_FRICTION,
    yields: TISSUE,
  });
  const limb = (name: string, radius: number, length: number, colour: Rgba): Solid =>
    make(name, "capsule", [radius, length - radius], [0, 0, -length / 2], colour);
  const sole: Solid = {
    ...make(
      "sole",
      "box",
      [l.foot, 0.058 * h, 0.026 * h],
      [l.foot / 2 - l.heel, 0, 0.013 * h - l.ankleHeight],
      SHOES,
    ),
    friction: SOLE_FRICTION,
    yields: undefined,
  };
  const side = (name: string): Record<string, readonly Solid[]> => ({
    [`${name}_upper_arm`]: [limb("upper_arm", 0.024 * girth, l.upperArm, SHIRT)],
    [`${name}_forearm`]: [limb("forearm", 0.02 * girth, l.forearm, SKIN)],
    [`${name}_hand`]: [
      make("hand", "ellipsoid", [0.025 * h, 0.012 * h, l.hand / 2], [0, 0, -l.hand / 2], SKIN),
    ],
    [`${name}_thigh`]: [
      { ...limb("thigh", 0.04 * girth, l.thigh, TROUSERS), firm: [0.022 * girth, l.thigh - 0.04 * girth] },
    ],
    [`${name}_shank`]: [limb("shank", 0.028 * girth, l.shank, TROUSERS)],
    [`${name}_foot`]: [sole],
  });
  return {
    pelvis: [make("pelvis", "capsule", [0.058 * girth, 0.09 * girth], [0, 0, 0], TROUSERS, [QUARTER, 0, 0])],
    thorax: [
      make("abdomen", "ellipsoid", [0.06 * girth, 0.085 * girth, 0.075 * h], [0.005 * h, 0, 0.02 * h], SHIRT),
      make("ribs", "box", [0.115 * girth, 0.13 * girth, chest * 0.75], [0, 0, chest * 0.5], SHIRT),
      make("shoulders", "capsule", [0.026 * h, 2 * l.shoulderHalfBreadth], [0, 0, chest], SHIRT, [
        QUARTER,
        0,
        0,
      ]),
    ],
    head: [
      make("neck", "capsule", [0.032 * h, 0.04 * h], [0, 0, 0.02 * h], SKIN),
      make("head", "ellipsoid", [0.058 * h, 0.046 * h, 0.072 * h], [0.012 * h, 0, 0.095 * h], SKIN),
    ],
    ...side("left"),
    ...side("right"),
  };
}
