// Who the resident is: the few numbers a body, its strength and its manner are made from.
import type { Sex } from "../../core/body/segments.ts";
import type { ResidentCondition } from "../../core/messages.ts";
import { kilograms, metres, type Kilograms, type Metres } from "../../core/units.ts";
import { checkCondition, conditionOf } from "./condition.ts";

export interface ResidentParameters {
  readonly sex: Sex;
  readonly stature: Metres;
  readonly bodyMass: Kilograms;
  /** Leg strength as a share of what this person needs to rise alone: 1 is just enough. */
  readonly legStrength: number;
  /** What else ails them; nothing where it is left out. */
  readonly condition?: ResidentCondition | undefined;
  /** Makes reaction times and manner. */
  readonly seed: number;
}

/** One of the test persons of DOMAIN §2.3: a woman of 155 cm and 60 kg with half the strength she needs. */
export const DEFAULT_RESIDENT: ResidentParameters = {
  sex: "female",
  stature: metres(1.55),
  bodyMass: kilograms(60),
  legStrength: 0.55,
  seed: 1,
};

/** Throws one error that names the parameter, its value and its range. */
export function checkResident(p: ResidentParameters): void {
  const ranges: readonly [name: string, value: number, least: number, most: number][] = [
    ["stature", p.stature, 1.4, 1.95],
    ["body_mass", p.bodyMass, 35, 120],
    ["leg_strength", p.legStrength, 0, 2],
  ];
  for (const [name, value, least, most] of ranges)
    if (!(value >= least && value <= most))
      throw new Error(`resident ${name} ${value}: expected ${least} to ${most}`);
  checkCondition(conditionOf(p));
  if (!Number.isInteger(p.seed)) throw new Error(`resident seed ${p.seed}: expected a whole number`);
}
