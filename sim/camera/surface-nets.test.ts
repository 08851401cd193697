// Surfaces made from distances: closed, on the surface, and facing outward.
import { expect, test } from "vitest";
import type { Vec3 } from "../../core/frames.ts";
import { ellipsoid, rod, smoothUnion } from "./distance.ts";
import { solid } from "./solids.ts";
import { surfaceNets } from "./surface-nets.ts";
import type { Surface } from "./surface-nets.ts";
import { metres } from "../../core/units.ts";

const corner = ({ positions }: Surface, vertex: number): Vec3 => [
  positions[vertex * 3] ?? NaN,
  positions[vertex * 3 + 1] ?? NaN,
  positions[vertex * 3 + 2] ?? NaN,
];
/** Six times the enclosed volume by the divergence theorem: positive when all triangles face outward. */
function volume(surface: Surface): number {
  let sum = 0;
  for (let t = 0; t < surface.triangles.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => corner(surface, surface.triangles[t + k] ?? -1)) as [
      Vec3,
      Vec3,
      Vec3,
    ];
    sum +=
      a[0] * (b[1] * c[2] - b[2] * c[1]) +
      a[1] * (b[2] * c[0] - b[0] * c[2]) +
      a[2] * (b[0] * c[1] - b[1] * c[0]);
  }
  return sum / 6;
}

test("a ball's surface lies on the ball, faces outward and holds its volume", () => {
  const ball = surfaceNets((p) => Math.hypot(...p) - 0.5, [-0.6, -0.6, -0.6], [0.6, 0.6, 0.6], 0.05);
  expect(ball.triangles.length).toBeGreaterThan(1000);
  for (let v = 0; v < ball.positions.length / 3; v++)
    expect(Math.hypot(...corner(ball, v))).toBeCloseTo(0.5, 3);
  expect(volume(ball)).toBeCloseTo((4 / 3) * Math.PI * 0.125, 2);
});

test("every edge of a closed surface is shared by two triangles, once each way", () => {
  const union = surfaceNets(
    (p) =>
      smoothUnion(ellipsoid(p, [0, 0, 0], [0.3, 0.2, 0.2]), rod(p, [0, 0, 0], [0, 0, 0.6], 0.1, 0.06), 0.05),
    [-0.4, -0.3, -0.3],
    [0.4, 0.3, 0.75],
    0.05,
  );
  const edges = new Set<string>();
  for (let t = 0; t < union.triangles.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => union.triangles[t + k] ?? -1) as [number, number, number];
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ]) {
      expect(edges.has(`${from}>${to}`)).toBe(false);
      edges.add(`${from}>${to}`);
    }
  }
  for (const edge of edges) expect(edges.has(edge.split(">").toReversed().join(">"))).toBe(true);
});

test.each([
  ["box", { kind: "box", size: [0.2, 1.4, 0.6] }, 0.168],
  ["cylinder", { kind: "cylinder", radius: metres(0.1), length: metres(0.5) }, 0.5 * Math.PI * 0.01],
  ["capsule", { kind: "capsule", radius: metres(0.1), length: metres(0.5) }, Math.PI * (0.005 + 0.004 / 3)],
  ["sphere", { kind: "sphere", radius: metres(0.2) }, (4 / 3) * Math.PI * 0.008],
  ["ellipsoid", { kind: "ellipsoid", radii: [0.1, 0.2, 0.3] }, (4 / 3) * Math.PI * 0.006],
] as const)("a %s faces outward and holds its volume but for its facets", (_name, shape, expected) => {
  const found = volume(solid(shape));
  expect(found).toBeGreaterThan(expected * 0.9);
  expect(found).toBeLessThanOrEqual(expected * 1.0001);
});

test("a plane that is not a floor is refused", () => {
  const wall = { kind: "plane", normal: [1, 0, 0], size: [metres(1), metres(1)] } as const;
  expect(() => solid(wall)).toThrow("a plane with normal 1 0 0: expected 0 0 1");
});
