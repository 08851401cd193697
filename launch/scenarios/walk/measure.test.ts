// Tests of the gait laboratory: known recordings give known numbers; and of the verdict's checks.
import { expect, test } from "vitest";
import { seconds } from "../../../core/units.ts";
import type { Moment } from "../../../sim/walking/record.ts";
import { judgeWalks } from "./judge.ts";
import { walkFallOf, walkOf } from "./measure.ts";
import { CRISES, WALKS, type WalkRun } from "./stories.ts";

/** Steps of 0.5 s and 0.4 m; each foot is on the floor for 0.65 s of its stride of 1 s, so both are for 30 % of the time. */
const PERIOD = 0.01;
const walked: Moment[] = Array.from({ length: 1300 }, (_, i) => {
  const time = i * PERIOD;
  const foot = (phase: number) => {
    const stride = Math.floor(time + phase + 1e-9);
    return { at: 0.8 * (stride - phase) + 0.2, down: time + phase + 1e-9 - stride < 0.65 };
  };
  const [left, right] = [foot(0), foot(0.5)];
  return {
    time: seconds(time),
    along: 0.8 * time,
    left: 0.02 * Math.cos(2 * Math.PI * time),
    ankles: [left.at, right.at],
    soles: [left.down, right.down],
    pelvis: 0.8,
    pelvisUp: 0,
    down: [],
  };
});

test("speed, cadence, step length, double support and sway are those of the recording", () => {
  const walk = walkOf(walked);
  expect(walk?.speed).toBeCloseTo(0.8, 2);
  expect(walk?.cadence).toBeCloseTo(120, 0);
  expect(walk?.stepLength).toBeCloseTo(0.4, 2);
  expect(walk?.doubleSupport).toBeCloseTo(30, -0.5);
  expect(walk?.sway).toBeCloseTo(0.04, 3);
  expect(walkOf(walked.slice(0, 500))).toBeUndefined();
});

test("a fall is timed from the loss of balance to the pelvis on the floor, with its speed before", () => {
  const fallen = walked.map((moment, i) => ({
    ...moment,
    pelvisUp: i > 500 ? -2 : 0,
    down: i < 560 ? [] : i < 570 ? ["left_hand"] : ["left_hand", "pelvis"],
  }));
  const fall = walkFallOf(fallen, 5);
  expect(fall?.imbalance).toBeCloseTo(0.7, 6);
  expect(fall).toMatchObject({ impact: 2, firstDown: "left_hand" });
  expect(walkFallOf(walked, 5)).toBeUndefined();
});

const run = (seed: number, story: WalkRun["story"]): WalkRun => {
  const walks = WALKS.some((one) => one === story);
  const fell = !walks && story !== "caught_lightly" && story !== "grip_lost";
  const gait = { speed: 0.8, cadence: 95, stepLength: 0.5, doubleSupport: 30, sway: 0.05 };
  const held = { force: { peak: 0.05, rms: 0.03 }, moment: { peak: 0.01, rms: 0.005 }, held: 1 };
  const base = { seed, story, own: 0.8, arrived: walks, fell, residual: held, hash: `${story}/${seed}` };
  return walks
    ? { ...base, ...gait }
    : fell
      ? { ...base, imbalance: 1 + 0.1 * seed, impact: 2 + 0.1 * seed }
      : base;
};
const runs = [...WALKS, ...CRISES].flatMap((story) => [1, 2].map((seed) => run(seed, story)));

test("people as in the literature pass, and each way of being unlike them fails", () => {
  const again = [{ hash: "unaided/1" }];
  expect(judgeWalks(runs, again).ok).toBe(true);
  const changed = (of: WalkRun["story"], change: Partial<WalkRun>) =>
    judgeWalks(
      runs.map((one) => (one.story === of ? { ...one, ...change } : one)),
      again,
    );
  expect(changed("unaided", { fell: true })).toMatchObject({ ok: false, walks_unaided: false });
  expect(changed("unaided", { cadence: 60 })).toMatchObject({ ok: false, gait_as_measured: false });
  expect(changed("faint", { fell: false })).toMatchObject({
    ok: false,
    who_faints_or_collapses_falls: false,
  });
  expect(changed("caught_lightly", { fell: true })).toMatchObject({
    ok: false,
    caught_lightly_goes_on: false,
  });
  expect(judgeWalks(runs, [{ hash: "another" }])).toMatchObject({ ok: false, same_seed_same_story: false });
});
