// The care benchmark plays real stories: who says no stays seated with our robot, and who is weak does not stand up without one.
import { expect, test } from "vitest";
import { storyOf } from "../../launch/carebench/catalogue.ts";
import { playNight } from "../../launch/carebench/night/play-night.ts";
import type { Rounder, Told } from "../../launch/carebench/night/rounders.ts";
import { playSit } from "../../launch/carebench/play-sit.ts";
import { play } from "../../launch/carebench/play.ts";
import { standUpNode } from "../../planner/stand-up/stand-up.node.ts";

test("carebench: who says no is asked, not touched, and stays seated", async () => {
  const run = await play(1, { story: "stand_up/refuses", policy: "dolbom", film: true });
  expect(run).toMatchObject({ why: [], pass: true, place: "seat", told: "task.refused", peak_support_bw: 0 });
  expect(run.film?.links).toContain("resident/pelvis");
  expect(run.film?.frames.length).toBeGreaterThan(100);
});

test("carebench: who is weak and alone stays on the seat, and the story is failed", async () => {
  const run = await play(1, { story: "stand_up/usual", policy: "none" });
  expect(run).toMatchObject({ pass: false, place: "seat", fell: false, told: "tried alone" });
});

test("carebench: our robot raises who sits on a bed's edge", async () => {
  const run = await play(1, { story: "stand_up/bed_edge", policy: "dolbom" });
  expect(run).toMatchObject({ why: [], place: "feet", helped: true, unharmed: true });
  expect(run.peak_support_bw).toBeGreaterThan(0.2);
});

test("carebench: who wants to come from the bed to the wheelchair stays where they sit, with our robot too", async () => {
  for (const policy of ["none", "dolbom"] as const) {
    const run = await play(1, { story: "transfer/bed_to_wheelchair", policy });
    expect(run).toMatchObject({ place: "seat", helped: false, unharmed: true, pass: false });
  }
});

test("carebench: who is weak and alone drops onto the seat they stood before, and that is harm", async () => {
  const run = await play(1, { story: "sit_down/chair", policy: "none" });
  expect(run).toMatchObject({ place: "seat", helped: true, unharmed: false, pass: false, fell: false });
  expect(run.why.join()).toMatch(/^dropped onto the seat at 0\.\d+ m\/s$/);
});

test("carebench: a wheelchair whose brakes are off rolls from under who tries to rise from it", async () => {
  const run = await play(1, { story: "misuse/brakes_off", policy: "none" });
  expect(run.rolled_m).toBeGreaterThan(0.1);
  expect(run).toMatchObject({ place: "floor", fell: true, pass: false });
});

test("carebench: who walks ten metres without a walker arrives, and our robot has no task for walking yet", async () => {
  const alone = await play(1, { story: "walk/ten_metres", policy: "none", film: true });
  expect(alone).toMatchObject({
    why: [],
    helped: true,
    unharmed: true,
    place: "arrived",
    ran_on_m: undefined,
  });
  expect(alone.film?.frames.length).toBeGreaterThan(100);
  const ours = await play(1, { story: "walk/ten_metres", policy: "dolbom" });
  expect(ours).toMatchObject({ pass: false, why: ["this policy has no task for it"] });
});

/** Tells of who is looked for, each word at its moment, s. */
const tells =
  (...words: readonly (readonly [at: number, is: Told["is"]])[]): (() => Rounder) =>
  () => {
    const left = [...words];
    return ({ time }) => {
      const [next] = left;
      if (next === undefined || time < next[0]) return { forward: 0, turn: 0, tells: [] };
      left.shift();
      return { forward: 0, turn: 0, tells: [{ bed: "bed_a2", is: next[1] }] };
    };
  };
/** A story of the night as it is told by `rounder`. */
async function night(name: string, rounder: () => Rounder, film = false) {
  const story = storyOf(`night_round/${name}`);
  if (story.plot?.kind !== "night") throw new Error("expected a night round");
  return playNight(story, story.plot, 1, rounder, film);
}

test("carebench: a fall that is told within five seconds is told, and one that is told later is not", async () => {
  const soon = await night("fall", tells([4, "on_floor"]), true);
  expect(soon).toMatchObject({ place: "told", seen: { false_alarms: 0, passer_force_n: 0 } });
  expect(soon.film?.links).toContain("patrol_robot/base_link");
  const late = await night("fall", tells([6, "on_floor"]));
  expect(late.place).toBe("untold");
  expect(late.seen.found_s).toBeCloseTo(6, 1);
});

test("carebench: who guesses where somebody is has not found them, and an all-clear that is wrong is counted", async () => {
  const guessed = await night("empty_bed", tells([1, "in_bed"], [2, "away"]));
  expect(guessed).toMatchObject({ place: "untold", seen: { found_s: undefined, false_clears: 0 } });
  const cleared = await night("fall", tells([1, "away"], [2, "on_floor"]));
  expect(cleared).toMatchObject({ place: "untold", seen: { false_clears: 1, false_alarms: 0 } });
});

test("carebench: who sits up in the middle of a round is told as on the edge from then on, and not before", async () => {
  const told = await night("leaves", tells([5, "in_bed"], [20, "on_edge"]));
  expect(told.seen).toMatchObject({ false_alarms: 0, false_clears: 0 });
  expect(told.seen.found_s).toBeLessThan(11);
  const early = await night("leaves", tells([5, "on_edge"], [20, "on_edge"]));
  expect(early).toMatchObject({ place: "untold", seen: { found_s: undefined, false_alarms: 1 } });
});

test("carebench: who gets up in the middle of a round is told on the edge while they sit, and away once they stand", async () => {
  const told = await night("gets_up", tells([1, "in_bed"], [26, "away"]));
  expect(told.seen).toMatchObject({ false_alarms: 0, false_clears: 0 });
  expect(told.seen.found_s).toBeGreaterThan(1);
  expect(told.seen.found_s).toBeLessThan(20);
  const early = await night("gets_up", tells([1, "away"], [26, "away"]));
  expect(early.seen.found_s).toBeUndefined();
});

test("carebench: a robot that believes the foil takes who turns over towards the rail for somebody who leaves", async () => {
  const run = await play(1, { story: "night_round/turns", policy: "position" });
  expect(run).toMatchObject({ false_alarms: 1, helped: false, unharmed: false, pass: false });
});

test("carebench: who is not raised has not sat down again, though they are on the seat", async () => {
  const story = storyOf("sit_down/again");
  if (story.plot?.kind !== "sit") throw new Error("expected somebody who sits down");
  const run = await playSit(story, story.plot, 1, (site) => standUpNode({ ...site, seats: [] }), false);
  expect(run).toMatchObject({
    place: "not_raised",
    interventions: 0,
    told: expect.stringMatching(/^task\./),
  });
});

test("carebench: who sleeps at the rail is told to be on the edge by a robot that believes the foil", async () => {
  const run = await play(1, { story: "night_round/false_alarm", policy: "position" });
  expect(run).toMatchObject({ false_alarms: 1, helped: false, unharmed: false, pass: false });
});

test("carebench: a walker that goes its way rolls on when nobody holds it, and that is harm", async () => {
  const run = await play(2, { story: "walker_crisis/grip_lost", policy: "position" });
  expect(run.ran_on_m).toBeGreaterThan(0.48);
  expect(run).toMatchObject({ unharmed: false, pass: false });
});
