// Tests of the statistics: known medians and percentiles, and refusal of what cannot be judged.
import { expect, test } from "vitest";
import { median, p99, percentile } from "./statistics.ts";

const upTo = (count: number) => Array.from({ length: count }, (_, i) => count - i);

test("the median of an odd number is the middle one, of an even number the lower of the two", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2);
});
test("of two hundred the third worst is the 99th percentile, of fifty the worst", () => {
  expect(p99(upTo(200))).toBe(198);
  expect(p99(upTo(50))).toBe(50);
});
test("all and none of the measurements are the largest and the smallest", () => {
  expect(percentile(upTo(10), 1)).toBe(10);
  expect(percentile(upTo(10), 0)).toBe(1);
});
test("the measurements are left as they were", () => {
  const measured = [2, 1];
  median(measured);
  expect(measured).toEqual([2, 1]);
});
test("nothing measured, a measurement that is no number and a share beyond all are refused", () => {
  expect(() => median([])).toThrow("at least one");
  expect(() => p99([1, NaN])).toThrow("finite");
  expect(() => percentile([1], 99)).toThrow("from 0 to 1");
});
