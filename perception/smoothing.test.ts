// The One Euro filter rests when the value rests, follows when it moves, and survives bad samples.
import { expect, test } from "vitest";
import { seconds } from "../core/units.ts";
import { oneEuro } from "./smoothing.ts";

const options = { minCutoff: 1, speedCoefficient: 4, derivativeCutoff: 1, maxGap: seconds(0.5) };

test("a trembling value that rests is steadied", () => {
  const filter = oneEuro({ ...options, speedCoefficient: 0 });
  const out = Array.from({ length: 200 }, (_, i) => filter(i % 2 === 0 ? 0.02 : -0.02, seconds(i / 30)));
  expect(Math.max(...out.slice(100).map(Math.abs))).toBeLessThan(0.005);
});

test("a moving value is followed sooner the higher the speed coefficient", () => {
  const lag = (speedCoefficient: number) => {
    const filter = oneEuro({ ...options, speedCoefficient });
    const out = Array.from({ length: 60 }, (_, i) => filter(i / 30, seconds(i / 30)));
    return 59 / 30 - (out.at(-1) ?? NaN);
  };
  expect(lag(6)).toBeLessThan(lag(0) / 3);
  expect(lag(6)).toBeLessThan(0.05);
});

test("after a gap it starts anew from the new value", () => {
  const filter = oneEuro(options);
  filter(0, seconds(0));
  expect(filter(1, seconds(0.1))).toBeLessThan(1);
  expect(filter(5, seconds(2))).toBe(5);
});

test("an unknown value stays unknown and does not spoil the next", () => {
  const filter = oneEuro(options);
  filter(1, seconds(0));
  expect(filter(NaN, seconds(0.1))).toBeNaN();
  expect(filter(2, seconds(0.2))).toBe(2);
});

test("a time that does not rise gives the last answer again", () => {
  const filter = oneEuro(options);
  filter(1, seconds(1));
  const second = filter(3, seconds(1.1));
  expect(filter(100, seconds(1.1))).toBe(second);
});
