// The generated models are those of their designs, and measure what care and law ask, read back from their SDF.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { MODELS, modelNames, readModel } from "../library.ts";
import type { Collision, Link, Model, Shape } from "../sdf/model.ts";
import { rotate } from "../sdf/pose.ts";
import { linkPoses } from "../sdf/kinematics.ts";
import { generatedModels } from "./generate.ts";

const files = generatedModels();
test.each(Object.keys(files))("%s is up to date with its design (npm run generate)", (path) =>
  expect(readFileSync(join(MODELS, path), "utf8")).toBe(files[path]),
);

test("no generated file is left over, and every folder is a model", () => {
  const folders = readdirSync(MODELS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const written = folders.flatMap(({ name }) =>
    readdirSync(join(MODELS, name)).map((file) => `${name}/${file}`),
  );
  expect(written.length).toBeGreaterThan(20);
  expect(written.filter((path) => files[path] === undefined)).toEqual([]);
  for (const name of modelNames()) expect(readModel(name).name).toBe(name);
});

const linkOf = (model: Model, name: string): Link => {
  const found = model.links.find((link) => link.name === name);
  if (found === undefined) throw new Error(`${model.name}: expected a link ${name}`);
  return found;
};
const collisionOf = (link: Link, name: string): Collision => {
  const found = link.collisions.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${link.name}: expected a collision ${name}`);
  return found;
};
/** Half the height of a solid that stands as its pose says, m. */
function halfHeight({ shape, pose }: Collision): number {
  const up = (x: number, y: number, z: number) => Math.abs(rotate(pose.rotation, [x, y, z])[2]);
  const tall: { readonly [Kind in Shape["kind"]]?: (one: never) => number } = {
    box: ({ size: [x, y, z] }: Extract<Shape, { kind: "box" }>) =>
      up(x, 0, 0) / 2 + up(0, y, 0) / 2 + up(0, 0, z) / 2,
    capsule: ({ radius, length }: Extract<Shape, { kind: "capsule" }>) => radius + up(0, 0, length) / 2,
    sphere: ({ radius }: Extract<Shape, { kind: "sphere" }>) => radius,
  };
  const measure = tall[shape.kind] as ((one: Shape) => number) | undefined;
  if (measure === undefined) throw new Error(`${shape.kind}: expected box, capsule or sphere`);
  return measure(shape);
}
const top = (model: Model, link: string, collision: string, positions = {}): number => {
  const one = collisionOf(linkOf(model, link), collision);
  return (linkPoses(model, positions).get(link)?.position[2] ?? NaN) + one.pose.position[2] + halfHeight(one);
};

describe("the bed", () => {
  const bed = readModel("adjustable_bed");
  const rails = bed.links.filter(({ name }) => name.endsWith("_rail"));

  test("has four rails, 0.22 m and more above the mattress, with gaps of 0.12 m at most (IEC 60601-2-52)", () => {
    expect(rails).toHaveLength(4);
    const mattress = top(bed, "platform", "mattress");
    for (const { name, collisions } of rails) {
      expect(top(bed, name, "bar_2") - mattress).toBeGreaterThanOrEqual(0.22);
      expect(top(bed, name, "bar_0")).toBeLessThan(mattress + 0.12);
      const bars = collisions
        .filter((one) => one.name.startsWith("bar_"))
        .map(({ pose }) => pose.position[2]);
      for (const [i, z] of bars.slice(1).entries()) expect(z - (bars[i] ?? NaN)).toBeLessThanOrEqual(0.12);
    }
  });
  test("brings who sits on its edge to 0.45 m and who is cared for to 0.85 m", () => {
    expect(top(bed, "platform", "mattress")).toBeCloseTo(0.45, 6);
    expect(top(bed, "platform", "mattress", { height_joint: 0.4 })).toBeCloseTo(0.85, 6);
  });
  test("opens a side: a lowered rail is below the mattress and above the floor", () => {
    for (const { name } of rails) {
      const open = { [`${name}_joint`]: 0.25 };
      expect(top(bed, name, "bar_2", open)).toBeLessThan(top(bed, "platform", "mattress"));
      expect(top(bed, name, "bar_0", open)).toBeGreaterThan(0.05);
    }
  });
  test("raises the back's end, not the feet's", () => {
    const poses = linkPoses(bed, { back_joint: 0.8 });
    const [, , up] = rotate(poses.get("back_rest")?.rotation ?? [0, 0, 0, 1], [-1, 0, 0]);
    expect(up).toBeCloseTo(Math.sin(0.8), 9);
  });
  test("leaves 0.15 m free between its castors for the legs of a hoist", () => {
    const low = linkOf(bed, "chassis")
      .collisions.filter(({ name }) => !/_castor$|_stem$/.test(name))
      .map((one) => one.pose.position[2] - halfHeight(one));
    expect(Math.min(...low)).toBeGreaterThanOrEqual(0.1499);
  });
});

test("an arm rest of the wheelchair turns behind the back, so that the side is free", () => {
  const chair = readModel("wheelchair");
  const pose = linkPoses(chair, { left_arm_rest_joint: 1.92 }).get("left_arm_rest");
  const pad = collisionOf(linkOf(chair, "left_arm_rest"), "pad").pose.position;
  const [x] = rotate(pose?.rotation ?? [0, 0, 0, 1], pad);
  expect((pose?.position[0] ?? NaN) + x).toBeLessThan(-0.15);
});

describe("the walker robot", () => {
  const walker = readModel("walker_robot");
  test("has each handle on a force and torque sensor of its own, and looks back at the shanks", () => {
    for (const side of ["left", "right"]) {
      const joint = walker.joints.find(({ child }) => child === `${side}_handle`);
      expect(joint?.sensors.map(({ kind }) => kind)).toEqual(["force_torque"]);
    }
    const back = linkOf(walker, "base_link").sensors.find(({ name }) => name === "user_lidar");
    expect(rotate(back?.pose.rotation ?? [0, 0, 0, 1], [1, 0, 0])[0]).toBeCloseTo(-1, 9);
  });
  test("fits hands from 0.76 to 0.98 m, and passes a door of 0.9 m", () => {
    const height = (lift: number) =>
      linkPoses(walker, { handle_height_joint: lift }).get("left_handle")?.position[2];
    expect([height(0), height(0.22)]).toEqual([0.76, 0.98]);
    const outer = linkOf(walker, "left_wheel").pose.position[1] + 0.02;
    expect(2 * outer).toBeLessThan(0.7);
  });
  test("shares its base with the patrol robot", () => {
    const patrol = readModel("patrol_robot");
    for (const name of ["left_wheel", "right_wheel"])
      expect(linkOf(patrol, name)).toEqual(linkOf(walker, name));
    expect(patrol.links.flatMap(({ sensors }) => sensors.map(({ kind }) => kind))).toEqual([
      "imu",
      "lidar",
      "lidar",
      "camera",
      "thermal_camera",
    ]);
  });
});
