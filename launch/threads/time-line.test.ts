// The line of simulated time: what it shows, how long to wait, and that no change sets it back.
import { describe, expect, test } from "vitest";
import { seeded } from "../../core/seeded.ts";
import { PLAIN, shownBy, standsAt, turned, waitUntil } from "./time-line.ts";

const SECOND = 1e9;

test("time that nobody turned is the machine's own, to the nanosecond", () => {
  for (const machine of [0, 1, 123_456_789_123, 8e15]) expect(shownBy(PLAIN, machine)).toBe(machine);
});

describe("a line", () => {
  const paused = turned(PLAIN, 5 * SECOND, { until: (at) => at });
  test("that is paused goes on to the moment of its pause, and stands there for ever", () => {
    expect([4, 5, 6, 900].map((at) => shownBy(paused, at * SECOND) / SECOND)).toEqual([4, 5, 5, 5]);
    expect([4.999, 5, 6].map((at) => standsAt(paused, at * SECOND))).toEqual([false, true, true]);
    expect(waitUntil(paused, 0, 5 * SECOND)).toBe(5 * SECOND);
    expect(waitUntil(paused, 0, 5 * SECOND + 1)).toBe(Infinity);
  });
  test("goes on where it stood, steps exactly as far as it is told, and stands again", () => {
    const stepped = turned(paused, 100 * SECOND, { until: (at) => at + SECOND / 10 });
    expect(shownBy(stepped, 99 * SECOND)).toBe(5 * SECOND);
    expect(shownBy(stepped, 100.05 * SECOND)).toBe(5.05 * SECOND);
    expect(shownBy(stepped, 200 * SECOND)).toBe(5.1 * SECOND);
  });
  test("keeps its pause when its speed changes, and goes on at that speed", () => {
    const slow = turned(paused, 10 * SECOND, { rate: 0.5 });
    expect(shownBy(slow, 50 * SECOND)).toBe(5 * SECOND);
    const running = turned(slow, 50 * SECOND, { until: () => Infinity });
    expect(shownBy(running, 54 * SECOND)).toBe(7 * SECOND);
  });
  test("has a bend, not a step, where its speed changes a little later than it was told", () => {
    const fast = turned(PLAIN, 2 * SECOND, { rate: 4 });
    expect([1, 2, 3].map((at) => shownBy(fast, at * SECOND) / SECOND)).toEqual([1, 2, 6]);
    expect(waitUntil(fast, 1 * SECOND, 1.5 * SECOND)).toBe(0.5 * SECOND);
    expect(waitUntil(fast, 1 * SECOND, 6 * SECOND)).toBe(2 * SECOND);
  });
});

test.each([1, 2, 3])("whatever is turned whenever, time is never set back (seed %i)", (seed) => {
  const random = seeded(seed);
  let [line, machine, last] = [PLAIN, 0, 0];
  for (let turn = 0; turn < 2000; turn += 1) {
    machine += random() * 0.1 * SECOND;
    const shown = shownBy(line, machine);
    expect(shown).toBeGreaterThanOrEqual(last - 1);
    const wait = waitUntil(line, machine, shown + random() * SECOND);
    expect(wait).toBeGreaterThanOrEqual(0);
    last = shown;
    const until = [(at: number) => at, () => Infinity, (at: number) => at + 0.05 * SECOND, undefined][
      Math.floor(random() * 4)
    ];
    line = turned(line, machine + 2e6, { rate: 0.1 + random() * 3.9, ...(until && { until }) });
    machine += 2e6;
    last = Math.max(last, shownBy(line, machine) - 1);
  }
});
