// A task that falls silent while the robot speeds up or lifts: how soon the drives are told to go no faster, and that its next word is followed on.
import { describe, expect, test } from "vitest";
import { TICK } from "../../core/motion/limits.ts";
import { Bench } from "./kinematic-robot.ts";

/** The speed along x at each tick since the task's last word, which came `silentFor` before its next. */
function driven(silentFor: number): { readonly speeds: readonly number[]; readonly bench: Bench } {
  const bench = new Bench().start();
  bench.task = { lift: 0, x: 0.15 };
  bench.wait(0.205);
  bench.task = undefined;
  const from = bench.run.now();
  bench.wait(silentFor);
  bench.task = { lift: 0, x: 0.15 };
  bench.wait(2);
  const tick = (at: number) => Math.floor((at - from) / TICK);
  const speeds = new Map(bench.commands.map(({ at, command }) => [tick(at), command.drive.linear.x]));
  return { speeds: [...speeds].filter(([at]) => at >= 0).map(([, speed]) => speed), bench };
}

const rises = (speeds: readonly number[]) =>
  speeds.map((speed, at) => at > 0 && speed > (speeds[at - 1] ?? NaN)).lastIndexOf(true);

describe("SR-59 a task that is silent for half of its request's life", () => {
  test("slows the robot before its request is dead: the ramp turns after 50 ms, the mean of the ramps up to 100 ms later", () => {
    const { speeds } = driven(0.45);
    expect(rises(speeds.slice(0, 45)) * TICK).toBeLessThanOrEqual(0.15);
    expect(speeds[45]).toBe(0);
  });
  test("is followed on at its next word, and need not ask for rest", () => {
    const { speeds, bench } = driven(0.07);
    const [second = NaN, third = NaN, ...later] = speeds.slice(1);
    expect(speeds.at(-1)).toBeCloseTo(0.15, 9);
    // it was late for some ticks: it does not speed up as it did
    expect((later[9] ?? NaN) - (later[8] ?? NaN)).toBeLessThan(third - second);
    expect(bench.rejected("not_neutral")).toBe(0);
  });
  test("has lost the robot when its request is dead", () => {
    const { speeds, bench } = driven(0.15);
    expect(speeds.at(-1)).toBe(0);
    expect(bench.rejected("not_neutral")).toBeGreaterThan(0);
  });
});
