// How rules clear is walked whole, and a tracker that clears too soon, too late or by the wrong thing is found out.
import { expect, test } from "vitest";
import { rules } from "../../core/safety/rules.ts";
import { track, UNBROKEN } from "../../core/safety/tracker.ts";
import { clearing } from "./clearing.ts";

test("SR-46 every row of the table keeps its promise of when it clears, on every history of cause and load", () => {
  const { kinds, states, stories } = clearing(rules);
  expect(stories).toEqual([]);
  expect(kinds).toBeGreaterThan(5);
  expect(states).toBeGreaterThan(500);
});
test("SR-56 a tracker for which all rules clear by themselves is found out in two of five ways of clearing", () => {
  const { stories } = clearing(rules, (rule, ...seen) => track({ ...rule, clears: "itself" }, ...seen));
  expect(stories).toEqual([
    "a rule that clears on restart, lasts 0 s: it clears before it may",
    "a rule that clears on mode_change, lasts 0 s: it clears before it may",
  ]);
});
test("one that never clears, and one that breaks of itself, are found out too", () => {
  const kinds = clearing(rules).kinds;
  const never = clearing(rules, (rule, ...seen) => track({ ...rule, clears: "restart" }, ...seen));
  expect(never.stories).toHaveLength(kinds - 1);
  expect(never.stories[0]).toContain("it stays broken when it is due to clear");
  const nervous = clearing(rules, () => ({ ...UNBROKEN, broken: true }));
  expect(nervous.stories).toHaveLength(kinds);
  expect(nervous.stories[0]).toContain("it breaks without its cause");
});
