// The arrows of ARCHITECTURE.md: which room may import which, who keeps each door, and what every file looks like.
import { describe, expect, test } from "vitest";
import { importsOf, isTest, projectFiles, textOf } from "./sources.ts";

/** A room imports itself, the rooms named here, and nothing else. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  core: [],
  perception: ["core"],
  planner: ["core"],
  robot: ["core"],
  care: ["core"],
  sim: ["core"],
  "teleop-ui": ["core"],
  launch: ["core", "perception", "planner", "robot", "care", "sim", "teleop-ui", "scripts"],
  scripts: ["core", "perception", "launch"],
};

/** Each door to the outside has its keepers. */
const KEPT_BY: Readonly<Record<string, readonly string[]>> = {
  "@mujoco/mujoco": ["sim/mujoco/"],
  zeromq: ["sim/gazebo/transport/"],
  protobufjs: ["sim/gazebo/"],
  "@mediapipe/tasks-vision": ["perception/mediapipe/"],
  ws: ["teleop-ui/gateway/", "robot/lane/", "launch/bench/"],
  roslib: ["teleop-ui/web/link/"],
  three: ["teleop-ui/web/scene/"],
  react: ["teleop-ui/web/"],
  uplot: ["teleop-ui/web/incident/"],
  sharp: ["perception/", "teleop-ui/gateway/"],
  "@mcap/core": ["robot/blackbox/"],
  "@foxglove/rosmsg2-serialization": ["robot/blackbox/"],
  rclnodejs: ["launch/ros/"],
  xstate: ["core/", "planner/", "teleop-ui/web/session/"],
  "playwright-core": ["scripts/", "launch/bench/"],
  zod: ["robot/lane/", "robot/way/store.ts", "sim/moments/moment.ts", "teleop-ui/", "scripts/", "launch/"],
};

const sources = projectFiles(".ts", ".tsx", ".js").filter((path) => !isTest(path) && path.includes("/"));
const edges = sources.flatMap((file) => importsOf(file).map((target) => ({ file, target })));
const roomOf = (path: string) => path.split("/")[0] ?? "";
const packageOf = (target: string) =>
  target
    .split("/")
    .slice(0, target.startsWith("@") ? 2 : 1)
    .join("/");
const isOurs = (target: string) => MAY_IMPORT[roomOf(target)] !== undefined && target.includes("/");

test("the rooms and their imports were found", () => {
  expect(new Set(sources.map(roomOf)).size).toBeGreaterThan(7);
  expect(edges.length).toBeGreaterThan(300);
});

test("every room imports itself and the rooms it may, and no other", () => {
  const wrong = edges
    .filter(({ target }) => isOurs(target))
    .filter(
      ({ file, target }) => ![roomOf(file), ...(MAY_IMPORT[roomOf(file)] ?? [])].includes(roomOf(target)),
    )
    .map(({ file, target }) => `${file} → ${target}`);
  expect(wrong).toEqual([]);
});

test.each(Object.entries(KEPT_BY))("%s is imported only by its keepers", (name, keepers) => {
  const users = edges
    .filter(({ target }) => !isOurs(target) && packageOf(target) === name)
    .map(({ file }) => file);
  expect(users.length).toBeGreaterThan(0);
  expect(users.filter((file) => !keepers.some((keeper) => file.startsWith(keeper)))).toEqual([]);
});

describe("core is pure", () => {
  test("it imports no Node module", () => {
    expect(edges.filter(({ file, target }) => roomOf(file) === "core" && target.startsWith("node:"))).toEqual(
      [],
    );
  });
  test.each(["Date.now", "new Date", "Math.random", "performance.now", "setTimeout", "setInterval"])(
    "it knows no %s",
    (word) =>
      expect(sources.filter((file) => roomOf(file) === "core" && textOf(file).includes(word))).toEqual([]),
  );
});

test("nothing in perception, planner, robot, sim or the gateway draws chance without a seed", () => {
  const rooms = ["perception", "planner", "robot", "care", "sim", "launch", "teleop-ui"];
  expect(
    sources.filter((file) => rooms.includes(roomOf(file)) && textOf(file).includes("Math.random")),
  ).toEqual([]);
});

test("only the gate's node publishes the hardware command", () => {
  const publishers = sources.filter((file) => /publishes:[^}]*topics\.hardwareCommand/s.test(textOf(file)));
  expect(publishers).toEqual(["robot/gate.node.ts"]);
});

test("only core/topics.ts spells a topic", () => {
  const names = [...textOf("core/topics.ts").matchAll(/"(\/[a-z_/]+)"/g)].map(([, name]) => `"${name}"`);
  expect(names.length).toBeGreaterThan(20);
  const spelled = sources
    .filter((file) => file !== "core/topics.ts")
    .flatMap((file) => names.filter((name) => textOf(file).includes(name)).map((name) => `${file}: ${name}`));
  expect(spelled).toEqual([]);
});

describe("every file", () => {
  const written = projectFiles(".ts", ".tsx", ".js").filter((path) => path !== "core/messages.ts");
  test("begins with what it is for", () => {
    expect(written.filter((path) => !/^(\/\/|\/\*\*?) ?\S/.test(textOf(path)))).toEqual([]);
  });
  test("has at most 200 lines", () => {
    expect(written.filter((path) => textOf(path).trimEnd().split("\n").length > 200)).toEqual([]);
  });
});
