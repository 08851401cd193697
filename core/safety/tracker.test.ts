// How a rule's answer is held over time: no way of toggling its cause starves it, and none restarts it for ever.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { seconds } from "../units.ts";
import { LIMITS } from "./limits.ts";
import { LOADS, type Load } from "./observations.ts";
import { CALM } from "./rehearsal.ts";
import type { Clears, Rule } from "./rule.ts";
import { track, UNBROKEN, type Track } from "./tracker.ts";

const TICK = seconds(0.02);
const LASTS = seconds(0.5);
const rule = (lasts?: typeof LASTS, clears: Clears = "itself"): Rule => ({
  requirement: "SR-39",
  when: "reason.trunk_tilt",
  demand: "stop",
  clears,
  broken: (seen) => seen.estopPressed,
  ...(lasts === undefined ? {} : { lasts }),
});
/** The memory after these ticks, each of which says whether the cause is there. */
const after = (one: Rule, causes: readonly boolean[], from: Track = UNBROKEN): Track =>
  causes.reduce((memory, there) => track(one, memory, { ...CALM, estopPressed: there }, TICK), from);

test("SR-39 a cause that is there every second tick breaks a rule that must last, and a constant one after that long", () => {
  const flicker = Array.from({ length: 200 }, (_, tick) => tick % 2 === 0);
  expect(after(rule(LASTS), flicker).broken).toBe(true);
  expect(
    after(
      rule(LASTS),
      Array.from({ length: 24 }, () => true),
    ).broken,
  ).toBe(false);
  expect(
    after(
      rule(LASTS),
      Array.from({ length: 26 }, () => true),
    ).broken,
  ).toBe(true);
});
test("SR-39 whatever the pattern, a cause that is there for half of ten seconds breaks the rule on the way", () => {
  const pattern = fc
    .array(fc.boolean(), { minLength: 500, maxLength: 500 })
    .filter((causes) => causes.filter(Boolean).length >= 250);
  fc.assert(
    fc.property(pattern, (causes) => {
      let memory = UNBROKEN;
      const ever = causes.some((there) => {
        memory = track(rule(LASTS), memory, { ...CALM, estopPressed: there }, TICK);
        return memory.broken;
      });
      expect(ever).toBe(true);
    }),
    { numRuns: 50, seed: 13482 },
  );
});
test("SR-39 a broken rule stays so through any flicker whose cause is never away for as long as it takes to clear", () => {
  const ticks = Math.floor(LIMITS.clearAfter / TICK) - 1;
  const bout = fc
    .integer({ min: 0, max: ticks })
    .map((away) => [true, ...Array.from({ length: away }, () => false)]);
  fc.assert(
    fc.property(fc.array(bout, { maxLength: 30 }), (bouts) => {
      let memory = after(rule(), [true]);
      for (const there of bouts.flat()) {
        memory = after(rule(), [there], memory);
        expect(memory.broken).toBe(true);
      }
    }),
    { numRuns: 50, seed: 13482 },
  );
});
test("a rule that is done with remembers nothing", () => {
  const broken = after(
    rule(LASTS),
    Array.from({ length: 30 }, () => true),
  );
  expect(
    after(
      rule(LASTS),
      Array.from({ length: 200 }, () => false),
      broken,
    ),
  ).toBe(UNBROKEN);
  expect(after(rule(), [false])).toBe(UNBROKEN);
});
test("SR-39 a rule clears when its cause has been away for exactly as long as it takes, and not a moment before", () => {
  const broken = { broken: true, charge: seconds(0.1), away: seconds(0) };
  const away = (time: number) => track(rule(LASTS), broken, CALM, seconds(time)).broken;
  expect([away(LIMITS.clearAfter), away(LIMITS.clearAfter - 1e-9)]).toEqual([false, true]);
  const there = (time: number) =>
    track(rule(LASTS), UNBROKEN, { ...CALM, estopPressed: true }, seconds(time)).broken;
  expect([there(LASTS), there(LASTS - 1e-9)]).toEqual([true, false]);
});
test("a cause drains at half the rate at which it filled", () => {
  const filled = after(
    rule(LASTS),
    Array.from({ length: 10 }, () => true),
  );
  expect(
    after(
      rule(LASTS),
      Array.from({ length: 10 }, () => false),
      filled,
    ).charge,
  ).toBeCloseTo(0.1, 9);
});

describe("a rule whose cause has gone", () => {
  const BROKEN: Track = { broken: true, charge: seconds(0), away: seconds(0) };
  const look = (clears: Clears, memory: Track, load: Load, elapsed = LIMITS.clearAfter) =>
    track(rule(undefined, clears), memory, { ...CALM, load }, elapsed);
  test("clears whoever is in the arms where it clears by itself or by an act", () => {
    for (const clears of ["itself", "reset", "release_and_reset"] as const)
      for (const load of LOADS) expect(look(clears, BROKEN, load)).toBe(UNBROKEN);
  });
  test("SR-46 clears on mode change only once nobody has been in the arms for as long as it takes", () => {
    for (const load of ["touching", "bearing", "unknown"] as const)
      expect(look("mode_change", BROKEN, load)).toEqual(BROKEN);
    const half = look("mode_change", BROKEN, "none", seconds(LIMITS.clearAfter / 2));
    expect(half).toMatchObject({ broken: true, away: LIMITS.clearAfter / 2 });
    expect(look("mode_change", half, "touching")).toEqual(BROKEN);
    expect(look("mode_change", half, "none")).toBe(UNBROKEN);
  });
  test("SR-56 never clears where it clears on restart", () => {
    for (const load of LOADS) expect(look("restart", BROKEN, load, seconds(1e6))).toEqual(BROKEN);
  });
  test("and that was never broken is kept by nothing", () => {
    for (const clears of ["mode_change", "restart"] as const) {
      const filling = { broken: false, charge: seconds(0.1), away: seconds(0) };
      expect(look(clears, filling, "bearing", seconds(0.02))).toMatchObject({ broken: false, away: 0.02 });
      expect(look(clears, UNBROKEN, "bearing")).toBe(UNBROKEN);
    }
  });
});
