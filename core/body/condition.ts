// What ails a simulated resident beside weak legs, and the conditions that have a name: for scenarios, the page, and the command line.
import type { ResidentCondition } from "../messages.ts";
import { seconds } from "../units.ts";

/** Nothing. */
export const WELL: ResidentCondition = {
  left_weakness: 0,
  right_weakness: 0,
  hip_weakness: 0,
  knee_weakness: 0,
  ankle_weakness: 0,
  trunk_weakness: 0,
  arm_weakness: 0,
  fear: 0,
  pressure_drop: 0,
  pressure_drop_after: seconds(0),
  struggle: 0,
};

/**
 * By name. How much of each is [D]; that they are common is not: a quarter to a third of the people in care homes have
 * orthostatic drops, mostly within seconds to 3 min of standing (DOMAIN §2.2); hemiparesis is a profile of DOMAIN §6 B14.
 */
export const CONDITIONS = {
  well: WELL,
  weak_side: { ...WELL, left_weakness: 0.6 },
  fearful: { ...WELL, fear: 1 },
  dizzy: { ...WELL, pressure_drop: 0.7, pressure_drop_after: seconds(6) },
  struggling: { ...WELL, struggle: 0.8 },
} as const satisfies Readonly<Record<string, ResidentCondition>>;
export type ConditionName = keyof typeof CONDITIONS;
