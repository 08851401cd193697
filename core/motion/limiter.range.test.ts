// The limiter at the end of an axis: how near it comes, that it never passes, and that all axes slow together.
import { describe, expect, test } from "vitest";
import { seconds } from "../units.ts";
import { UNBOUNDED, type Envelope } from "./bounds.ts";
import { atRest, isAtRest, limit } from "./limiter.ts";
import { AT_REST, CAPS, GAP, TICK, type Velocities } from "./limits.ts";

const start = () => atRest(seconds(0));
/** After so many ticks towards a wish within bounds, where the room stays as it is. */
function after(ticks: number, wanted: Velocities, envelope: Envelope) {
  let [limiter, velocities] = [start(), AT_REST];
  for (let tick = 1; tick <= ticks; tick += 1)
    ({ limiter, velocities } = limit(seconds(tick * TICK), limiter, wanted, CAPS.task, envelope));
  return { limiter, velocities };
}
const velocitiesAfter = (...story: Parameters<typeof after>) => after(...story).velocities;

describe("SR-24 the end of an axis", () => {
  const END = 0.3;
  /** Where the lift goes, m, that wants up as fast as it may below `END`, and what limited it; ideal drives. */
  function upTo(ticks: number) {
    let [limiter, lift] = [start(), 0];
    const went: { lift: number; limiting: readonly string[]; ramp: number | undefined }[] = [];
    for (let tick = 1; tick <= ticks; tick += 1) {
      const room = { up: [9, 9, END - lift, 9, 9], down: [9, 9, lift, 9, 9] };
      const envelope = { ...UNBOUNDED, room };
      const done = limit(seconds(tick * TICK), limiter, [0, 0, 0.1, 0, 0], CAPS.task, envelope);
      limiter = done.limiter;
      lift += (done.velocities[2] ?? NaN) * TICK;
      went.push({ lift, limiting: done.limiting, ramp: limiter.ramps.at(-1)?.[2] });
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
  test("slows it by no more than it must: at first by less than full braking", () => {
    const went = upTo(300);
    const first = went.findIndex(({ limiting }) => limiting.includes("lift_joint.range"));
    const [before = NaN, ramp = NaN] = [went[first - 1]?.ramp, went[first]?.ramp];
    expect(before).toBeCloseTo(0.1, 12);
    // full braking takes 0.0005 m/s a tick
    expect(before - ramp).toBeGreaterThan(0);
    expect(before - ramp).toBeLessThan(0.0003);
  });
  test("SR-41 is not passed either when the control group falls silent on the way, at whatever moment", () => {
    for (let silent = 200; silent < 500; silent += 75) {
      let [limiter, lift, command, now] = [start(), 0, 0, 0];
      for (let tick = 1; tick <= 500; tick += 1) {
        const ticks = tick === silent ? 10 : 1;
        // the drives go on as they were told for as long as they wait
        lift += command * ticks * TICK;
        expect(lift).toBeLessThanOrEqual(END + 1e-12);
        now += ticks;
        const room = { up: [9, 9, END - lift, 9, 9], down: [9, 9, lift, 9, 9] };
        const done = limit(seconds(now * TICK), limiter, [0, 0, 0.1, 0, 0], CAPS.task, {
          ...UNBOUNDED,
          room,
        });
        [limiter, command] = [done.limiter, done.velocities[2] ?? NaN];
      }
      expect(lift).toBeGreaterThan(END - 0.05);
    }
  });
  test("of an axis slows all of them together, and what has room enough is as fast as ever", () => {
    const room = (lift: number) => ({
      ...UNBOUNDED,
      room: { up: [9, 9, lift, 9, 9], down: [9, 9, 9, 9, 9] },
    });
    const [free, tight] = [9, 0.02].map((lift) => velocitiesAfter(100, [0.05, 0, 0.1, 0, 0], room(lift)));
    expect(free).toEqual(velocitiesAfter(100, [0.05, 0, 0.1, 0, 0], UNBOUNDED));
    expect(tight?.[2]).toBeLessThan(0.04);
    expect(tight?.[2]).toBeGreaterThan(0.03);
    expect(tight?.[0]).toBeCloseTo((tight?.[2] ?? NaN) / 2, 3);
    expect(velocitiesAfter(50, [0, 0, 0, 0.05, 0], room(0))).toEqual(
      velocitiesAfter(50, [0, 0, 0, 0.05, 0], UNBOUNDED),
    );
  });
  test("that comes nearer than it can brake for stops it at once, and says which and what else", () => {
    const { limiter } = after(300, [0, 0, 0.1, 0, 0], UNBOUNDED);
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
