// The judge fails what fails, counts what a policy has no task for as failed, and tells policies apart only when chance does not.
import { describe, expect, test } from "vitest";
import { storyOf } from "./catalogue.ts";
import { judge, worstOf } from "./judge.ts";
import { nothingYet } from "./metrics.ts";
import { cannot, passOf, placeOf, type Played } from "./played.ts";
import type { PolicyName } from "./policies.ts";
import { signTest } from "./separation.ts";
import { tableOf } from "./table.ts";

const good = {
  ...nothingYet(),
  peak_support_bw: 0.4,
  peak_tilt_deg: 3,
  contact_of_limit: { chest: 0.2 },
  peak_hip_moment: 0.6,
  peak_knee_moment: 0.7,
  margin_m: 0.04,
  fastest_sink_m_s: 0.1,
};
const run = (policy: PolicyName, seed: number, more: Partial<Played> = {}): Played => ({
  ...good,
  story: "stand_up/usual",
  family: "stand_up",
  policy,
  seed,
  place: "feet",
  pelvis_end: 1,
  support_end_bw: 0,
  duration_s: 60,
  told: "succeeded",
  interventions: 0,
  helped: true,
  unharmed: true,
  pass: true,
  why: [],
  ...more,
});
const failing = {
  helped: false,
  unharmed: false,
  pass: false,
  why: ["fell"],
  fell: true,
  place: "floor",
} as const;
const seeds = Array.from({ length: 8 }, (_, i) => i);

describe("a story is passed", () => {
  test("when its goal is reached within all bounds", () => {
    expect(passOf("feet", "feet", good)).toEqual({ helped: true, unharmed: true, pass: true, why: [] });
    expect(passOf("feet_or_seat", "seat", good).pass).toBe(true);
    expect(passOf("stays_seated", "seat", { ...good, peak_support_bw: 0 }).pass).toBe(true);
    expect(passOf("seated", "seat", good)).toEqual({ helped: true, unharmed: true, pass: true, why: [] });
  });
  test.each([
    ["the goal is missed", passOf("feet", "seat", good)],
    ["somebody fell, wherever they are now", passOf("feet", "feet", { ...good, fell: true })],
    ["too much is carried", passOf("feet", "feet", { ...good, peak_support_bw: 0.61 })],
    ["the load is not known", passOf("feet", "feet", { ...good, peak_support_bw: NaN })],
    ["the trunk tilts", passOf("feet", "feet", { ...good, peak_tilt_deg: 16 })],
    ["a part of the body is pressed", passOf("feet", "feet", { ...good, contact_of_limit: { chest: 1.1 } })],
    ["somebody who passes is touched", passOf("feet", "feet", { ...good, passer_force_n: 3 })],
    ["who sits down is dropped", passOf("seated", "seat", { ...good, fastest_sink_m_s: 0.6 })],
    ["nobody knows how fast they sat down", passOf("seated", "seat", { ...good, fastest_sink_m_s: NaN })],
    ["who should sit stands", passOf("seated", "feet", good)],
    ["a false alarm is given", passOf("told", "told", { ...good, false_alarms: 1 })],
    ["nobody is told of who sleeps", passOf("told", "untold", good)],
    ["nobody knows how many alarms were false", passOf("told", "told", { ...good, false_alarms: NaN })],
    ["who needs somebody is told to be fine", passOf("told", "told", { ...good, false_clears: 1 })],
    ["nobody knows of how many that was told", passOf("told", "told", { ...good, false_clears: NaN })],
    ["who was to be raised first never was", passOf("seated", "not_raised", good)],
    ["the walker rolls on", passOf("feet", "feet", { ...good, ran_on_m: 0.5 })],
    ["nobody knows whether the walker rolled on", passOf("feet", "feet", { ...good, ran_on_m: NaN })],
    ["the head is touched", passOf("feet", "feet", { ...good, contact_of_limit: { head: Infinity } })],
    ["who did not agree is carried", passOf("stays_seated", "seat", { ...good, peak_support_bw: 0.2 })],
  ])("not when %s", (_, { pass, why }) => {
    expect(pass).toBe(false);
    expect(why).toHaveLength(1);
  });
  test("not when somebody is left between seat and feet, which is harm as well", () => {
    const left = passOf("feet_or_seat", "between", good);
    expect(left).toMatchObject({ helped: false, unharmed: false, pass: false });
    expect(left.why).toHaveLength(2);
  });
  test("not when nobody is told of who fell, which is harm, while it harms nobody who sleeps", () => {
    expect(passOf("alarmed", "untold", good)).toMatchObject({ helped: false, unharmed: false, pass: false });
    expect(passOf("told", "untold", good)).toMatchObject({ helped: false, unharmed: true, pass: false });
    expect(passOf("alarmed", "told", good)).toMatchObject({ helped: true, unharmed: true, pass: true });
  });
  test("not by who was to be raised first and stayed on the seat, which harms nobody", () =>
    expect(passOf("seated", "not_raised", good)).toMatchObject({
      helped: false,
      unharmed: true,
      pass: false,
    }));
  test("by who ends on the seat after an interruption, unharmed, though they were not helped to their feet", () => {
    expect(passOf("feet_or_seat", "seat", good)).toMatchObject({ helped: false, unharmed: true, pass: true });
    expect(passOf("feet", "seat", good)).toMatchObject({ helped: false, unharmed: true, pass: false });
    expect(passOf("feet", "feet", { ...good, peak_tilt_deg: 16 })).toMatchObject({
      helped: true,
      unharmed: false,
    });
  });
});

test.each([
  ["feet", { fell: false, pelvis: 0.97, support: 0, seat: 0 }],
  ["seat", { fell: false, pelvis: 0.63, support: 0.13, seat: 0.28 }],
  ["between", { fell: false, pelvis: 0.63, support: 0.69, seat: 0.1 }],
  ["between", { fell: false, pelvis: 0.97, support: 0.3, seat: 0 }],
  ["between", { fell: false, pelvis: 0.75, support: 0.4, seat: 0 }],
  ["between", { fell: false, pelvis: NaN, support: 0, seat: 0.7 }],
  ["floor", { fell: true, pelvis: 0.97, support: 0, seat: 0 }],
] as const)("%s: where a person is who is so: %o", (place, person) => {
  expect(placeOf(person, 0.63)).toBe(place);
});

test("policies that always end differently are separated, and those that end alike are not", () => {
  const apart = judge(seeds.flatMap((seed) => [run("dolbom", seed), run("none", seed, failing)]));
  expect(apart).toMatchObject({
    ok: true,
    separations: [{ outcome: "helped", first: 8, second: 0, separated: true }, { outcome: "unharmed" }],
  });
  const alike = judge(seeds.flatMap((seed) => [run("dolbom", seed), run("none", seed)]));
  expect(alike).toMatchObject({
    ok: false,
    separations: [{ first: 0, second: 0, p: 1, separated: false }, { separated: false }],
  });
  const harming = { unharmed: false, pass: false, why: ["tilted 20°"] };
  const harms = judge(seeds.flatMap((seed) => [run("dolbom", seed), run("position", seed, harming)]));
  expect(harms.ok).toBe(true);
  expect(harms.separations.map(({ outcome, separated }) => [outcome, separated])).toEqual([
    ["helped", false],
    ["unharmed", true],
  ]);
});

test("the sign test gives the binomial's own numbers", () => {
  expect(signTest(5, 0)).toBeCloseTo(2 / 32, 12);
  expect(signTest(6, 0)).toBeCloseTo(2 / 64, 12);
  expect(signTest(1, 7)).toBeCloseTo((2 * 9) / 256, 12);
  expect(signTest(4, 4)).toBe(1);
});

test("one failing seed fails its story, and the row and the list say so", () => {
  const verdict = judge([run("dolbom", 1), run("dolbom", 2, failing)]);
  expect(verdict.rows).toMatchObject([{ stories_passed: 0, stories: 1, passed: 1, runs: 2, falls: 1 }]);
  expect(verdict.failures).toEqual([
    { story: "stand_up/usual", policy: "dolbom", failed: 1, runs: 2, why: ["fell"] },
  ]);
  expect(tableOf(verdict)).toContain("stand_up/usual, dolbom: 1/2 failed: fell");
});

test("what a policy has no task for is failed and counted, and nothing of it is measured", () => {
  const walk = storyOf("walk/ten_metres");
  const all = [cannot(walk, "dolbom", 1), run("none", 1, { story: walk.id, family: walk.family })];
  const verdict = judge(all);
  expect(verdict.rows.map(({ passed, runs, median_s }) => [passed, runs, median_s])).toEqual([
    [0, 1, undefined],
    [1, 1, 60],
  ]);
  expect(verdict.separations).toMatchObject([{ second: 1 }, { second: 1 }]);
  expect(tableOf(verdict)).toContain("this policy has no task for it");
  expect(worstOf([cannot(walk, "dolbom", 1)])).toBeUndefined();
});

test("the worst run is a fall, and without a run there is no verdict", () => {
  const fall = run("none", 3, failing);
  expect(worstOf([run("dolbom", 1), run("dolbom", 2, { pass: false, why: ["tilted 20°"] }), fall])).toBe(
    fall,
  );
  expect(() => judge([])).toThrow("nothing was played");
});
