// What ROS's own tools find beside our nodes: frames by tf2, the robot's URDF, diagnostics, and a twist that drives in somebody's name.
import { execFile, spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { LANDMARK, LANDMARKS } from "../../core/body/skeleton.ts";
import { Lease, MotionRequest, type Person } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { ready } from "../../core/safety/rehearsal.ts";
import { stampOf } from "../../core/time.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { Hub } from "../../launch/hub.ts";
import { openRcl } from "../../launch/ros/rcl.ts";
import { runRosGroup } from "../../launch/ros/run-group.ts";
import { sampleOf } from "../../robot/blackbox/sample.ts";
import { whyNoRos } from "./harness.ts";
import { eventually, ros2 } from "./ros2.ts";

const ROOT = join(import.meta.dirname, "../..");
const NONE = { x: 0, y: 0, z: 0 };
const UPRIGHT = { ...NONE, w: 1 };

/** A robot that stands 0.5 m ahead of its place, before somebody who sits 1 m to its left and faces it. */
const robot = defineNode({
  name: "robot",
  period: milliseconds(50),
  publishes: {
    joints: topics.jointStates,
    odometry: topics.odometry,
    person: topics.person,
    safety: topics.safetyState,
    lease: topics.lease,
  },
  subscribes: { asked: topics.operatorMotion },
  start: ({ now, publish }) => ({
    step() {
      const header = { stamp: stampOf(now()), frame_id: "odom" };
      const points = LANDMARKS.map(() => NONE);
      points[LANDMARK.left_hip] = { x: 0.4, y: 1, z: 0.5 };
      points[LANDMARK.right_hip] = { x: 0.6, y: 1, z: 0.5 };
      const blank = sampleOf("care_interfaces/msg/Person") as unknown as Person;
      publish.person({ ...blank, header, seen: true, points });
      publish.joints({ header, name: ["lift_joint"], position: [0.2], velocity: [], effort: [] });
      publish.odometry({
        header,
        child_frame_id: "base_link",
        pose: {
          pose: { position: { ...NONE, x: 0.5 }, orientation: UPRIGHT },
          covariance: Array(36).fill(0),
        },
        twist: { twist: { linear: NONE, angular: NONE }, covariance: Array(36).fill(0) },
      });
      publish.safety(ready(now()));
      publish.lease({
        header,
        epoch: 3,
        nonce: 9,
        kind: Lease.ON_SITE,
        holder: "Kim",
        operator_name: "Kim",
        session: "lane-1",
        on_site: true,
        consent: false,
        asked_by: "",
        expires: seconds(now() + 1),
      });
    },
  }),
});

describe.skipIf(whyNoRos !== undefined)(`on ROS 2${whyNoRos === undefined ? "" : `: ${whyNoRos}`}`, () => {
  const hub = new Hub();
  const asked: MotionRequest[] = [];
  const groups: ChildProcess[] = [];
  beforeAll(async () => {
    hub.subscribe(topics.operatorMotion, (message) => asked.push(message as MotionRequest));
    await runRosGroup(await openRcl(), "robot", { nodes: [robot] }, { hubOf: () => hub }, (why) => {
      throw new Error(why);
    });
    for (const name of ["description", "twist"])
      groups.push(spawn(process.execPath, ["launch/ros/group.ts", name], { cwd: ROOT, stdio: "inherit" }));
  }, 60_000);
  afterAll(() => groups.forEach((group) => group.kill("SIGTERM")));

  test("tf2 looks up robot and person, the URDF is there, and diagnostics tell of the safety state", async () => {
    const words = ["base_link<person", "base_link<lift_link", "map<odom"];
    const { stdout } = await promisify(execFile)(
      "python3",
      [join(import.meta.dirname, "listen.py"), ...words],
      { timeout: 90_000 },
    );
    const { frames, levels, urdf } = JSON.parse(stdout) as {
      readonly frames: Readonly<Record<string, readonly number[]>>;
      readonly levels: Readonly<Record<string, readonly [number, string]>>;
      readonly urdf: string;
    };
    const [x = NaN, y = NaN] = frames["map<odom"] ?? [];
    expect(Math.hypot(x, y)).toBeLessThan(10); // where the ward has the robot
    const heading = (name: string) => 2 * Math.atan2(frames[name]?.[5] ?? NaN, frames[name]?.[6] ?? NaN);
    // the map turns odom; what the person's place is in the robot's frame follows from it
    const turn = heading("map<odom");
    const [px, py] = [0.5 - x, 1 - y];
    const there = [
      Math.cos(turn) * px + Math.sin(turn) * py - 0.5,
      Math.cos(turn) * py - Math.sin(turn) * px,
      0.5,
    ];
    for (const i of [0, 1, 2]) expect(frames["base_link<person"]?.[i]).toBeCloseTo(there[i] ?? NaN, 6);
    expect(Math.cos(heading("base_link<person") + turn)).toBeCloseTo(0, 6);
    expect(frames["base_link<lift_link"]?.[2]).toBeCloseTo(0.7 + 0.2, 6);
    expect(levels["safety_supervisor: state"]).toEqual([0, "ready"]);
    expect(urdf).toContain('<robot name="transfer_robot">');
  });
  test("a twist becomes a request of who is named by a parameter, under the lease, and of nobody before", async () => {
    const twist = (x: number) =>
      ros2(
        ...["topic", "pub", "-w", "1", "--times", "10", "--rate", "20", "/cmd_vel"],
        ...[
          "geometry_msgs/msg/TwistStamped",
          `{header: {stamp: now, frame_id: base_link}, twist: {linear: {x: ${x}}}}`,
        ],
      );
    await twist(0);
    expect(asked).toEqual([]);
    await eventually(["param", "set", "/twist_relay", "operator", "Kim"], /successful/);
    await twist(0);
    expect(asked.length).toBeGreaterThan(2);
    const { kind, source, epoch, nonce, drive, header } = asked.at(-1) ?? ({} as Partial<MotionRequest>);
    expect({ kind, source, epoch, nonce }).toEqual({
      kind: MotionRequest.DRIVE,
      source: "Kim",
      epoch: 3,
      nonce: 9,
    });
    expect([header?.frame_id, drive?.linear.x]).toEqual(["base_link", 0]);
    const heard = asked.length;
    await twist(0.1); // another command line later: this one was silent, and says no zero first
    expect(asked.length).toBe(heard);
  });
});
