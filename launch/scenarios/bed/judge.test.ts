// Tests of the verdict over movements in bed: people whose success rises with strength pass, and each way of being otherwise fails.
import { expect, test } from "vitest";
import { BED_STRENGTHS, judgeBed } from "./judge.ts";
import { BED_STORIES, type BedRun } from "./stories.ts";

const seeds = [1, 2, 3, 4, 5];
const run = (story: BedRun["story"], strength: number, seed: number): BedRun => {
  const did = strength >= 1;
  return {
    seed,
    story,
    strength,
    did,
    ...(did ? { took: 2 + 0.1 * seed } : {}),
    fell: false,
    hash: `${story}/${strength}/${seed}`,
  };
};
const runs = BED_STORIES.flatMap((story) =>
  BED_STRENGTHS.flatMap((strength) => seeds.map((seed) => run(story, strength, seed))),
);
const again = [{ hash: "roll_left/0.4/1" }];
const judged = (change: (one: BedRun) => BedRun = (one) => one, repeated = again) =>
  judgeBed(runs.map(change), repeated);

test("people whose success rises with strength pass, and are told by movement and strength", () => {
  expect(judged()).toMatchObject({
    ok: true,
    people: 5,
    roll_left_percent: "0 0 0 100 100 100",
    rise_s: expect.stringContaining("0.8: none; 1: 2.3 (2.2 to 2.4)") as string,
    sit_up_fell: "0",
  });
});

test.each([
  ["monotone", (one: BedRun) => (one.strength === 1.2 ? { ...one, did: one.seed > 2 } : one)],
  ["healthy_do_it", (one: BedRun) => (one.strength === 1.5 ? { ...one, did: one.seed > 1 } : one)],
  ["the_weakest_do_not", (one: BedRun) => ({ ...one, did: true })],
  ["nobody_who_rolls_falls", (one: BedRun) => ({ ...one, fell: one.story === "roll_right" })],
] as const)("%s is false, and the verdict with it, for people who are otherwise", (check, change) => {
  expect(judged(change)).toMatchObject({ ok: false, [check]: false });
});

test("who falls out of bed in sitting up is counted, and is no verdict", () => {
  const falls = (one: BedRun) => ({ ...one, fell: one.story === "sit_up" && one.strength === 0.8 });
  expect(judged(falls)).toMatchObject({ ok: true, sit_up_fell: "5" });
});

test("the same seed with another story fails", () => {
  expect(judged(undefined, [{ hash: "another" }])).toMatchObject({ ok: false, same_seed_same_story: false });
});
