// Tests of what periods come to: errors either way, and what is a miss.
import { expect, test } from "vitest";
import { keptPeriods } from "./periods.ts";

test("a period that is too short is as wrong as one that is too long", () => {
  const { error, periods, longest } = keptPeriods([10, 9, 12, 10.5], 10);
  expect(error).toEqual({ median: 0.5, p99: 2, max: 2 });
  expect(periods).toBe(4);
  expect(longest).toBe(12);
});
test("just twice the period is late, and more than that a miss, each counted", () => {
  expect(keptPeriods([10, 20, 10], 10).misses).toBe(0);
  expect(keptPeriods([10, 20.001, 500, 10], 10).misses).toBe(2);
});
test("a long miss is one miss that left out many steps", () => {
  expect(keptPeriods([10, 19, 1, 508, 2], 10)).toMatchObject({ misses: 1, leftOut: 49 });
});
test("a loop that never stepped twice, or whose clock is no number, is not judged", () => {
  expect(() => keptPeriods([], 10)).toThrow("at least one");
  expect(() => keptPeriods([10, NaN], 10)).toThrow("finite");
});
