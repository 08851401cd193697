// Tests of mass properties: against the sums of many small grains, and against what a textbook says of a bar off its middle.
import { expect, test } from "vitest";
import type { Vec3 } from "../../core/frames.ts";
import { conjugate, fromRollPitchYaw, rotate } from "../sdf/pose.ts";
import { massOf } from "./mass.ts";
import { ball, bar, box, drum, type Part } from "./parts.ts";
import { WHITE } from "./colours.ts";

/** Whether a point of the part's own frame is in it. */
function holds({ shape }: Part, [x, y, z]: Vec3): boolean {
  const across = Math.hypot(x, y);
  if (shape.kind === "box") return [x, y, z].every((value, i) => Math.abs(value) <= (shape.size[i] ?? 0) / 2);
  if (shape.kind === "sphere") return Math.hypot(x, y, z) <= shape.radius;
  if (shape.kind === "cylinder") return across <= shape.radius && Math.abs(z) <= shape.length / 2;
  if (shape.kind === "capsule")
    return Math.hypot(across, Math.max(0, Math.abs(z) - shape.length / 2)) <= shape.radius;
  throw new Error(shape.kind);
}

/** Izz and Ixz about the part's middle by counting grains, per kg. */
function counted(part: Part): { zz: number; xz: number } {
  const [reach, grain] = [0.32, 0.008];
  let [count, zz, xz] = [0, 0, 0];
  for (let x = -reach; x <= reach; x += grain)
    for (let y = -reach; y <= reach; y += grain)
      for (let z = -reach; z <= reach; z += grain) {
        const own = rotate(conjugate(fromRollPitchYaw(...part.turned)), [x, y, z]);
        if (!holds(part, own)) continue;
        count++;
        zz += x * x + y * y;
        xz -= x * z;
      }
  return { zz: zz / count, xz: xz / count };
}

test.each([
  box("box", [0, 0, 0], [0.2, 0.3, 0.4], WHITE, { mass: 1, turned: [0.3, 0.5, 0.2] }),
  drum("drum", [0, 0, 0], [0.1, 0.4], WHITE, { mass: 1, turned: [0.3, 0.5, 0.2] }),
  ball("ball", [0, 0, 0], 0.2, WHITE, { mass: 1 }),
  bar("bar", [-0.15, 0.02, -0.2], [0.15, -0.02, 0.2], 0.09, WHITE, { mass: 1 }),
])("$name weighs about its axes what its grains do", (part) => {
  const { inertia } = massOf("link", [part]);
  const { zz, xz } = counted(part);
  expect(inertia[2][2] / zz).toBeCloseTo(1, 1);
  expect(inertia[0][2] - xz).toBeCloseTo(0, 3);
});

test("two balls on a rod swing about the point between them that is nearer the heavy one", () => {
  const parts = [
    ball("light", [0, 0, 0], 0.01, WHITE, { mass: 1 }),
    ball("heavy", [0.4, 0, 0], 0.01, WHITE, { mass: 3 }),
  ];
  const { mass, centre, inertia } = massOf("link", parts);
  expect(mass).toBe(4);
  expect(centre[0]).toBeCloseTo(0.3, 12);
  expect(inertia[2][2]).toBeCloseTo(1 * 0.3 ** 2 + 3 * 0.1 ** 2 + 4 * 0.4 * 0.01 ** 2, 12);
  expect(inertia[0][0]).toBeCloseTo(4 * 0.4 * 0.01 ** 2, 12);
});

test("a link of trim alone is refused", () => {
  expect(() => massOf("link", [ball("trim", [0, 0, 0], 0.1, WHITE)])).toThrow("expected parts with a mass");
});
