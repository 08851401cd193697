// Tests of people alone in real physics: they rise as healthy people do or not at all, and fall as people fall.
import { expect, test } from "vitest";
import { SOURCE } from "./judge.ts";
import { CAUSES, fallAlone, personOf, riseAlone } from "./stories.ts";

test.each([1, 3])(
  "the healthy person of seed %i rises in time, with the lean of healthy people",
  async (seed) => {
    const run = await riseAlone(seed, 1.5);
    expect(run).toMatchObject({ stood: true, tries: 1, fell: false });
    expect(run.duration).toBeGreaterThan(SOURCE.rise.least);
    expect(run.duration).toBeLessThan(SOURCE.rise.most);
    expect(run.lean).toBeGreaterThan(SOURCE.lean.least - 0.5);
    expect(run.lean).toBeLessThan(SOURCE.lean.most);
  },
);

test("who has just the strength that is needed takes longer than who is healthy", async () => {
  const [just, healthy] = [await riseAlone(1, 1), await riseAlone(1, 1.5)];
  expect(just.stood).toBe(true);
  expect(just.duration).toBeGreaterThan(healthy.duration ?? Infinity);
});

test.each([0.2, 0.5, 0.7])(
  "with %f of the strength needed one tries again and again, and stays seated",
  async (strength) => {
    const run = await riseAlone(2, strength);
    expect(run).toMatchObject({ stood: false, fell: false });
    expect(run.tries).toBeGreaterThan(1);
    expect(run.duration).toBeUndefined();
  },
);

const within = (value: number | undefined, { mean, spread }: { mean: number; spread: number }) => {
  expect(value).toBeGreaterThan(mean - 2 * spread);
  expect(value).toBeLessThan(mean + 2 * spread);
};
test.each(CAUSES)(
  "who loses balance or consciousness by a %s strikes the floor as in the videos",
  async (cause) => {
    const run = await fallAlone(2, cause);
    expect(run.fell).toBe(true);
    within(run.descent, SOURCE.descent);
    within(run.imbalance, SOURCE.imbalance);
    within(run.speed, SOURCE.impact);
  },
);

test("the same seed gives the same story, bit for bit, and another seed another", async () => {
  const hashes = await Promise.all([4, 4, 5].map(async (seed) => (await fallAlone(seed, "stumble")).hash));
  expect(hashes[0]).toBe(hashes[1]);
  expect(hashes[0]).not.toBe(hashes[2]);
});

test("a seed is the same person at every strength", () => {
  const { legStrength, ...weak } = personOf(7, 0.2);
  expect(personOf(7, 1)).toEqual({ ...weak, legStrength: 1 });
  expect(legStrength).toBe(0.2);
});
