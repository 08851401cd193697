// The time that threads share: one reading for all, calls that wait while it stands, and who may turn it.
import { afterEach, describe, expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import { rideGroups } from "../groups.ts";
import type { RideOptions } from "../options.ts";
import { governTime } from "./govern-time.ts";
import { simulatedClock } from "./simulated-time.ts";
import { openTime, type FirstTime } from "./time-memory.ts";

const takeBacks: (() => void)[] = [];
afterEach(() => takeBacks.splice(0).forEach((takeBack) => takeBack()));

function open(first: FirstTime = { paused: false, speed: 1 }) {
  const [memory, epoch] = [openTime(first), process.hrtime.bigint()];
  const time = governTime(memory, epoch);
  const clock = simulatedClock(memory, epoch);
  const stands = async () => {
    while (!time.paused) await new Promise((resolve) => setTimeout(resolve, 1));
  };
  return { time, clock, other: simulatedClock(memory, epoch), stands };
}

test("it stands for every thread at the same nanosecond, steps exactly, and then stands again", async () => {
  const { time, clock, other, stands } = open();
  time.pause();
  await stands();
  const at = clock.now();
  expect(other.now()).toBe(at);
  time.step(seconds(0.01));
  expect(time.paused).toBe(false);
  await stands();
  expect(clock.now()).toBeCloseTo(at + 0.01, 9);
  expect(other.now()).toBe(clock.now());
});

test("what is due later waits while time stands, and comes when time has gone on to it", async () => {
  const { time, clock, stands } = open({ paused: true, speed: 4 });
  const came: string[] = [];
  const due = (name: string, after: number) =>
    takeBacks.push(clock.at(clock.now() + after, () => came.push(name)));
  due("soon", 0.02);
  due("later", 3600);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(came).toEqual([]);
  const { promise, resolve } = Promise.withResolvers<void>();
  takeBacks.push(clock.at(clock.now() + 0.04, resolve));
  time.run();
  await promise;
  time.pause();
  await stands();
  expect(came).toEqual(["soon"]);
});

test("time stands while a busy world is at work, and then goes on as before, to where it was to go", async () => {
  const { time, clock, stands } = open({ paused: true, speed: 1 });
  const at = clock.now();
  time.step(seconds(0.02));
  time.whileStanding(() => expect(clock.now()).toBeLessThan(at + 0.02));
  await stands();
  expect(clock.now()).toBeCloseTo(at + 0.02, 9);
  expect(() => time.whileStanding(() => expect.fail("broken"))).toThrow("broken");
  expect(time.paused).toBe(true);
});

test.each([0, 0.09, 4.1, NaN, Infinity])("speed %d is refused, and changes nothing", (speed) => {
  const { time } = open();
  expect(() => time.setSpeed(speed)).toThrow("expected 0.1 to 4");
  expect(time.speed).toBe(1);
});

test("who turns it is told at once, and when it has come to a stand", async () => {
  const { time } = open();
  const told: boolean[] = [];
  const { promise, resolve } = Promise.withResolvers<void>();
  time.onChange(() => {
    told.push(time.paused);
    if (time.paused) resolve();
  });
  time.pause();
  await promise;
  expect(told).toEqual([false, true]);
});

describe("of the groups of a ride", () => {
  const governing = (gazebo: boolean) =>
    rideGroups({ gazebo, time: { paused: true, speed: 2 } } as RideOptions)
      .filter(({ governsTime }) => governsTime !== undefined)
      .map(({ name }) => name);
  test("our own world alone turns the time, and where the world is a Gazebo's nobody can", () => {
    expect(governing(false)).toEqual(["world"]);
    expect(governing(true)).toEqual([]);
  });
});
