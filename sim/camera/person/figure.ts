// Who is drawn: stature, girth and clothes, and the scale from the drawing's reference person to this one.
import { bodyLengths } from "../../../core/body/segments.ts";
import type { Kilograms, Metres } from "../../../core/units.ts";
import { restBones } from "./bones.ts";
import type { BoneMap } from "./bones.ts";

/** Linear red, green, blue, 0..1. */
type Colour = readonly [red: number, green: number, blue: number];

/** What the person wears. A sleeve of 0.5 ends at the elbow, of 1 at the wrist. */
export interface Clothes {
  readonly shirt: Colour;
  readonly trousers: Colour;
  readonly shoes: Colour;
  readonly skin: Colour;
  readonly hair: Colour;
  readonly sleeve: number;
}

/** Dark clothes and grey hair: what contrasts with a light ward is what a pose model can see. */
const ELDER: Clothes = {
  shirt: [0.13, 0.22, 0.4],
  trousers: [0.09, 0.09, 0.11],
  shoes: [0.05, 0.045, 0.04],
  skin: [0.72, 0.47, 0.36],
  hair: [0.35, 0.34, 0.33],
  sleeve: 0.92,
};

/** All shapes below are drawn for a person of this height and scaled from it. */
const REFERENCE_STATURE = 1.7;
/** Girths grow with the root of the body mass index, from 23 kg/m² (as the simulated body's do). */
const REFERENCE_BMI = 23;

export interface Figure {
  readonly stature: Metres;
  /** Lengths of the reference person times this are this person's. */
  readonly size: number;
  /** The same for thicknesses. */
  readonly girth: number;
  readonly clothes: Clothes;
  readonly rest: BoneMap;
  readonly upperArm: Metres;
  readonly forearm: Metres;
}

/** @throws for a stature or a mass that no adult has */
export function figure(stature: Metres, bodyMass: Kilograms, clothes: Clothes = ELDER): Figure {
  if (!(bodyMass >= 25 && bodyMass <= 250))
    throw new Error(`body mass ${bodyMass} kg: expected 25 to 250 kg`);
  const size = stature / REFERENCE_STATURE;
  const girth = size * Math.sqrt(bodyMass / stature ** 2 / REFERENCE_BMI);
  const { upperArm, forearm } = bodyLengths(stature);
  return { stature, size, girth, clothes, rest: restBones(stature), upperArm, forearm };
}
