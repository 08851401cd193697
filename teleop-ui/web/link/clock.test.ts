// Tests of teleop-ui/web/link/clock.ts.
import { expect, test } from "vitest";
import { seconds } from "../../../core/units.ts";
import { RobotClock } from "./clock.ts";

test("the robot's time is told by the beat with the shortest way", () => {
  let now = 100;
  const clock = new RobotClock(() => now);
  expect(clock.robotNow()).toBeUndefined();
  const beat = (there: number, back: number) => {
    const sent = seconds(now);
    const robotAt = seconds(now + there - 90); // the robot's clock began 90 s after ours
    now += there + back;
    clock.learn(sent, robotAt);
  };
  beat(0.2, 0.0); // a lopsided slow one: 100 ms wrong
  beat(0.002, 0.002);
  beat(0.0, 0.3);
  expect(clock.robotNow()).toBeCloseTo(now - 90, 6);
  expect(clock.roundTrip()).toBeCloseTo(0.3, 6);
  clock.forget();
  expect(clock.robotNow()).toBeUndefined();
});

test("an answer that is no time teaches nothing", () => {
  const clock = new RobotClock(() => 1);
  clock.learn(seconds(0.9), seconds(NaN));
  clock.learn(seconds(2), seconds(5));
  expect(clock.robotNow()).toBeUndefined();
});

test("a request is stamped only while the robot's time is known well enough for the robot to judge its age", () => {
  let now = 100;
  const clock = new RobotClock(() => now);
  const beat = (way: number) => {
    const sent = seconds(now);
    now += way;
    clock.learn(sent, seconds(now - 90));
  };
  beat(0.4);
  expect([clock.stampNow(), clock.robotNow()]).toEqual([undefined, expect.any(Number)]);
  beat(0.02);
  expect(clock.stampNow()).toBeDefined();
});

test("while the robot's clock stands, its time stands, ages stand, and the page still knows it after time went on", () => {
  let now = 100;
  let robot = 7;
  const clock = new RobotClock(() => now);
  const beats = (count: number, rate: number) => {
    for (let beat = 0; beat < count; beat += 1) {
      clock.learn(seconds(now), seconds(robot + rate * 0.002));
      now += 0.05;
      robot += rate * 0.05;
    }
  };
  beats(10, 1);
  const arrivedAt = clock.local();
  clock.setRate(0);
  expect([clock.stampNow(), clock.robotNow()]).toEqual([undefined, undefined]);
  beats(200, 0);
  expect(clock.robotNow()).toBeCloseTo(robot, 2);
  expect(clock.stampNow()).toBeDefined();
  expect(clock.passedSince(arrivedAt)).toBe(0);
  clock.setRate(4);
  beats(10, 4);
  expect(clock.robotNow()).toBeCloseTo(robot, 1);
  expect(clock.passedSince(arrivedAt)).toBeCloseTo(2, 6);
});

test("in fast time a round trip counts as long as it is for the robot", () => {
  let now = 1;
  const clock = new RobotClock(() => now);
  clock.setRate(4);
  const sent = seconds(now);
  now += 0.1;
  clock.learn(sent, seconds(3));
  expect(clock.roundTrip()).toBeCloseTo(0.4, 9);
});
