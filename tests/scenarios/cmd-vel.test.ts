// /cmd_vel of ROS through relay, supervisor and gate as they run, on virtual time: it drives as the person in command's own hand would.
import { describe, expect, test } from "vitest";
import { stampOf } from "../../core/time.ts";
import { rosTopics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { twistRelayNode } from "../../robot/twist/twist-relay.node.ts";
import { Bench } from "./kinematic-robot.ts";

const NONE = { x: 0, y: 0, z: 0 };
/** A started robot without a task, with Kim in command and /cmd_vel in the name of `operator`. */
function open(operator = "Kim") {
  const bench = new Bench(undefined, [twistRelayNode], { twist_relay: { operator } }).start();
  bench.task = undefined;
  return bench.wait(2.5);
}
/** Twists of `x` m/s at 20 Hz for this long, stamped `late` s ago. */
function say(bench: Bench, x: number, time: number, { late = 0, frame = "base_link", y = 0 } = {}) {
  for (let i = 0; i < time * 20; i += 1) {
    const header = { stamp: stampOf(seconds(bench.run.now() - late)), frame_id: frame };
    bench.run.publish(rosTopics.cmdVel, { header, twist: { linear: { ...NONE, x, y }, angular: NONE } });
    bench.wait(0.05);
  }
  return bench;
}
const speed = (bench: Bench) => bench.command.drive.linear.x;

describe("a twist of ROS", () => {
  test("drives no faster than the gate lets an operator, and no longer than it is said", () => {
    const bench = say(say(open(), 0, 0.1), 1, 2);
    expect(speed(bench)).toBeCloseTo(0.25, 12);
    bench.wait(1);
    expect(bench.isStill).toBe(true);
  });
  test("moves nothing before its source has stood still, nor after it was silent", () => {
    const bench = say(open(), 0.1, 1);
    expect([bench.isStill, bench.x]).toEqual([true, 0]);
    say(say(bench, 0, 0.1), 0.1, 1).wait(0.4);
    const { x } = bench;
    expect(x).toBeGreaterThan(0.02);
    say(bench.wait(1), 0.1, 1);
    expect(bench.x - x).toBeLessThan(0.01); // what was left of its braking
  });
  test("moves nothing in the name of somebody who is not in command, or of nobody", () => {
    for (const operator of ["Lee", ""]) {
      const bench = say(say(open(operator), 0, 0.1), 0.1, 1);
      expect([operator, bench.isStill, bench.x]).toEqual([operator, true, 0]);
    }
  });
  test("does not take the lease from a task, as a hand at the page would", () => {
    const bench = open();
    bench.task = { lift: 0 };
    say(say(bench.wait(0.2), 0, 0.1), 0.1, 1);
    expect([bench.isStill, bench.x]).toEqual([true, 0]);
  });
  test("gives way to the page at once, and does not go on by itself when the page lets go", () => {
    const bench = say(say(open(), 0, 0.1), 0.1, 1);
    bench.drive = 0;
    say(bench, 0.1, 0.5);
    bench.drive = -0.2;
    say(bench, 0.1, 1.5);
    expect(speed(bench)).toBeCloseTo(-0.2, 12);
    bench.drive = 0;
    say(bench, 0.1, 1);
    bench.drive = undefined;
    say(bench, 0.1, 1);
    expect(bench.isStill).toBe(true);
    say(say(bench, 0, 0.1), 0.1, 1);
    expect(speed(bench)).toBeCloseTo(0.1, 12);
  });
  test.each([
    ["is old", { late: 0.3 }, "stale"],
    ["comes from the future", { late: -0.3 }, "future"],
    ["is told in another frame", { frame: "odom" }, "wrong_frame"],
    ["wants to go sideways", { y: 0.1 }, "unknown_axis"],
  ])("that %s is refused by the gate", (_, change, reason) => {
    const bench = say(open(), 0, 0.1, {});
    say(bench, 0.1, 1, change);
    expect(bench.isStill).toBe(true);
    expect(bench.rejected(reason)).toBeGreaterThan(10);
  });
  test("does not drive with a person in the arms", () => {
    const loaded = open();
    loaded.support = 200;
    say(say(loaded, 0, 0.1), 0.1, 1);
    expect([loaded.isStill, loaded.x]).toEqual([true, 0]);
  });
  test("that went on all through a stop moves nothing when the way is free again", () => {
    const bench = say(say(open(), 0, 0.1), 0.1, 1);
    bench.stop = true;
    say(bench, 0.1, 1);
    expect(bench.isStill).toBe(true);
    const { x } = bench;
    bench.start();
    bench.task = undefined;
    say(bench, 0.1, 3);
    expect([bench.isStill, bench.x]).toEqual([true, x]);
  });
});
