// What is kept of a played story, and whether it is passed: the goal of its rule and the bounds of all.
import type { Film } from "./film.ts";
import { SEATED } from "../scenarios/afterwards.ts";
import { CARRIED, STANDING, nothingYet, worstContact, type Measured, type Watch } from "./metrics.ts";
import type { PolicyName } from "./policies.ts";
import { BOUNDS, type Family, type Goal, type Story } from "./story.ts";

/** Where the person is in the end; `not_raised`: on the seat all the time, who was to be raised from it first. */
export type Place =
  "arrived" | "feet" | "seat" | "floor" | "between" | "not_raised" | "other_seat" | "told" | "untold";

export interface Played extends Measured {
  readonly story: string;
  readonly family: Family;
  readonly policy: PolicyName;
  readonly seed: number;
  readonly place: Place | "not played";
  /** [1] of standing height and of body weight, in the end */
  readonly pelvis_end: number;
  readonly support_end_bw: number;
  readonly duration_s: number;
  readonly told: string;
  readonly interventions: number;
  /** the person came where they wanted to be, by whatever help or none */
  readonly helped: boolean;
  /** nobody fell, was left between seat and feet, carried too hard, tilted, pressed, or carried against their will */
  readonly unharmed: boolean;
  readonly pass: boolean;
  /** what was not as the rule asks, in words; empty when it is passed */
  readonly why: readonly string[];
  readonly film?: Film;
}

/** Who sits may still lean on the pads, as long as the seat bears more than they do; who stands may not. */
export function placeOf(
  { fell, pelvis, support, seat }: Pick<Watch, "fell" | "pelvis" | "support" | "seat">,
  sat: number,
): Place {
  if (fell) return "floor";
  if (pelvis >= STANDING && support < CARRIED) return "feet";
  return pelvis <= sat + SEATED && seat >= CARRIED && seat > support ? "seat" : "between";
}

const REACHED: Readonly<Record<Goal, readonly Place[]>> = {
  arrived: ["arrived"],
  feet: ["feet", "arrived"],
  seated: ["seat"],
  other_seat: ["other_seat"],
  stays_seated: ["seat"],
  told: ["told"],
  alarmed: ["told"],
  feet_or_seat: ["feet", "seat"],
};
/** Where the person wants to be. Who is interrupted may end on the seat, and it is no harm; they wanted to stand. */
const WANTED: Readonly<Record<Goal, readonly Place[]>> = { ...REACHED, feet_or_seat: ["feet"] };
const SAFE: readonly Place[] = ["arrived", "feet", "seat", "not_raised", "other_seat", "told"];
/** Whoever is not told of sleeps, or is out on purpose; but not who fell or is about to leave the bed. */
const isSafe = (goal: Goal, place: Place) => SAFE.includes(place) || (goal === "told" && place === "untold");

/** What a round told the staff; undefined where there was none. */
const toldWrongly = ({ false_alarms: alarms = 0, false_clears: clears = 0 }: Measured): readonly Harm[] => [
  [alarms <= BOUNDS.falseAlarms.most, `false alarms: ${alarms}`],
  [clears <= BOUNDS.falseClears.most, `told of ${clears} in need that all is well`],
];
/** Whether it is well, and in words what is not. */
type Harm = readonly [well: boolean, words: string];

/** The rule, whoever helped. What is not a number is not passed. */
export function passOf(
  goal: Goal,
  place: Place,
  seen: Measured,
): Pick<Played, "helped" | "unharmed" | "pass" | "why"> {
  const contact = worstContact(seen);
  const harms: readonly Harm[] = [
    [!seen.fell, "fell"],
    [seen.fell || isSafe(goal, place), `was left ${place}`],
    [
      goal !== "seated" || seen.fell || seen.fastest_sink_m_s <= BOUNDS.sitsDown.most,
      `dropped onto the seat at ${seen.fastest_sink_m_s.toFixed(2)} m/s`,
    ],
    [goal !== "stays_seated" || seen.peak_support_bw <= CARRIED, "was carried, and should not have been"],
    [
      seen.peak_support_bw <= BOUNDS.support.most,
      `carried ${(100 * seen.peak_support_bw).toFixed(1)} % of body weight`,
    ],
    [seen.peak_tilt_deg <= BOUNDS.tilt.most, `tilted ${seen.peak_tilt_deg.toFixed(0)}°`],
    [
      !(seen.ran_on_m !== undefined && !(seen.ran_on_m <= BOUNDS.ranOn.most)),
      `rolled on for ${(seen.ran_on_m ?? 0).toFixed(2)} m`,
    ],
    [
      seen.passer_force_n <= BOUNDS.passer.most,
      `pressed somebody who passed with ${seen.passer_force_n.toFixed(0)} N`,
    ],
    ...toldWrongly(seen),
    [contact <= BOUNDS.contact.most, `pressed to ${contact.toFixed(2)} of a body region's limit`],
  ];
  const harmed = harms.filter(([good]) => !good).map(([, words]) => words);
  const missed = REACHED[goal].includes(place) ? [] : [`ended ${place}, should have been ${goal}`];
  const why = [...missed, ...harmed];
  return { helped: WANTED[goal].includes(place), unharmed: harmed.length === 0, pass: why.length === 0, why };
}

const NOTHING = {
  peak_support_bw: NaN,
  peak_tilt_deg: NaN,
  peak_hip_moment: NaN,
  peak_knee_moment: NaN,
  passer_force_n: NaN,
  fastest_sink_m_s: NaN,
};

/** A policy that has nothing for a story that others can try fails it, and it counts. */
export const cannot = ({ id, family }: Story, policy: PolicyName, seed: number): Played => ({
  story: id,
  family,
  policy,
  seed,
  place: "not played",
  pelvis_end: NaN,
  support_end_bw: NaN,
  duration_s: NaN,
  told: "",
  interventions: 0,
  ...nothingYet(),
  ...NOTHING,
  helped: false,
  unharmed: false,
  pass: false,
  why: ["this policy has no task for it"],
});
