// What is left of a motion that nobody stands behind: as fast as it was, and from then on only slower.
import { describe, expect, test } from "vitest";
import { seeded } from "../seeded.ts";
import { seconds } from "../units.ts";
import { calmed } from "./calmed.ts";
import { atRest, isAtRest, limit, type Limiter } from "./limiter.ts";
import { AT_REST, AXES, CAPS, TICK, type Velocities } from "./limits.ts";

/** Wide enough for the rounding of a mean of twenty numbers, and no wider. */
const ROUNDING = 1e-12;
const after = (limiter: Limiter, wanted: Velocities) =>
  limit(seconds(limiter.at + TICK), limiter, wanted, CAPS.task);
const velocitiesOf = (limiter: Limiter) =>
  limit(limiter.at, limiter, AT_REST, CAPS.task).velocities.map((velocity) => velocity + 0);
function speedUp(ticks: number): Limiter {
  let limiter = atRest(seconds(0));
  for (let tick = 0; tick < ticks; tick += 1) ({ limiter } = after(limiter, [0.1, 0, 0.05, 0, 0]));
  return limiter;
}

describe("SR-59 a motion that is calmed", () => {
  test("slows from the next tick on, where braking alone would still make it faster", () => {
    const limiter = speedUp(40);
    const [now = NaN] = velocitiesOf(limiter);
    expect(after(limiter, AT_REST).velocities[0]).toBeGreaterThan(now + 5e-4);
    const next = after(calmed(limiter), AT_REST).velocities;
    expect(next[0]).toBeCloseTo(now - 0.1 * TICK, 12);
    expect(next[0] ?? NaN).toBeCloseTo(2 * (next[2] ?? NaN), 12); // its direction is kept
  });
  test("of one that is at rest is at rest, and of one that already slows is the same", () => {
    expect(isAtRest(calmed(atRest(seconds(0))))).toBe(true);
    let limiter = speedUp(300);
    for (let tick = 0; tick < 30; tick += 1) ({ limiter } = after(limiter, AT_REST));
    calmed(limiter).ramps.forEach((ramp, age) =>
      ramp.forEach((velocity, axis) => expect(velocity).toBeCloseTo(limiter.ramps[age]?.[axis] ?? NaN, 15)),
    );
  });
  test.each([1, 2, 3])("keeps speed and acceleration whatever was before (seed %i)", (seed) => {
    const random = seeded(seed);
    let turned = 0;
    for (let walk = 0; walk < 100; walk += 1) {
      let [limiter, wanted] = [atRest(seconds(0)), AT_REST];
      for (let tick = 0; tick < 100; tick += 1) {
        if (random() < 0.2) wanted = AXES.map(() => (random() - 0.5) * 0.4);
        ({ limiter } = after(limiter, wanted));
      }
      let before = velocitiesOf(limiter);
      turned += after(limiter, AT_REST).velocities.some(
        (v, axis) => Math.abs(v) > Math.abs(before[axis] ?? NaN),
      )
        ? 1
        : 0;
      limiter = calmed(limiter);
      velocitiesOf(limiter).forEach((velocity, axis) =>
        expect(velocity).toBeCloseTo(before[axis] ?? NaN, 12),
      );
      while (!isAtRest(limiter)) {
        const next = after(limiter, AT_REST);
        next.velocities.forEach((velocity, axis) => {
          const was = before[axis] ?? NaN;
          expect(Math.abs(velocity)).toBeLessThanOrEqual(Math.abs(was) + ROUNDING);
          expect(Math.abs(velocity - was)).toBeLessThanOrEqual(
            (CAPS.task.acceleration[axis] ?? NaN) * TICK + ROUNDING,
          );
        });
        [limiter, before] = [next.limiter, [...next.velocities]];
      }
    }
    expect(turned).toBeGreaterThan(50);
  });
});
