// The limiter: every limit at once, on every sample of long random walks, no wider than floating point.
import { describe, expect, test } from "vitest";
import { seeded } from "../seeded.ts";
import { seconds } from "../units.ts";
import { atRest, isAtRest, limit, type Limiter } from "./limiter.ts";
import { UNBOUNDED } from "./bounds.ts";
import { AT_REST, AXES, CAPS, GAP, SMOOTHING, TICK, scaled, type Caps, type Velocities } from "./limits.ts";

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
    expect([after(GAP + 1e-3), after(-1e-5)]).toEqual([["gap"], ["gap"]]);
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

describe("SR-24 the end of an axis", () => {
  const END = 0.3;
  /** Where the lift goes, m, that wants up as fast as it may below `END`, and what limited it; ideal drives. */
  function upTo(ticks: number) {
    let [limiter, lift] = [start(), 0];
    const went: { lift: number; limiting: readonly string[] }[] = [];
    for (let tick = 1; tick <= ticks; tick += 1) {
      const room = { up: [9, 9, END - lift, 9, 9], down: [9, 9, lift, 9, 9] };
      const envelope = { ...UNBOUNDED, room };
      const done = limit(seconds(tick * TICK), limiter, [0, 0, 0.1, 0, 0], CAPS.task, envelope);
      limiter = done.limiter;
      lift += (done.velocities[2] ?? NaN) * TICK;
      went.push({ lift, limiting: done.limiting });
    }
    return went;
  }
  test("is come near to as far as braking allows, named, and never passed", () => {
    const went = upTo(1500);
    const least = GAP * 0.001; // what a drive that hears nothing more goes on for at a thousandth of its speed
    expect(Math.max(...went.map(({ lift }) => lift))).toBeLessThanOrEqual(END + 1e-12);
    expect(went.at(-1)?.lift).toBeGreaterThan(END - 0.01 - least);
    expect(went[400]?.lift).toBeGreaterThan(0.2);
    expect(went.flatMap(({ limiting }) => limiting)).toContain("lift_joint.range");
    expect(went[10]?.limiting).not.toContain("lift_joint.range");
  });
  test("that comes nearer than it can brake for stops it at once, and says which and what else", () => {
    const { limiter } = run(start(), [0, 0, 0.1, 0, 0], CAPS.task, 300);
    const room = { up: [9, 9, 0.01, 9, 9], down: [9, 9, 9, 9, 9] };
    const done = limit(seconds(limiter.at + TICK), limiter, [0, 0, 1, 0, 0], CAPS.task, {
      ...UNBOUNDED,
      room,
    });
    expect(done.velocities).toEqual(AT_REST);
    expect(done.limiting).toEqual(["lift_joint.speed", "lift_joint.range"]);
    expect(isAtRest(done.limiter)).toBe(true);
  });
});

/** Wide enough for the rounding of a mean of twenty numbers, and no wider. */
const ROUNDING = 1e-12;
const modes = Object.values(CAPS);
const nonsense = [NaN, Infinity, -Infinity, 1e300, 0];

test.each([1, 2, 3, 4])(
  "SR-24 random walks of 2000 steps keep speed, acceleration and jerk of every axis (seed %i)",
  (seed) => {
    const random = seeded(seed);
    let checked = 0;
    const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
    for (let walk = 0; walk < 5; walk += 1) {
      const caps = pick(modes);
      let [limiter, wanted, before, change] = [start(), AT_REST, AT_REST, AT_REST];
      for (let step = 1; step <= 2000; step += 1) {
        if (random() < 0.1)
          wanted = AXES.map(() => (random() < 0.02 ? pick(nonsense) : (random() - 0.5) * 0.6));
        const done = limit(seconds(step * TICK), limiter, wanted, caps);
        const now = done.velocities;
        const next = now.map((velocity, axis) => (velocity - (before[axis] ?? NaN)) / TICK);
        AXES.forEach((axis, i) => {
          const most = caps.acceleration[i] ?? NaN;
          const [speed = NaN, acceleration = NaN, earlier = NaN] = [now[i], next[i], change[i]];
          const [up = NaN, down = NaN] = [caps.up[i], caps.down[i]];
          const jerk = Math.abs(acceleration - earlier) / TICK;
          const excess = Math.max(
            speed - up - ROUNDING,
            -speed - down - ROUNDING,
            Math.abs(acceleration) - most - ROUNDING / TICK,
            jerk - (2 * most) / SMOOTHING - (2 * ROUNDING) / TICK ** 2,
          );
          if (!(excess <= 0))
            throw new Error(`walk ${walk} step ${step} ${axis}: ${speed}, ${acceleration}, ${jerk}`);
          checked += 1;
        });
        [limiter, before, change] = [done.limiter, now, next];
      }
    }
    expect(checked).toBe(5 * 2000 * AXES.length);
  },
);
