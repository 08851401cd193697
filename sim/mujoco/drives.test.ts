// Tests of the drives: they follow, they hold, they stop by themselves, and they do not wind up.
import { expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import { createDrives, drivesOf } from "./drives.ts";

const STEP = seconds(0.002);
const [lift] = drivesOf([{ name: "lift_joint", lower: 0, upper: 0.8, effort: 1500, velocity: 0.1 }]);

/** One lift drive on a joint that follows perfectly, or stays where it is when blocked. */
function bench(blocked = false) {
  if (!lift) throw new Error("no lift drive");
  const bank = createDrives([lift]);
  const targets = new Float64Array(1);
  let [now, position] = [0, 0.3];
  bank.reset([position]);
  const run = (duration: number, velocity?: number) => {
    let fastest = 0;
    for (const end = now + duration; now < end - STEP / 2; now += STEP) {
      const before = targets[0] || position;
      if (velocity !== undefined) bank.command([velocity], seconds(now));
      bank.step(seconds(now), STEP, [position], targets, 0);
      fastest = Math.max(fastest, Math.abs((targets[0] ?? NaN) - before) / STEP);
      if (!blocked) position = targets[0] ?? NaN;
    }
    return { position, target: targets[0] ?? NaN, fastest };
  };
  return {
    run,
    brake: () => bank.brake(),
    runAway: (joint: string, speed?: number) => bank.runAway(joint, speed),
  };
}

test("a command moves the joint at that speed", () => {
  const { position } = bench().run(2, 0.05);
  expect(position).toBeCloseTo(0.3 + 0.05 * 2, 2);
});

test("without a command for 100 ms it stops by itself and then holds to the micrometre", () => {
  const { run } = bench();
  const moving = run(1, 0.08).position;
  const stopped = run(0.5).position;
  expect(stopped - moving).toBeLessThan(0.08 * 0.1 + 0.08 ** 2 / (2 * 0.4) + 0.001);
  expect(run(10).position).toBeCloseTo(stopped, 6);
});

test("SR-46 brakes bring it to rest within a centimetre, however fast it went down, and hold to the micrometre", () => {
  const { run, brake } = bench();
  const moving = run(0.5, -0.08).position;
  brake();
  const stopped = run(0.3).position;
  expect(moving - stopped).toBeLessThan(0.01);
  expect(run(10).position).toBeCloseTo(stopped, 6);
});

test("SR-57 a drive that runs away goes on whatever it is told, until its brakes fall in; mended it holds", () => {
  const { run, brake, runAway } = bench();
  run(0.5, 0);
  runAway("lift_joint", -0.03);
  expect(run(1, 0.05).position).toBeCloseTo(0.3 - 0.03, 2);
  brake();
  const held = run(0.3).position;
  expect(run(5).position).toBeCloseTo(held, 6);
  expect(run(1, 0).position).toBeCloseTo(held - 0.03, 2);
  runAway("lift_joint");
  const mended = run(0.3, 0).position;
  expect(run(5, 0).position).toBeCloseTo(mended, 6);
  expect(() => runAway("nobody", 1)).toThrow("no drive moves nobody: expected lift_joint");
});

test("speed and its change stay within the drive's limits, whatever is asked", () => {
  const { fastest, position } = bench().run(1, 9);
  expect(fastest).toBeLessThanOrEqual(0.1 + 1e-9);
  expect(position).toBeLessThan(0.3 + 0.1);
});

test("anything but a number is zero", () => {
  expect(bench().run(1, NaN).position).toBe(0.3);
});

test("a blocked joint does not wind up: the set-point stays within the effort's reach", () => {
  const { target } = bench(true).run(5, 0.1);
  expect(target - 0.3).toBeLessThanOrEqual(1500 / 200_000 + 1e-9);
});

test("a driven joint without limits in its model is an error", () => {
  expect(() =>
    drivesOf([{ name: "lift_joint", lower: 0, upper: 1, effort: Infinity, velocity: 0.1 }]),
  ).toThrow("lift_joint");
});
