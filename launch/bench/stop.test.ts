// Tests of the stop bench's verdict: what is good enough, and what is not whatever the times are.
import { expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import type { Pressed } from "./presses.ts";
import { verdictOf } from "./stop.ts";

const took = (...times: number[]): Pressed => ({
  stops: times.map(seconds),
  pages: times.map(seconds),
  controls: times.map(seconds),
  echoes: times.map(() => seconds(0.002)),
  missed: 0,
  interrupted: 0,
  lasted: 1,
  taken: 15,
  shown: 15,
});

test("a flood that leaves the 99th percentile within half as much again is good enough", () => {
  const { ok, figures } = verdictOf(took(0.004, 0.006, 0.01), took(0.004, 0.008, 0.015));
  expect(ok).toBe(true);
  expect(figures).toMatchObject({
    presses: 6,
    quiet_median_ms: 6,
    quiet_p99_ms: 10,
    flood_p99_ms: 15,
    ratio_median_to_echo: 3,
    flood_to_quiet_p99: 1.5,
  });
});
test("a flood that changes the 99th percentile by more is not, however short the median", () => {
  expect(verdictOf(took(0.004, 0.01), took(0.001, 0.016)).ok).toBe(false);
});
test("one press that stopped nothing spoils all", () => {
  expect(verdictOf(took(0.004), { ...took(0.004), missed: 1 }).ok).toBe(false);
  expect(verdictOf({ ...took(0.004), missed: 1 }, took(0.004)).ok).toBe(false);
});
