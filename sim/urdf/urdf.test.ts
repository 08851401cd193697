// The URDF of every model as others read it: three.js's urdf-loader, ROS's own parser, and robot_state_publisher.
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DOMParser } from "linkedom";
import { Quaternion, Vector3, type Object3D } from "three";
import URDFLoader from "urdf-loader";
import { expect, test, vi } from "vitest";
import { modelNames, readModel } from "../library.ts";
import { linkPoses } from "../sdf/kinematics.ts";
import type { Model } from "../sdf/model.ts";
import { compose, IDENTITY, invert } from "../sdf/pose.ts";
import { readModelFile } from "../sdf/read.ts";
import { toUrdf } from "./urdf.ts";

/** The building stands on a plane, which URDF has not; all else is converted. */
const NAMES = modelNames().filter((name) => name !== "ward_building");
// the loader asks whether it was given a document: here it is always given text
vi.stubGlobal("DOMParser", DOMParser);
vi.stubGlobal("Document", Array);
vi.stubGlobal("Element", Array);

function positionsOf(model: Model, share: number): Record<string, number> {
  return Object.fromEntries(
    model.joints.flatMap(({ name, axes: [axis] }, i) => {
      if (axis === undefined) return [];
      const [low, high] = [Math.max(axis.lower, -2), Math.min(axis.upper, 2)];
      return [[name, low + (high - low) * ((share + 0.17 * i) % 1)]];
    }),
  );
}

/** Fails unless every link is where the SDF puts it from the root, to a micrometre and a microradian. */
function expectSamePoses(model: Model, share: number): void {
  const robot = new URDFLoader().parse(toUrdf(model));
  const positions = positionsOf(model, share);
  for (const [joint, value] of Object.entries(positions)) robot.setJointValue(joint, value);
  robot.updateMatrixWorld(true);
  const poses = linkPoses(model, positions);
  const root = model.links.find(({ name }) => model.joints.every(({ child }) => child !== name));
  const X_RM = invert((root && poses.get(root.name)) ?? IDENTITY);
  for (const [name, pose] of poses) {
    const { position, rotation } = compose(X_RM, pose);
    const link = robot.links[name] as Object3D | undefined;
    if (link === undefined) throw new Error(`${model.name}: the URDF has no link ${name}`);
    const off = link.getWorldPosition(new Vector3()).distanceTo(new Vector3(...position));
    expect(off, name).toBeLessThan(1e-6);
    expect(link.getWorldQuaternion(new Quaternion()).angleTo(new Quaternion(...rotation)), name).toBeLessThan(
      1e-6,
    );
  }
}

test("there is something to convert", () => expect(NAMES.length).toBeGreaterThan(10));

test.each(NAMES.flatMap((name) => [0, 0.35, 0.8].map((share) => ({ name, share }))))(
  "$name with its joints at $share of their way is in urdf-loader where the SDF puts it",
  ({ name, share }) => expectSamePoses(readModel(name), share),
);

const part = (name: string, pose: string) =>
  `<link name="${name}"><pose>${pose}</pose><inertial><mass>1</mass><inertia><ixx>1</ixx><iyy>1</iyy><izz>1</izz></inertia></inertial></link>`;
const limits = "<limit><lower>-2</lower><upper>2</upper><effort>1</effort><velocity>1</velocity></limit>";
const sdf = (inner: string) =>
  readModelFile(`<sdf version="1.9"><model name="odd">${inner}</model></sdf>`, "odd.sdf");

test("joints that stand turned and away from their links' origins take them to the same places", () => {
  const odd =
    sdf(`${part("a", "0.1 0.2 0.3 0.4 0.5 0.6")}${part("b", "1 0 0 0 1.5707963267948966 0.3")}${part("c", "0 2 0 0.1 0 0")}
    <joint name="hinge" type="revolute"><pose>0.3 -0.1 0.2 0.7 -0.2 0.1</pose><parent>a</parent><child>b</child><axis><xyz>0 0.6 0.8</xyz>${limits}</axis></joint>
    <joint name="slide" type="prismatic"><pose>0 0.5 0 0 0.3 0</pose><parent>b</parent><child>c</child><axis><xyz>1 0 0</xyz>${limits}</axis></joint>`);
  for (const share of [0, 0.2, 0.6, 0.9]) expectSamePoses(odd, share);
});

test("a camera has an optical frame: z ahead, x to the right", () => {
  const robot = new URDFLoader().parse(toUrdf(readModel("patrol_robot")));
  robot.updateMatrixWorld(true);
  const turn = (robot.links["camera_optical"] as Object3D).getWorldQuaternion(new Quaternion());
  const [ahead, right] = [new Vector3(0, 0, 1), new Vector3(1, 0, 0)].map((axis) =>
    axis.applyQuaternion(turn),
  );
  expect(ahead?.x).toBeCloseTo(Math.cos(0.2), 6);
  expect(ahead?.z).toBeCloseTo(-Math.sin(0.2), 6);
  expect(right?.y).toBeCloseTo(-1, 6);
});

test.each([
  [`${part("a", "0 0 0 0 0 0")}${part("b", "0 0 0 0 0 0")}`, "needs one root, got a, b"],
  [
    `${part("a", "0 0 0 0 0 0")}${part("b", "0 0 0 0 0 0")}<joint name="j" type="ball"><parent>a</parent><child>b</child></joint>`,
    "no ball joint",
  ],
  [
    `${part("a", "0 0 0 0 0 0")}${part("b", "0 0 0 0 0 0")}<joint name="j" type="revolute"><parent>a</parent><child>b</child><axis><xyz>0 0 1</xyz></axis></joint>`,
    "needs its <effort> and <velocity>",
  ],
])("what URDF has not is told: %#", (inner, message) => expect(() => toUrdf(sdf(inner))).toThrow(message));

test("a plane is told too", () =>
  expect(() => toUrdf(readModel("ward_building"))).toThrow("URDF has no plane"));

const fileOf = (name: string): string => {
  const file = join(mkdtempSync(join(tmpdir(), "urdf-")), `${name}.urdf`);
  writeFileSync(file, toUrdf(readModel(name)));
  return file;
};

const urdfdom = spawnSync("check_urdf", []).error === undefined;
test.skipIf(!urdfdom).each(NAMES)(
  "ROS's own parser accepts %s (skipped: check_urdf of liburdfdom-tools is not installed)",
  (name) => {
    const { status, stdout, stderr } = spawnSync("check_urdf", [fileOf(name)], { encoding: "utf8" });
    expect([status, stderr]).toEqual([0, ""]);
    expect(stdout).toContain("Successfully Parsed XML");
  },
);

const ros = spawnSync("ros2", ["pkg", "prefix", "robot_state_publisher"]).status === 0;
test.skipIf(!ros)("robot_state_publisher takes the walker robot (skipped: no ROS 2 here)", async () => {
  const publisher = spawn(
    "ros2",
    ["run", "robot_state_publisher", "robot_state_publisher", fileOf("walker_robot")],
    { detached: true },
  );
  const heard = await new Promise<string>((resolve, reject) => {
    let text = "";
    publisher.stderr.on("data", (data: Buffer) => {
      text += data.toString();
      if (text.includes("got segment user_lidar")) resolve(text);
    });
    publisher.on("exit", () => reject(new Error(text)));
  }).finally(() => process.kill(-(publisher.pid ?? 0), "SIGINT"));
  for (const name of readModel("walker_robot").links.map((link) => link.name))
    expect(heard).toContain(`got segment ${name}`);
});
