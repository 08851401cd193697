// Gazebo's clock on ours: the quickest word counts, no stamp is from the future, and a world that stands still is not made up for.
import { expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import { simClock } from "./sim-clock.ts";

/** Hears `rate` of real time for a second, 500 times, each word under way for `delay(i)` s. */
function hear(rate: number, delay: (i: number) => number) {
  const clock = simClock();
  for (let i = 0; i < 500; i++) clock.hear(seconds(i * 0.002 * rate), seconds(10 + i * 0.002 + delay(i)));
  return clock;
}
const END = 499 * 0.002;

test("nothing is known before the clock was heard, and what is no number teaches nothing", () => {
  const clock = simClock();
  expect(clock.ours(seconds(1))).toBeUndefined();
  clock.hear(seconds(NaN), seconds(1));
  expect(clock.ours(seconds(1))).toBeUndefined();
});

test("a word that took longer does not make stamps younger than they are", () => {
  const clock = hear(1, (i) => (i % 5 === 0 ? 0.001 : 0.02));
  expect(clock.ours(seconds(END))).toBeCloseTo(10 + END + 0.001, 6);
  expect(clock.slip()).toBeCloseTo(0, 3);
});

test("a world at half of real time is stamped at most 25 ms too old, and its slip is told", () => {
  const clock = hear(0.5, () => 0);
  const late = 10 + END - (clock.ours(seconds(END / 2)) ?? NaN);
  expect(late).toBeGreaterThanOrEqual(0);
  expect(late).toBeLessThanOrEqual(0.0251);
  expect(clock.slip()).toBeGreaterThan(0.45);
});

test("a world that begins anew is followed at once", () => {
  const clock = hear(1, () => 0);
  clock.hear(seconds(0), seconds(50));
  expect(clock.ours(seconds(0))).toBe(50);
  expect(clock.slip()).toBe(0);
});
