// Tests of real stories: the healthy do what the weak do not, and the same seed gives the same story.
import { expect, test } from "vitest";
import { bedStory } from "./stories.ts";

test("who is healthy rolls over, back again, sits up, and rises from the edge", async () => {
  for (const story of ["roll_right", "roll_back", "sit_up", "rise"] as const) {
    const run = await bedStory(2, story, 1.5);
    expect(run).toMatchObject({ story, did: true, fell: false });
    expect(run.took).toBeGreaterThan(0.3);
    expect(run.took).toBeLessThan(6);
  }
});

test("who is weak does none of it, and is told without a time", async () => {
  for (const story of ["roll_left", "roll_back", "sit_up", "rise"] as const) {
    const run = await bedStory(2, story, 0.4);
    expect(run).toMatchObject({ story, did: false, fell: false });
    expect(run.took).toBeUndefined();
  }
});

test("the same seed is the same story, bit for bit", async () => {
  const [first, second] = [await bedStory(3, "sit_up", 1), await bedStory(3, "sit_up", 1)];
  expect(first).toEqual(second);
  expect(first.hash).not.toBe((await bedStory(4, "sit_up", 1)).hash);
});
