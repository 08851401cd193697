// Gazebo's variant of the ward: valid by Gazebo's own reader, the same robot as ours, the resident where ours sits.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { loadEngine } from "../mujoco/engine.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { readScene } from "../sdf/read.ts";
import { createWorld, ROBOT, type World } from "../world.ts";
import { gazeboWorldSdf, skinOf } from "./world-sdf.ts";

let world: World;
beforeAll(async () => {
  world = createWorld(await loadEngine(), DEFAULT_RESIDENT);
});
afterAll(() => world.delete());

const HAS_CHECKER = spawnSync("ign", ["sdf", "--versions"]).status === 0;
const RELEASES = ["fortress", "later"] as const;

describe.skipIf(!HAS_CHECKER)(
  HAS_CHECKER
    ? "Gazebo's own reader"
    : "Gazebo's own reader (skipped; type: sudo apt-get install -y libsdformat-dev ignition-tools)",
  () => {
    test.each(RELEASES)("takes the world for %s", (release) => {
      const folder = mkdtempSync(join(tmpdir(), "dolbom-gazebo-"));
      const file = join(folder, "ward.sdf");
      writeFileSync(file, gazeboWorldSdf(world, release));
      const { status, stdout, stderr } = spawnSync("ign", ["sdf", "-k", file], { encoding: "utf8" });
      rmSync(folder, { recursive: true });
      expect({ status, stdout }, stderr).toEqual({ status: 0, stdout: "Valid.\n" });
    });
  },
);

test("each release gets its own names of plugins, and no other", () => {
  const [fortress, later] = RELEASES.map((release) => gazeboWorldSdf(world, release));
  expect(fortress).toContain('filename="ignition-gazebo-physics-system"');
  expect(fortress).not.toContain("gz::sim");
  expect(later).toContain('name="gz::sim::systems::DiffDrive"');
  expect(later).not.toContain("ignition");
});

test("robot and resident keep their links, masses and joints, and the resident's feet are on the floor", () => {
  const theirs = readScene(gazeboWorldSdf(world, "fortress"), "ward.sdf");
  for (const name of [ROBOT, "resident"]) {
    const [ours, other] = [world.scene, theirs].map((scene) =>
      scene.models.find((model) => model.name === name),
    );
    const links = (model: typeof ours) => model?.links.map((link) => [link.name, link.inertial?.mass]);
    expect(links(other)).toEqual(links(ours));
    expect(other?.joints.map((joint) => joint.name)).toEqual(ours?.joints.map((joint) => joint.name));
  }
  const resident = theirs.models.find(({ name }) => name === "resident");
  const foot = resident?.links.find(({ name }) => name === "left_foot");
  const height = (resident?.pose.position[2] ?? NaN) + (foot?.pose.position[2] ?? NaN);
  expect(height).toBeGreaterThan(0.03);
  expect(height).toBeLessThan(0.1);
});

test("every link that can touch a person has a skin, and none has what rolls on the floor", () => {
  const robot = world.scene.models.find(({ name }) => name === ROBOT);
  const skin = robot && skinOf(robot);
  expect([...(skin?.keys() ?? [])]).toEqual(["base_link", "lift_link", "left_arm", "right_arm"]);
  expect([...(skin?.values() ?? [])].flat().some((name) => /caster|tyre/.test(name))).toBe(false);
  expect(gazeboWorldSdf(world, "later").match(/<sensor name="skin"/g)).toHaveLength(4);
});
