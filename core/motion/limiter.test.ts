// The limiter: every limit at once, and what it makes of nonsense, gaps and several ticks.
import { describe, expect, test } from "vitest";
import { seconds } from "../units.ts";
import { atRest, isAtRest, limit, type Limiter } from "./limiter.ts";
import { AT_REST, CAPS, GAP, TICK, scaled, type Caps, type Velocities } from "./limits.ts";

const start = () => atRest(seconds(0));
/** Runs ticks towards `wanted` and gives the velocities of each. */
function run(limiter: Limiter, wanted: Velocities, caps: Caps, ticks: number) {
  const samples: Velocities[] = [];
  let now = limiter;
  for (let tick = 1; tick <= ticks; tick += 1) {
    const done = limit(seconds(limiter.at + tick * TICK), now, wanted, caps);
    now = done.limiter;
    samples.push(done.velocities);
  }
  return { limiter: now, samples, last: samples.at(-1) ?? AT_REST };
}

describe("the limiter", () => {
  test("reaches what is wanted within the caps, exactly, and comes back to rest exactly", () => {
    const wanted = [0.1, 0, 0.05, 0.02, 0.02];
    const up = run(start(), wanted, CAPS.task, 300);
    up.last.forEach((velocity, axis) => expect(velocity).toBeCloseTo(wanted[axis] ?? NaN, 12));
    expect(isAtRest(run(up.limiter, AT_REST, CAPS.task, 300).limiter)).toBe(true);
  });
  test("keeps the direction in joint space when one axis is over its cap", () => {
    const { last } = run(start(), [0, 0, 1, 0.5, 0.5], CAPS.task, 500);
    expect(last[2]).toBeCloseTo(0.1, 12);
    expect(last[3]).toBeCloseTo(0.05, 12);
  });
  test("keeps the direction while it speeds up", () => {
    for (const sample of run(start(), [0.1, 0, 0.05, 0, 0], CAPS.task, 100).samples)
      expect(sample[0] ?? NaN).toBeCloseTo(2 * (sample[2] ?? NaN), 12);
  });
  test("lowers a person slower than it lifts one", () => {
    expect(run(start(), [0, 0, 9, 0, 0], CAPS.taskLoaded, 500).last[2]).toBeCloseTo(0.1, 12);
    expect(run(start(), [0, 0, -9, 0, 0], CAPS.taskLoaded, 500).last[2]).toBeCloseTo(-0.08, 12);
  });
  test.each([NaN, Infinity, -Infinity])("takes %s for a wish to stand still, and says so", (nonsense) => {
    const moving = run(start(), [0.1, 0, 0, 0, 0], CAPS.task, 200);
    const done = limit(seconds(moving.limiter.at + TICK), moving.limiter, [nonsense, 0, 0, 0, 0], CAPS.task);
    expect(done.limiting).toContain("not_finite");
    expect(done.velocities[0]).toBeLessThan(moving.last[0] ?? NaN);
    expect(isAtRest(run(moving.limiter, [nonsense, 0, 0, 0, 0], CAPS.task, 300).limiter)).toBe(true);
  });
  test("takes a wish of the wrong length for a wish to stand still", () =>
    expect(run(start(), [1], CAPS.task, 50).last).toEqual(AT_REST));
  test("gives the same velocities when asked twice within one tick", () => {
    const { limiter, last } = run(start(), [0.1, 0, 0, 0, 0], CAPS.task, 30);
    expect(limit(seconds(limiter.at + TICK / 4), limiter, [0.1, 0, 0, 0, 0], CAPS.task).velocities).toEqual(
      last,
    );
  });
  test.each([0.2, -0.1, NaN])("begins at rest after a gap of %s s", (gap) => {
    const { limiter } = run(start(), [0.1, 0, 0, 0, 0], CAPS.task, 100);
    const done = limit(seconds(limiter.at + gap), limiter, [0.1, 0, 0, 0, 0], CAPS.task);
    expect([done.velocities, done.limiting]).toEqual([AT_REST, ["gap"]]);
  });
  test("goes on over the longest gap there may be, and over a clock that errs by its own rounding", () => {
    const { limiter } = run(start(), [0.1, 0, 0, 0, 0], CAPS.task, 50);
    const after = (gap: number) =>
      limit(seconds(limiter.at + gap), limiter, [0.1, 0, 0, 0, 0], CAPS.task).limiting;
    expect([after(GAP), after(0), after(-1e-9)].flat()).not.toContain("gap");
    expect(limit(GAP, start(), [0.1, 0, 0, 0, 0], CAPS.task).limiting).not.toContain("gap");
    expect([after(GAP + 1e-3), after(-1e-5)]).toEqual([["gap"], ["gap"]]);
  });
  test("goes as far in several ticks at once as in as many single ones, and leaves the rest of a tick for the next", () => {
    const single = run(start(), [0.1, 0, 0.05, 0, 0], CAPS.task, 7);
    const atOnce = limit(seconds(7.5 * TICK), start(), [0.1, 0, 0.05, 0, 0], CAPS.task);
    expect(atOnce.velocities).toEqual(single.last);
    expect(atOnce.limiter.ramps).toEqual(single.limiter.ramps);
    expect(atOnce.limiter.at).toBeCloseTo(7 * TICK, 12);
  });
  test("speeds up by its acceleration averaged over its window, down as up", () => {
    // after 10 ticks of ramps that grow by 0.001 m/s each: (1 + 2 + … + 10) / 20 of it
    for (const way of [1, -1])
      expect(run(start(), [way * 0.1, 0, 0, 0, 0], CAPS.task, 10).last[0]).toBeCloseTo(way * 0.00275, 12);
    const turned = run(
      run(start(), [0.1, 0, 0, 0, 0], CAPS.task, 200).limiter,
      [-0.1, 0, 0, 0, 0],
      CAPS.task,
      10,
    );
    expect(turned.last[0]).toBeCloseTo(0.1 - 0.00275, 12);
  });
  test("names every axis at its end, of speed before acceleration, and none that is not", () => {
    const both = limit(TICK, start(), [0, 0, 0.2, 0.1, 0.01], CAPS.task).limiting;
    expect(both).toEqual(["lift_joint.speed", "left_arm_joint.speed", "lift_joint.acceleration"]);
    expect(run(start(), [0, 0, 0.0004, 0, 0], CAPS.task, 1).last[2]).toBeCloseTo(0.00002, 12);
    expect(limit(TICK, start(), [0, 0, 0.0004, 0, 0], CAPS.task).limiting).toEqual([]);
    expect(limit(TICK, start(), [-9, -9, 0, 0, 0], CAPS.task).limiting).toContain("base_x.speed");
  });
  test("several ticks at once tell once what limits them", () =>
    expect(limit(seconds(5 * TICK), start(), [0, 0, 1, 0, 0], CAPS.task).limiting).toEqual([
      "lift_joint.speed",
      "lift_joint.acceleration",
    ]));
  test("is at rest when no axis moves, and has not for as long as it is averaged over", () => {
    expect(isAtRest(start())).toBe(true);
    expect(isAtRest(run(start(), [0.1, 0, 0, 0, 0], CAPS.task, 5).limiter)).toBe(false);
    const { limiter } = run(start(), [0, 0, 0, 0.02, 0], CAPS.task, 100);
    expect([isAtRest(limiter), isAtRest(run(limiter, AT_REST, CAPS.task, 5).limiter)]).toEqual([
      false,
      false,
    ]);
  });
  test("does not stumble over times that are sums and not products of the period", () => {
    let limiter = start();
    for (let [tick, now] = [0, 0]; tick < 1000; tick += 1) {
      now += TICK;
      const done = limit(seconds(now), limiter, [0.1, 0, 0, 0, 0], CAPS.task);
      expect(done.limiting).not.toContain("gap");
      limiter = done.limiter;
    }
  });
  test("names the axis that is limited, and how", () => {
    const { limiting } = limit(TICK, start(), [0, 0, 1, 0, 0], CAPS.task);
    expect(limiting).toEqual(["lift_joint.speed", "lift_joint.acceleration"]);
  });
  test.each([NaN, -1, 2])("a scale of %s is no motion at all", (scale) =>
    expect(run(start(), [1, 1, 1, 1, 1], scaled(CAPS.task, scale), 50).last).toEqual(AT_REST),
  );
});
