// Long random walks: every limit on every sample, no wider than floating point, and no joint past its end.
import { expect, test } from "vitest";
import { seeded } from "../seeded.ts";
import { seconds } from "../units.ts";
import { UNBOUNDED } from "./bounds.ts";
import { atRest, limit } from "./limiter.ts";
import { AT_REST, AXES, CAPS, JOINTS, SMOOTHING, TICK } from "./limits.ts";
import { RANGES, roomAt } from "./ranges.ts";

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
      let [limiter, wanted, before, change] = [atRest(seconds(0)), AT_REST, AT_REST, AT_REST];
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

test.each([5, 6, 7])(
  "SR-41 random walks, stalls included, never take a joint past its end (seed %i)",
  (seed) => {
    const random = seeded(seed);
    let nearEnds = 0;
    for (let walk = 0; walk < 20; walk += 1) {
      const places = JOINTS.map((joint) => random() * RANGES[joint].upper);
      let [limiter, wanted, now, command] = [atRest(seconds(0)), AT_REST, 0, AT_REST];
      for (let step = 0; step < 600; step += 1) {
        const ticks = random() < 0.02 ? 1 + Math.floor(random() * 14) : 1;
        // the drives go on as they were told for 100 ms, and then stop
        JOINTS.forEach(
          (_, i) => (places[i] = (places[i] ?? NaN) + (command[i + 2] ?? NaN) * Math.min(ticks, 10) * TICK),
        );
        now += ticks * TICK;
        if (random() < 0.02) wanted = AT_REST.map(() => (random() - 0.5) * 0.4);
        const done = limit(seconds(now), limiter, wanted, CAPS.task, { ...UNBOUNDED, room: roomAt(places) });
        [limiter, command] = [done.limiter, done.velocities];
        JOINTS.forEach((joint, i) => {
          const [place, { upper }] = [places[i] ?? NaN, RANGES[joint]];
          if (!(place >= -1e-12 && place <= upper + 1e-12))
            throw new Error(`walk ${walk} step ${step} ${joint}: ${place}`);
          if (place < 0.005 || place > upper - 0.005) nearEnds += 1;
        });
      }
    }
    expect(nearEnds).toBeGreaterThan(500);
  },
);
