// Where a trial may begin: ready, in the middle of a lift, just switched on, or switched on with a stop from before.
import { OperatorAct_Request } from "../../../core/messages.ts";
import type { Present } from "../../../core/safety/authority.ts";
import type { Observations } from "../../../core/safety/observations.ts";
import { BORNE, CALM } from "../../../core/safety/rehearsal.ts";
import type { Rule } from "../../../core/safety/rule.ts";
import { kilograms, newtons, seconds } from "../../../core/units.ts";
import { KEYS, kindOf } from "./conditions.ts";
import { press, setWish, switchOn, type Trial } from "./trial.ts";

/** Two people, each at a page: one beside the resident, one elsewhere. */
export const BEDSIDE: Present = { session: "bedside", operator: "bedside", onSite: true, wantsCommand: true };
export const ELSEWHERE: Present = { ...BEDSIDE, session: "elsewhere", operator: "elsewhere", onSite: false };
export const PEOPLE = [BEDSIDE, ELSEWHERE] as const;

export const SITUATIONS = ["lift", "ready", "on", "latched"] as const;
export type Situation = (typeof SITUATIONS)[number];

const ATTENDED = { set: CALM, present: [BEDSIDE], latched: false } as const;

/** Nobody has spoken yet: each source's age is without end, and nothing is known of a load. */
const unspoken = (): Observations => ({
  ...CALM,
  ...Object.fromEntries(KEYS.filter((key) => kindOf(key) === "age").map((key) => [key, seconds(Infinity)])),
  load: "unknown",
  supportForce: newtons(NaN),
  supportLimit: newtons(NaN),
  residentMass: kilograms(NaN),
  charge: NaN,
});

const started = (trial: Trial): Trial =>
  [OperatorAct_Request.CONFIRM_ON_SITE, OperatorAct_Request.START].reduce(press, trial);

/** A person half way up, borne by a task that asks for motion; the way back is known. */
function lifting(table: readonly Rule[]): Trial {
  const borne = { ...ATTENDED, set: { ...CALM, ...BORNE } };
  return setWish(setWish(started(switchOn(table, borne)), "wayBack", true), "wanted", true);
}

const BEGINS: Readonly<Record<Situation, (table: readonly Rule[]) => Trial>> = {
  lift: lifting,
  ready: (table) => started(switchOn(table, ATTENDED)),
  on: (table) => switchOn(table, { set: unspoken(), present: [], latched: false }),
  latched: (table) => switchOn(table, { ...ATTENDED, latched: true }),
};

/** A trial at its beginning: how it came there is forgotten. */
export function begin(situation: Situation, table: readonly Rule[]): Trial {
  const begun = BEGINS[situation](table);
  return { ...begun, turns: begun.turns.slice(0, 1) };
}
