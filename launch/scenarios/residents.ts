// The residents of a scenario: one for each seed, drawn from the ranges a scenario names.
import { WELL } from "../../core/body/condition.ts";
import { between, seeded } from "../../core/seeded.ts";
import { Resident, type ResetWorld_Request, type ResidentCondition } from "../../core/messages.ts";
import { kilograms, metres } from "../../core/units.ts";

interface Range {
  readonly least: number;
  readonly most: number;
}
export interface Residents {
  /** [kg] */
  readonly bodyMass: Range;
  /** [1] of what this person needs to rise alone */
  readonly legStrength: Range;
  /** what else ails all of them; nothing where it is left out */
  readonly condition?: ResidentCondition;
}
/** Who needs help to stand: weight and strength of the people this ride is for. */
export const WEAK: Residents = { bodyMass: { least: 45, most: 80 }, legStrength: { least: 0.4, most: 0.7 } };

/** [kg/m²] body mass index of residents, drawn so that weight and stature fit each other [D]. */
const BODY_MASS_INDEX: Range = { least: 19, most: 28 };
/** [m] statures of old Korean women and men [D]. */
const STATURE = { female: { least: 1.45, most: 1.65 }, male: { least: 1.55, most: 1.78 } } as const;

const within = (draw: () => number, { least, most }: Range) => between(draw, least, most);
const clamp = (value: number, { least, most }: Range) => Math.min(most, Math.max(least, value));

/** The resident of a seed: the same seed gives the same person. */
export function residentOf(
  seed: number,
  { bodyMass, legStrength, condition = WELL }: Residents,
  triesAlone: boolean,
): ResetWorld_Request {
  const draw = seeded(seed * 7919 + 17);
  const mass = within(draw, bodyMass);
  const female = draw() < (mass < 62 ? 0.8 : 0.4);
  const stature = Math.sqrt(mass / within(draw, BODY_MASS_INDEX));
  return {
    seed,
    sex: female ? Resident.FEMALE : Resident.MALE,
    stature: metres(clamp(stature, female ? STATURE.female : STATURE.male)),
    body_mass: kilograms(mass),
    leg_strength: within(draw, legStrength),
    condition,
    tries_alone: triesAlone,
  };
}
