// The way a braking axis still goes: held against stepping it out, tick by tick, as the drives will go.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AT_REST, GAP, TICK, type Velocities } from "./limits.ts";
import type { Room } from "./ranges.ts";
import { overrun, underWay, WINDOW, type Ramps } from "./stopping.ts";

const [LIFT, LEFT] = [2, 3];
const FREE: Room = { up: [9, 9, 9, 9, 9], down: [9, 9, 9, 9, 9] };
const ACCELERATION: Velocities = [0.1, 0.1, 0.05, 0.1, 0.1];
const lift = (velocity: number): Velocities => [0, 0, velocity, 0, 0];
/** The ramps of one axis, m/s, oldest first; the others stand still. */
const ramps = (of: readonly number[]): Ramps => of.map(lift);
const steady = (velocity: number): Ramps => ramps(Array.from({ length: WINDOW }, () => velocity));
const room = (up: number, down = 9): Room => ({ up: [9, 9, up, 9, 9], down: [9, 9, down, 9, 9] });
const judged = (past: Ramps, next: Velocities, within: Room) =>
  overrun(underWay(past), next, ACCELERATION, within);

/** m upwards, stepped out: the next ramp, then braking by `change` a tick; each tick goes the mean of the last ramps. */
function stepped(past: readonly number[], next: number, change: number): number {
  let [window, ramp, way] = [[...past.slice(1), next], next, 0];
  for (let tick = 0; tick < 500; tick += 1) {
    way += (window.reduce((sum, velocity) => sum + velocity, 0) / WINDOW) * TICK;
    ramp = Math.max(0, ramp - change);
    window = [...window.slice(1), ramp];
  }
  return way;
}

const anyWay = fc.record({
  past: fc.array(fc.double({ min: 0, max: 0.1, noNaN: true }), { minLength: WINDOW, maxLength: WINDOW }),
  next: fc.double({ min: 0.001, max: 0.1, noNaN: true }),
});

describe("SR-41 the way that braking from here still takes", () => {
  test("is the one the drives will go: a room that holds it is enough, and a hair less is not", () =>
    fc.assert(
      fc.property(anyWay, ({ past, next }) => {
        const way = stepped(past, next, 0.05 * TICK);
        expect(judged(ramps(past), lift(next), room(way + 1e-9)).lost).toBeUndefined();
        expect(judged(ramps(past), lift(next), room(way - 1e-9))).toEqual({ lost: LIFT, close: LIFT });
        const down = ramps(past.map((velocity) => -velocity));
        expect(judged(down, lift(-next), room(9, way + 1e-9)).lost).toBeUndefined();
        expect(judged(down, lift(-next), room(9, way - 1e-9))).toEqual({ lost: LIFT, close: LIFT });
      }),
      { numRuns: 50, seed: 41 },
    ));
  test("is close where drives that hear nothing more go on at the fastest of late until they stop", () =>
    fc.assert(
      fc.property(anyWay, ({ past, next }) => {
        const fastest = Math.max(next, ...past.slice(1));
        const way = stepped(past, next, 0.05 * TICK) + GAP * fastest;
        expect(judged(ramps(past), lift(next), room(way + 1e-9)).close).toBeUndefined();
        expect(judged(ramps(past), lift(next), room(way - 1e-9))).toEqual({ lost: undefined, close: LIFT });
      }),
      { numRuns: 50, seed: 41 },
    ));
  test("counts a way there and back by its furthest point: what comes down later makes no room above", () => {
    const half = WINDOW / 2;
    const there = Array.from({ length: WINDOW }, (_, tick) => (tick < half ? 0.08 : -0.08));
    const up = there.reduce(
      (sum, velocity, tick) => sum + (velocity > 0 ? (velocity * tick * TICK) / WINDOW : 0),
      0,
    );
    expect(judged(ramps(there), AT_REST, room(up + 0.008 + 1e-9)).close).toBeUndefined();
    expect(judged(ramps(there), AT_REST, room(up + 0.008 - 1e-9)).close).toBe(LIFT);
    expect(judged(ramps(there), AT_REST, room(up - 1e-9)).lost).toBe(LIFT);
  });
  test("is as long as the slowest axis brakes, for all stay on one straight line", () => {
    // the lift needs 0.1/0.05 = 2 s, the arm alone 0.02/0.1 = 0.2 s; together 200 ticks: the mean of them is half
    const next: Velocities = [0, 0, 0.1, 0.02, 0];
    const arm = (0.02 + (0.02 * 199) / 2) * TICK;
    const withRoom = (left: number): Room => ({ up: [9, 9, 9, left, 9], down: FREE.down });
    expect(judged(steady(0), next, withRoom(arm + 1e-9)).lost).toBeUndefined();
    expect(judged(steady(0), next, withRoom(arm - 1e-9)).lost).toBe(LEFT);
  });
  test("of what stands still is none: it fits where there is no room at all, and beyond the end", () => {
    for (const left of [0, -0.01])
      expect(
        judged(steady(0), AT_REST, { up: [9, 9, left, left, left], down: [9, 9, left, 9, left] }),
      ).toEqual({
        lost: undefined,
        close: undefined,
      });
  });
  test("does not ask how an axis brakes that stands still: one that is never moved has no acceleration", () =>
    expect(overrun(underWay(steady(0)), lift(0.01), [0, 0, 0.05, 0, 0], FREE).lost).toBeUndefined());
  test("leads out of where it should not be, and no further in", () => {
    expect(judged(steady(0), lift(-0.01), room(-0.01)).close).toBeUndefined();
    expect(judged(steady(0), lift(0.01), room(-0.01)).lost).toBe(LIFT);
  });
});

describe("SR-41 of several axes", () => {
  const both: Velocities = [0, 0, 0.01, 0.01, 0];
  const withRoom = (lifts: number, arm: number): Room => ({ up: [9, 9, lifts, arm, 9], down: FREE.down });
  test("the first that is close is named, and one that is lost before any that is close", () => {
    const close = 0.0015;
    expect(judged(steady(0), both, withRoom(close, 9))).toEqual({ lost: undefined, close: LIFT });
    expect(judged(steady(0), both, withRoom(9, close))).toEqual({ lost: undefined, close: LEFT });
    expect(judged(steady(0), both, withRoom(close, close))).toEqual({ lost: undefined, close: LIFT });
    expect(judged(steady(0), both, withRoom(close, 0))).toEqual({ lost: LEFT, close: LEFT });
  });
  test("what is not known of one is lost: its room, its speed, how it brakes, or what it did", () => {
    expect(judged(steady(0), both, withRoom(9, NaN)).lost).toBe(LEFT);
    expect(judged(steady(0), both, { up: [9, 9, 9, 9], down: FREE.down }).lost).toBe(4);
    expect(judged(steady(0), both, { up: FREE.up, down: [9, 9] }).lost).toBe(LIFT);
    expect(judged(steady(0), [0, 0, 0.01], FREE).lost).toBe(0);
    expect(overrun(underWay(steady(0)), both, [0.1, 0.1], FREE).lost).toBe(0);
    expect(judged([], AT_REST, FREE).lost).toBe(0);
    expect(judged(steady(NaN), AT_REST, FREE).lost).toBe(LIFT);
  });
});

test("the window is what an acceleration is averaged over", () => expect(WINDOW).toBe(20));
