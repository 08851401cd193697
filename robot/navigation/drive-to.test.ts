// Nav2 asked to drive, on virtual time, with the real twist relay: in whose name it drives, and what takes it back at once.
import { describe, expect, test } from "vitest";
import { DriveTo_Result as Result, Lease, SafetyState, type DriveTo_Feedback } from "../../core/messages.ts";
import type { Outcome } from "../../core/node.ts";
import { stampOf } from "../../core/time.ts";
import { actions, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { twistRelayNode } from "../twist/twist-relay.node.ts";
import { driveToNode } from "./drive-to.node.ts";
import { nav2, NONE, pose, robotThat, type Told } from "./nav2-peer.ts";

/** Kim is in command, and Kim's hand is /cmd_vel unless `operator` says otherwise. */
function house(as: Parameters<typeof nav2>[0] = {}, operator = "Kim") {
  const told: Told = {};
  const peer = nav2(as);
  const run = new VirtualRun([robotThat(told), peer.node, twistRelayNode, driveToNode], {
    twist_relay: { operator },
  });
  const driven: number[] = [];
  run.on(topics.operatorMotion, ({ drive }) => driven.push(drive.linear.x));
  run.advance(seconds(0.5));
  const feedback: DriveTo_Feedback[] = [];
  let end:
    { readonly outcome: Outcome; readonly result: Result | undefined; readonly at: number } | undefined;
  const go = (where = pose(1), operator_name = "Kim") =>
    run.send(
      actions.driveTo,
      { pose: where, operator_name },
      {
        feedback: (one) => void feedback.push(one),
        ended: (outcome, result) => void (end = { outcome, result, at: run.now() }),
      },
    );
  return { run, told, peer, driven, feedback, go, end: () => end };
}
const moves = (driven: readonly number[]) => driven.filter((x) => x !== 0).length;

describe("a place that somebody in command names", () => {
  test("is Nav2's goal; its twists drive in their name, though it is silent while it plans and says no zero", () => {
    const { run, peer, driven, feedback, go, end } = house();
    go(pose(2, "odom"));
    run.advance(seconds(5));
    expect(peer.goals).toEqual([{ pose: pose(2, "odom"), behavior_tree: "" }]);
    expect(driven[0]).toBe(0);
    expect(moves(driven)).toBeGreaterThan(50);
    expect(feedback.at(-1)).toEqual({ distance: 1.5, time_left: 2.5, recoveries: 1 });
    expect(end()).toMatchObject({
      outcome: "succeeded",
      result: { code: Result.ARRIVED, reason: "", nav2_error: 0 },
    });
  });
  test("is said no rest to while Nav2 drives", () => {
    const { run, driven, go } = house();
    go();
    run.advance(seconds(2));
    const first = driven.findIndex((x) => x !== 0);
    expect(driven.slice(first).every((x) => x === 0.2)).toBe(true);
  });
  test("is driven to again after the first", () => {
    const { run, peer, go, end } = house({ drives: 0.5 });
    for (const x of [1, 2]) {
      go(pose(x));
      run.advance(seconds(2));
      expect(end()?.result?.code).toBe(Result.ARRIVED);
    }
    expect(peer.goals).toHaveLength(2);
  });
});

describe("nobody is driven anywhere", () => {
  test.each([
    ["reason.pose_unusable", pose(1, "base_link"), {}],
    ["reason.pose_unusable", pose(NaN), {}],
    ["reason.pose_unusable", pose(1, "map", 0), {}],
    ["reason.person_in_arms", pose(1), { safety: { load: SafetyState.LOAD_TOUCHING } }],
    ["reason.person_in_arms", pose(1), { safety: { load: SafetyState.LOAD_UNKNOWN } }],
    [
      "reason.scan_unknown",
      pose(1),
      { safety: { motion: SafetyState.PROTECTIVE_STOP, reasons: ["reason.scan_unknown"] } },
    ],
    ["task.robot_held", pose(1), { safety: { drive_blocked: true } }],
    ["reason.not_in_command", pose(1), { lease: { operator_name: "Lee" } }],
    ["reason.not_in_command", pose(1), { lease: { expires: seconds(0) } }],
    ["reason.task_at_work", pose(1), { lease: { kind: Lease.TASK, holder: "planner" } }],
  ] as const)("where %s", (reason, where, told) => {
    const one = house();
    Object.assign(one.told, told);
    one.run.advance(seconds(0.1));
    one.go(where);
    one.run.advance(seconds(1));
    expect(one.end()).toMatchObject({ outcome: "aborted", result: { code: Result.REFUSED, reason } });
    expect([one.peer.goals, one.driven]).toEqual([[], []]);
  });
  test("where nobody's hand is named, or no relay speaks", () => {
    const unnamed = house({}, "");
    unnamed.go();
    unnamed.run.advance(seconds(0.1));
    expect(unnamed.end()?.result?.reason).toBe("reason.cmd_vel_nobody");
    const alone = house();
    alone.run.kill("twist_relay");
    alone.run.advance(seconds(4));
    alone.go();
    alone.run.advance(seconds(0.1));
    expect(alone.end()?.result?.reason).toBe("reason.cmd_vel_nobody");
  });
  test("where Nav2 is not, or does not want to, and why is told", () => {
    const alone = house();
    alone.run.kill("bt_navigator");
    alone.go();
    alone.run.advance(seconds(0.1));
    expect(alone.end()?.result).toMatchObject({ code: Result.FAILED, reason: "reason.nav2_gone" });
    const far = house();
    far.go(pose(101));
    far.run.advance(seconds(0.1));
    expect(far.end()?.result).toMatchObject({ code: Result.FAILED, reason: "reason.nav2_refuses" });
    const lost = house({ drives: 0.3, ends: "aborted" });
    lost.go();
    lost.run.advance(seconds(2));
    expect(lost.end()?.result).toMatchObject({
      code: Result.FAILED,
      reason: "reason.nav2_gave_up",
      nav2_error: 9003,
    });
  });
});

describe("Nav2 is taken back at once", () => {
  test.each([
    ["reason.person_in_arms", { safety: { load: SafetyState.LOAD_BEARING } }],
    [
      "reason.estop_pressed",
      { safety: { motion: SafetyState.EMERGENCY_STOP, reasons: ["reason.estop_pressed"] } },
    ],
    ["reason.not_in_command", { lease: { operator_name: "", kind: Lease.NOBODY } }],
    ["reason.not_in_command", { lease: { epoch: 6 } }],
  ] as const)("where %s", (reason, told) => {
    const { run, told: tells, peer, driven, go, end } = house();
    go();
    run.advance(seconds(1.5));
    expect(moves(driven)).toBeGreaterThan(5);
    Object.assign(tells, told);
    const from = run.now();
    run.advance(seconds(1));
    expect((peer.cancels[0] ?? NaN) - from).toBeLessThan(0.08);
    expect(end()).toMatchObject({ outcome: "aborted", result: { code: Result.STOPPED, reason } });
  });
  test("where a supervisor falls silent, and where somebody drives at the page", () => {
    const silent = house();
    silent.go();
    silent.run.advance(seconds(1));
    silent.run.kill("robot");
    silent.run.advance(seconds(1));
    expect(silent.end()?.result).toMatchObject({ code: Result.STOPPED, reason: "task.robot_held" });
    const page = house();
    page.go();
    page.run.advance(seconds(1));
    const mine = {
      epoch: 5,
      nonce: 77,
      sequence: 1,
      time_to_live: seconds(0.2),
      joint_names: [],
      joint_velocities: [],
    };
    const drive = { linear: { ...NONE, x: 0.1 }, angular: NONE };
    const header = { stamp: stampOf(page.run.now()), frame_id: "base_link" };
    page.run.publish(topics.operatorMotion, { ...mine, header, kind: 1, source: "Kim", drive });
    page.run.advance(seconds(0.5));
    expect(page.end()?.result).toMatchObject({ code: Result.STOPPED, reason: "reason.page_drives" });
  });
  test("where who asked takes it back; and a Nav2 that does not end is told of", () => {
    const one = house();
    const sent = one.go();
    one.run.advance(seconds(1));
    sent.cancel();
    one.run.advance(seconds(0.2));
    expect(one.end()).toMatchObject({ outcome: "canceled", result: { code: Result.CANCELED, reason: "" } });
    const stubborn = house({ obeys: false, drives: 60 });
    stubborn.go().cancel();
    stubborn.run.advance(seconds(3));
    expect(stubborn.end()?.result).toMatchObject({ code: Result.CANCELED, reason: "reason.nav2_silent" });
  });
});
