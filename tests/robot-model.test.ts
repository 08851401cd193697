// What the control group knows of the robot's shape is what its model says: joint ranges, speeds, and the outline on the floor.
import { expect, test } from "vitest";
import { FOOTPRINT, LIDAR } from "../core/motion/footprint.ts";
import { CAPS, JOINTS } from "../core/motion/limits.ts";
import { contains, grown } from "../core/motion/polygon.ts";
import { RANGES } from "../core/motion/ranges.ts";
import { readModelFile } from "../sim/sdf/read.ts";
import type { Collision } from "../sim/sdf/model.ts";
import { textOf } from "./sources.ts";

const FILE = "sim/models/transfer-robot.sdf";
const robot = readModelFile(textOf(FILE), FILE);
const axisOf = (name: string) => {
  const axis = robot.joints.find((joint) => joint.name === name)?.axes[0];
  if (axis === undefined) throw new Error(`${FILE}: expected a joint ${name}`);
  return axis;
};

test.each(JOINTS)("%s ends where the model says", (joint) => {
  const { lower, upper } = axisOf(joint);
  expect(RANGES[joint]).toEqual({ lower, upper });
});
test.each(JOINTS)("%s is never asked to be faster than the model says", (joint) => {
  const axis = 2 + JOINTS.indexOf(joint);
  for (const { up, down } of Object.values(CAPS))
    expect(Math.max(up[axis] ?? NaN, down[axis] ?? NaN)).toBeLessThanOrEqual(axisOf(joint).velocity);
});

/** [m] above the floor: what is higher is over the person it docks to */
const LOW = 0.3;
/** Corners of a collision's bounding box as seen from above, in its link's frame; turned shapes are taken for their longest side. */
function corners({ pose, shape }: Collision): [x: number, y: number][] {
  const half =
    shape.kind === "box"
      ? [shape.size[0] / 2, shape.size[1] / 2]
      : shape.kind === "sphere"
        ? [shape.radius, shape.radius]
        : shape.kind === "cylinder"
          ? [shape.radius, shape.length / 2]
          : undefined;
  if (half === undefined)
    throw new Error(`${shape.kind}: expected what stands on the floor to be a box, sphere or wheel`);
  const [dx = NaN, dy = NaN] = half;
  const [x, y] = pose.position;
  return [-dx, dx].flatMap((ax) => [-dy, dy].map((ay): [number, number] => [x + ax, y + ay]));
}

test("what stands on the floor lies within the outline", () => {
  const outline = grown(FOOTPRINT, 1e-9);
  let checked = 0;
  for (const link of robot.links) {
    const [lx, ly, lz] = link.pose.position;
    for (const collision of link.collisions) {
      if (lz > LOW) continue;
      for (const [x, y] of corners(collision)) {
        expect([link.name, collision.name, contains(outline, lx + x, ly + y)]).toEqual([
          link.name,
          collision.name,
          true,
        ]);
        checked += 1;
      }
    }
  }
  expect(checked).toBeGreaterThan(20);
});
test("the lidar sits where the model says", () => {
  const lidar = robot.links.flatMap((link) => link.sensors).find(({ kind }) => kind === "lidar");
  expect(lidar?.pose.position.slice(0, 2)).toEqual([LIDAR.x, LIDAR.y]);
});
