// Tests of the verdict: people as in the literature pass, and each way of being unlike them fails.
import { expect, test } from "vitest";
import { HEALTHY, judgeAlone, spreadOf, STRENGTHS } from "./judge.ts";
import { CAUSES, type FallRun, type RiseRun } from "./stories.ts";

const seeds = [1, 2, 3, 4];
const rise = (strength: number, seed: number): RiseRun => {
  const stood = strength >= 0.9;
  const measured = stood ? { duration: 1.6 + 0.05 * seed, lean: 38 + seed } : {};
  return { seed, strength, stood, tries: 1, fell: false, ...measured, hash: `${strength}/${seed}` };
};
const fall = (cause: FallRun["cause"], seed: number): FallRun => ({
  seed,
  cause,
  fell: true,
  descent: 0.5 + 0.05 * seed,
  imbalance: 0.9 + 0.1 * seed,
  speed: 1.8 + 0.2 * seed,
  firstDown: "left_hand",
  hash: `${cause}/${seed}`,
});
const rises = [...STRENGTHS, HEALTHY].flatMap((strength) => seeds.map((seed) => rise(strength, seed)));
const falls = CAUSES.flatMap((cause) => seeds.map((seed) => fall(cause, seed)));
const again = [{ hash: "0.2/1" }, { hash: "faint/1" }];
const judged = (
  change: { rise?: (run: RiseRun) => RiseRun; fall?: (run: FallRun) => FallRun } = {},
  repeated: readonly { hash: string }[] = again,
) => judgeAlone(rises.map(change.rise ?? ((run) => run)), falls.map(change.fall ?? ((run) => run)), repeated);

test("people as in the literature pass", () => {
  expect(judged()).toMatchObject({ ok: true, stood_percent: [0, 0, 0, 0, 0, 0, 0, 100, 100] });
});

test.each([
  ["monotone", { rise: (run: RiseRun) => (run.strength === 1 ? { ...run, stood: run.seed > 1 } : run) }],
  ["plausible", { rise: (run: RiseRun) => ({ ...run, stood: true }) }],
  ["healthy_rise_as_measured", { rise: (run: RiseRun) => ({ ...run, duration: 3.2 }) }],
  ["healthy_rise_as_measured", { rise: (run: RiseRun) => ({ ...run, lean: 60 }) }],
  ["falls_as_measured", { fall: (run: FallRun) => ({ ...run, speed: 4 }) }],
  ["falls_as_measured", { fall: (run: FallRun) => ({ ...run, descent: 0.2 }) }],
  ["who_faints_falls", { fall: (run: FallRun) => ({ ...run, fell: run.cause !== "faint" }) }],
])("%s is false, and the verdict with it, for people who are otherwise", (check, change) => {
  expect(judged(change)).toMatchObject({ ok: false, [check]: false });
});

test("the same seed with another story fails", () => {
  expect(judged({}, [{ hash: "another" }, { hash: "faint/1" }])).toMatchObject({
    ok: false,
    same_seed_same_story: false,
  });
});

test("mean and standard deviation are those of a sample", () => {
  expect(spreadOf([1, 2, 3, 4])).toEqual({ mean: 2.5, sd: Math.sqrt(5 / 3) });
  expect(() => spreadOf([1])).toThrow("at least two");
});
