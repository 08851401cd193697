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
