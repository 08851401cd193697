// An operator who drives, through supervisor and gate as they run, on virtual time.
import { describe, expect, test } from "vitest";
import { MotionRequest } from "../../core/messages.ts";
import { ticketOf } from "../../core/ticket.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { Bench } from "./kinematic-robot.ts";

describe("an operator who drives", () => {
  const driving = (speed: number) => {
    const bench = new Bench().start();
    bench.drive = 0;
    bench.wait(0.1);
    bench.drive = speed;
    return bench.wait(2);
  };
  test("drives no faster than 0.25 m/s, and stands still when the requests stop", () => {
    const bench = driving(1);
    expect(bench.command.drive.linear.x).toBeCloseTo(0.25, 12);
    bench.drive = undefined;
    bench.wait(1);
    expect(bench.isStill).toBe(true);
  });
  test("SR-43 slows before a post between the legs, stops short of the body, and may always back off", () => {
    const bench = new Bench().start();
    bench.post = 1.2;
    bench.drive = 0;
    bench.wait(0.1);
    bench.drive = 0.25;
    bench.wait(1.5);
    expect(bench.command.drive.linear.x).toBeLessThan(0.2);
    bench.wait(15);
    expect(bench.isStill).toBe(true);
    expect(bench.post - bench.x).toBeGreaterThan(0.1);
    expect(bench.post - bench.x).toBeLessThan(0.2);
    bench.drive = -0.25;
    bench.wait(2);
    expect(bench.command.drive.linear.x).toBeLessThan(-0.09);
  });
  test("SR-43 does not drive while the lidar is silent", () => {
    const bench = driving(0.1);
    bench.silent.add("scan");
    bench.wait(0.5);
    const { x } = bench;
    bench.wait(1);
    expect([bench.isStill, bench.x]).toEqual([true, x]);
  });
  test("SR-28 is not followed by a task that went on asking meanwhile", () => {
    const bench = driving(0.1);
    bench.task = { lift: 0.05 };
    bench.wait(1);
    bench.drive = 0;
    bench.wait(2);
    expect([bench.isStill, bench.lift]).toEqual([true, 0.2]);
  });
  test("SR-28 does not drive with a person in the arms", () => {
    const bench = new Bench().startLift();
    bench.task = { lift: 0 };
    bench.drive = 0.1;
    bench.wait(1);
    expect(bench.x).toBe(0);
    expect(bench.rejected("loaded") + bench.rejected("not_neutral")).toBeGreaterThan(0);
  });
  test("who is not in command is not followed", () => {
    const bench = new Bench().start();
    bench.run.publish(topics.operatorMotion, { ...strangersWish(bench), source: "Lee" });
    bench.wait(0.2);
    expect([bench.x, bench.rejected("not_in_command")]).toEqual([0, 1]);
  });
});

const strangersWish = (bench: Bench): MotionRequest => ({
  header: { stamp: stampOf(bench.run.now()), frame_id: "base_link" },
  kind: MotionRequest.DRIVE,
  source: "",
  ...ticketOf(bench.run.latest(topics.lease)),
  sequence: 1,
  time_to_live: seconds(0.2),
  drive: { linear: { x: 0.1, y: 0, z: 0 }, angular: { x: 0, y: 0, z: 0 } },
  joint_names: [],
  joint_velocities: [],
});
