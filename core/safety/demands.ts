// What a broken rule demands of the robot, in one order.

/**
 * Mildest first; the worst demand among the broken rules is obeyed. `slow`: speed limits are halved. `hold`: stand still
 * until the cause is gone. `lower`: hold whom the arms bear, and only lowering may follow; once nobody is in them, a person
 * confirms on site and starts. `stop`: protective stop, lasts until a person resets, confirms on site and starts.
 * `emergency`: as stop, and the button must be released first. So each asks of people all that the one before it does.
 */
export const DEMANDS = ["none", "slow", "hold", "lower", "stop", "emergency"] as const;
export type Demand = (typeof DEMANDS)[number];

/** The rank of a demand, as SafetyState.demand carries it. */
export const rank = (demand: Demand): number => DEMANDS.indexOf(demand);

/** Whether `demand` is at least as severe as `floor`. */
export const atLeast = (demand: Demand, floor: Demand): boolean => rank(demand) >= rank(floor);

/** The most severe of some demands; "none" of none at all. */
export const worst = (demands: Iterable<Demand>): Demand => {
  let found: Demand = "none";
  for (const demand of demands) if (rank(demand) > rank(found)) found = demand;
  return found;
};
