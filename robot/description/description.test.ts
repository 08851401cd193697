// The frames that ROS's tools get: the robot's links where the model has them, base and person where they are known to be.
import { describe, expect, test } from "vitest";
import { compose, type Quat, type Vec3 } from "../../core/frames.ts";
import { LANDMARK, LANDMARKS } from "../../core/body/skeleton.ts";
import type { JointState, Person, TFMessage, TransformStamped } from "../../core/messages.ts";
import { stampOf } from "../../core/time.ts";
import { rosTopics, topics } from "../../core/topics.ts";
import { metres, radians, seconds, type Seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { readModel } from "../../sim/library.ts";
import { linkPoses } from "../../sim/sdf/kinematics.ts";
import { compose as composePoses, invert } from "../../sim/sdf/pose.ts";
import { toUrdf } from "../../sim/urdf/urdf.ts";
import { framesNode } from "./frames.node.ts";
import { personTransform } from "./person-frame.ts";
import { robotStatePublisherNode } from "./robot-state-publisher.node.ts";
import { readJoints } from "./urdf.ts";

const MODEL = readModel("transfer_robot");
const POSITIONS = { lift_joint: 0.31, left_arm_joint: 0.07, right_arm_joint: -0.02, left_wheel_joint: 2.5 };
const joints = (at: Seconds, positions: Readonly<Record<string, number>>): JointState => ({
  header: { stamp: stampOf(at), frame_id: "" },
  name: Object.keys(positions),
  position: Object.values(positions),
  velocity: [],
  effort: [],
});
/** Follows the frames from `child` up to `root`, as tf2 does. */
function lookUp(root: string, child: string, known: readonly TransformStamped[]) {
  let pose: { translation: Vec3; rotation: Quat } = { translation: [0, 0, 0], rotation: [0, 0, 0, 1] };
  for (let frame = child; frame !== root;) {
    const up = known.find((one) => one.child_frame_id === frame);
    if (up === undefined) return undefined;
    const { translation: t, rotation: q } = up.transform;
    pose = compose({ translation: [t.x, t.y, t.z], rotation: [q.x, q.y, q.z, q.w] }, pose);
    frame = up.header.frame_id;
  }
  return pose;
}
const hear = (run: VirtualRun) => {
  const said: TransformStamped[] = [];
  const take = ({ transforms }: TFMessage) => void said.unshift(...transforms);
  run.on(rosTopics.tf, take);
  run.on(rosTopics.tfStatic, take);
  return said;
};

describe("the robot's own frames", () => {
  test("put every link where the model has it", () => {
    const run = new VirtualRun([robotStatePublisherNode(toUrdf(MODEL))]);
    const said = hear(run);
    run.publish(topics.jointStates, joints(seconds(0.02), { ...POSITIONS, right_wheel_joint: -1 }));
    run.advance(seconds(0.2));
    const poses = linkPoses(MODEL, { ...POSITIONS, right_wheel_joint: -1 });
    const root = poses.get("base_link");
    for (const { name } of MODEL.links.filter((link) => link.name !== "base_link")) {
      const found = lookUp("base_link", name, said);
      const pose = poses.get(name);
      const wanted = root && pose && composePoses(invert(root), pose);
      // a point of the link's own lies where the link stands and how it is turned
      for (const point of [
        [0, 0, 0],
        [1, 2, 3],
      ] as const) {
        const is = found && compose(found, { translation: point, rotation: [0, 0, 0, 1] }).translation;
        const should = wanted && composePoses(wanted, { position: point, rotation: [0, 0, 0, 1] }).position;
        expect(
          Math.hypot(...[0, 1, 2].map((i) => (is?.[i] ?? NaN) - (should?.[i] ?? NaN))),
          name,
        ).toBeLessThan(1e-6);
      }
    }
    expect(lookUp("base_link", "imu", said)?.translation).toEqual([0, 0, 0.2]);
    expect(run.latest(rosTopics.robotDescription)?.data).toContain('<robot name="transfer_robot">');
  });
  test("are told once a reading, and of a joint that has no number not at all", () => {
    const run = new VirtualRun([robotStatePublisherNode(toUrdf(MODEL))]);
    const said: TransformStamped[][] = [];
    run.on(rosTopics.tf, ({ transforms }) => said.push([...transforms]));
    run.publish(topics.jointStates, joints(seconds(0.01), { lift_joint: NaN, left_arm_joint: 0.01 }));
    run.advance(seconds(0.5));
    expect(said.map((all) => all.map((one) => one.child_frame_id))).toEqual([["left_arm"]]);
  });
  test.each([
    ["<sdf/>", "expected a <robot>"],
    ['<robot><joint name="j" type="floating"/></robot>', "joint j: expected one of fixed"],
    ['<robot><joint name="j" type="fixed"><parent link="a"/></joint></robot>', "j has no link"],
    [
      '<robot><joint name="j" type="fixed"><parent link="a"/><child link="b"/><origin xyz="0 0"/></joint></robot>',
      "three numbers",
    ],
  ])("cannot be read from %s", (urdf, why) => expect(() => readJoints(urdf)).toThrow(why));
});

/** Somebody whose hips are at these places; all else is at the origin. */
const person = (at: Seconds, left: Vec3, right: Vec3, seen = true): Person => {
  const points = LANDMARKS.map(() => ({ x: 0, y: 0, z: 0 }));
  points[LANDMARK.left_hip] = { x: left[0], y: left[1], z: left[2] };
  points[LANDMARK.right_hip] = { x: right[0], y: right[1], z: right[2] };
  return {
    header: { stamp: stampOf(at), frame_id: "ward_camera_optical" },
    seen,
    confidence: 0.9,
    posture: 2,
    posture_confidence: 0.9,
    trunk_lean: radians(0),
    trunk_tilt: radians(0),
    left_knee: radians(0),
    right_knee: radians(0),
    left_hip: radians(0),
    right_hip: radians(0),
    landmarks: [],
    world: [],
    points: seen ? points : [],
  };
};

describe("the person's frame", () => {
  test("is between the hips and looks where they face", () => {
    const transform = personTransform(person(seconds(1), [2.1, 1, 0.5], [1.9, 1, 0.5]));
    expect(transform?.header).toEqual({ stamp: stampOf(seconds(1)), frame_id: "map" });
    expect(transform?.transform.translation).toEqual({ x: 2, y: 1, z: 0.5 });
    // the left hip is towards x: they face -y
    const { z = NaN, w = NaN } = transform?.transform.rotation ?? {};
    expect(2 * Math.atan2(z, w)).toBeCloseTo(-Math.PI / 2, 9);
  });
  test.each([
    ["is not seen", person(seconds(1), [0, 0.1, 0], [0, -0.1, 0], false)],
    ["lies on their side", person(seconds(1), [0, 0.01, 0.2], [0, -0.01, 0])],
    ["is nowhere", person(seconds(1), [NaN, 0.1, 0], [0, -0.1, 0])],
  ])("is told of nobody who %s", (_, who) => expect(personTransform(who)).toBeUndefined());
});

describe("the frames of the site", () => {
  const site = {
    home: { x: metres(1), y: metres(2), yaw: radians(Math.PI / 2) },
    camera: { translation: [0, 0, 2.4], rotation: [0, 0, 0, 1] },
    cameraFrame: "ward_camera_optical",
  } as const;
  const odometry = (at: Seconds, x: number) => ({
    header: { stamp: stampOf(at), frame_id: "odom" },
    child_frame_id: "base_link",
    pose: {
      pose: { position: { x, y: 0, z: 0 }, orientation: { x: 0, y: 0, z: 0, w: 1 } },
      covariance: [],
    },
    twist: {
      twist: { linear: { x: 0, y: 0, z: 0 }, angular: { x: 0, y: 0, z: 0 } },
      covariance: [],
    },
  });
  test("lead from the robot to the person", () => {
    const run = new VirtualRun([framesNode(site)]);
    const said = hear(run);
    run.publish(topics.odometry, odometry(seconds(0.01), 0.5));
    run.publish(topics.person, person(seconds(0.005), [1, 3.1, 0.5], [1, 2.9, 0.5]));
    run.advance(seconds(0.1));
    expect(lookUp("map", "base_link", said)?.translation.map((v) => Math.round(v * 1e6) / 1e6)).toEqual([
      1, 2.5, 0,
    ]);
    expect(lookUp("map", "person", said)?.translation).toEqual([1, 3, 0.5]);
    expect(said.filter((one) => one.child_frame_id === "base_link")).toHaveLength(1);
  });
  test("leave the map to a localisation where one is told to be", () => {
    const run = new VirtualRun([framesNode(site)], { frames: { map_to_odom: false } });
    const said = hear(run);
    run.publish(topics.odometry, odometry(seconds(0.01), NaN));
    run.advance(seconds(0.1));
    expect(said.map((one) => one.child_frame_id)).toEqual(["ward_camera_optical"]);
  });
});
