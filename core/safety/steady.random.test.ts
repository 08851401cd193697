// Steps that are not taken anew lead where the machine itself would: over random observations, snapshot by snapshot.
import { expect, test } from "vitest";
import { getInitialSnapshot, transition } from "xstate";
import { seeded } from "../seeded.ts";
import { DEMANDS } from "./demands.ts";
import { safetyMachine, type Judged } from "./machine.ts";
import { LOADS } from "./observations.ts";
import { observed } from "./steady.ts";

test.each([1, 2, 3, 4])("a shortened run is in the states of a whole one, always (seed %i)", (seed) => {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
  const often = (of: number) => random() < of;
  let whole = getInitialSnapshot(safetyMachine, { latched: often(0.5) });
  let short = whole;
  let judged: Judged = whole.context.judged;
  let spared = 0;
  for (let step = 0; step < 5000; step += 1) {
    if (often(0.2))
      judged = {
        ...judged,
        demand: pick(DEMANDS),
        alarm: pick(DEMANDS),
        newStop: often(0.2),
        distrusted: often(0.05),
        load: pick(LOADS),
        wanted: often(0.5),
        held: often(0.5),
        lowerable: often(0.7),
      };
    if (often(0.05)) {
      const act = { type: pick(["RESET", "CONFIRM", "START"] as const) };
      [[whole], [short]] = [transition(safetyMachine, whole, act), transition(safetyMachine, short, act)];
    }
    [whole] = transition(safetyMachine, whole, { type: "OBSERVED", judged });
    const next = observed(short, judged);
    spared += next === short ? 1 : 0;
    short = next;
    expect([step, short.value, short.context]).toEqual([step, whole.value, whole.context]);
  }
  expect(spared).toBeGreaterThan(1000);
});
