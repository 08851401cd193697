// The offset of another clock under jitter, drift and lopsided ways: the truth is never further away than is said.
import { describe, expect, test } from "vitest";
import { atRate, estimate, learn, NOTHING_LEARNT, type Learnt } from "./clock-offset.ts";
import { seeded } from "./seeded.ts";
import { seconds } from "./units.ts";

/** A word sent at `sent` to a clock that reads `clock(ours)`, so long there and so long back. */
const word = (learnt: Learnt, clock: (ours: number) => number, sent: number, there: number, back: number) =>
  learn(learnt, {
    sent: seconds(sent),
    answered: seconds(clock(sent + there)),
    received: seconds(sent + there + back),
  });

test("nothing learnt is nothing known", () => expect(estimate(NOTHING_LEARNT, seconds(1))).toBeUndefined());
test("an even way tells the offset exactly, and how far it may be off", () => {
  const learnt = word(NOTHING_LEARNT, (ours) => ours - 90, 100, 0.01, 0.01);
  const told = estimate(learnt, seconds(100.02));
  expect(told?.offset).toBeCloseTo(-90, 9);
  expect(told?.error).toBeCloseTo(0.01, 9);
});
test("the shortest way is believed, until it is so old that the clocks may have drifted further apart", () => {
  let learnt = word(NOTHING_LEARNT, (ours) => ours - 90, 100, 0.002, 0);
  learnt = word(learnt, (ours) => ours - 90, 101, 0.2, 0);
  expect(estimate(learnt, seconds(101.2))?.offset).toBeCloseTo(-90 + 0.001, 9);
  expect(estimate(learnt, seconds(101.2 + 3600))?.error).toBeLessThan(0.5);
});
test.each([
  ["ends before it begins", { sent: 2, answered: 5, received: 1 }],
  ["has no answer", { sent: 1, answered: NaN, received: 2 }],
  ["was never sent", { sent: NaN, answered: 1, received: 2 }],
])("a word that %s teaches nothing", (_, { sent, answered, received }) =>
  expect(
    learn(NOTHING_LEARNT, { sent: seconds(sent), answered: seconds(answered), received: seconds(received) }),
  ).toEqual(NOTHING_LEARNT),
);

describe("under drift and jitter", () => {
  test.each([1, 2, 3])("the truth is never further from the estimate than is said (seed %i)", (seed) => {
    const random = seeded(seed);
    const drift = 1 + (random() - 0.5) * 2 * 90e-6;
    const clock = (ours: number) => 1000 * random.length + ours * drift - 300;
    let [learnt, worst]: [Learnt, number] = [NOTHING_LEARNT, 0];
    for (let beat = 0; beat < 5000; beat += 1) {
      const sent = 50 + beat * 0.05;
      // most ways are short, some are held up on one side only
      const way = () => 0.002 + random() * 0.01 + (random() < 0.1 ? random() * 0.4 : 0);
      const [there, back] = [way(), way()];
      if (random() < 0.8) learnt = word(learnt, clock, sent, there, back);
      const now = sent + there + back;
      const told = estimate(learnt, seconds(now));
      if (told === undefined) continue;
      const wrong = Math.abs(now + told.offset - clock(now));
      expect(wrong).toBeLessThanOrEqual(told.error + 1e-9);
      worst = Math.max(worst, wrong);
    }
    expect(worst).toBeGreaterThan(0);
    expect(worst).toBeLessThan(0.1);
  });
});

describe("a clock of another rate", () => {
  const at = (rate: number) => (ours: number) => 40 + rate * (ours - 100);
  test.each([0, 0.1, 0.5, 4])("is known at rate %d as well as one that goes like ours", (rate) => {
    let learnt = atRate(rate);
    for (let beat = 0; beat < 20; beat += 1)
      learnt = word(learnt, at(rate), 100 + beat * 0.05, 0.004, beat % 3 === 0 ? 0.004 : 0.03);
    const now = seconds(101.2);
    const told = estimate(learnt, now);
    expect(Math.abs(now + (told?.offset ?? NaN) - at(rate)(now))).toBeLessThanOrEqual(told?.error ?? NaN);
    expect(told?.error).toBeLessThan(0.02);
  });
  test("that was stopped and nobody said so is never taken to be further on than one beat and its way", () => {
    let learnt = NOTHING_LEARNT;
    const stopped = (ours: number) => Math.min(ours, 100.3);
    let worst = 0;
    for (let sent = 100; sent < 102; sent += 0.05) {
      learnt = word(learnt, stopped, sent, 0.002, 0.002);
      const next = seconds(sent + 0.05);
      worst = Math.max(worst, next + (estimate(learnt, next)?.offset ?? NaN) - stopped(next));
    }
    expect(worst).toBeGreaterThan(0.04);
    expect(worst).toBeLessThan(0.05 + 0.004 + 1e-9);
  });
  test("that was stepped on while it stood is known anew with the next word", () => {
    const stepped = (ours: number) => (ours < 100.3 ? 40 : 40.5);
    let learnt = atRate(0);
    for (let sent = 100; sent < 100.5; sent += 0.05) learnt = word(learnt, stepped, sent, 0.002, 0.002);
    expect(100.6 + (estimate(learnt, seconds(100.6))?.offset ?? NaN)).toBeCloseTo(40.5, 3);
  });
});
