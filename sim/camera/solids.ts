// Triangles of the shapes that SDF knows, each in its own frame, centred on it.
import type { Vec3 } from "../../core/frames.ts";
import type { Shape } from "../sdf/model.ts";
import type { Surface } from "./surface-nets.ts";

/** Facets around a round shape: at 2 m and 320 pixels a limb-thick one is a dozen pixels wide. */
const AROUND = 16;
const ALONG = 8;

interface Builder {
  readonly positions: number[];
  readonly normals: number[];
  readonly triangles: number[];
}
const builder = (): Builder => ({ positions: [], normals: [], triangles: [] });
const surfaceOf = ({ positions, normals, triangles }: Builder): Surface => ({
  positions: new Float32Array(positions),
  normals: new Float32Array(normals),
  triangles: new Uint32Array(triangles),
});

/** A vertex; returns its number. */
function vertex({ positions, normals }: Builder, p: Vec3, n: Vec3): number {
  positions.push(...p);
  normals.push(...n);
  return positions.length / 3 - 1;
}

/** Large faces are cut into cells of this size, m, so that leaving out the cells behind the lens loses nothing seen. */
const CELL = 0.3;

/** A rectangle around `middle`, spanned by the half edges `u` and `v`; u × v points out. */
function face(into: Builder, middle: Vec3, u: Vec3, v: Vec3, normal: Vec3): void {
  const cells = (edge: Vec3) => Math.max(1, Math.ceil((2 * Math.hypot(...edge)) / CELL));
  const [columns, rows] = [cells(u), cells(v)];
  const first = into.positions.length / 3;
  for (let row = 0; row <= rows; row++) {
    for (let column = 0; column <= columns; column++) {
      const [i, j] = [(2 * column) / columns - 1, (2 * row) / rows - 1];
      const at = (axis: 0 | 1 | 2) => middle[axis] + i * u[axis] + j * v[axis];
      vertex(into, [at(0), at(1), at(2)], normal);
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const a = first + row * (columns + 1) + column;
      const above = a + columns + 1;
      into.triangles.push(a, a + 1, above + 1, a, above + 1, above);
    }
  }
}

/** The unit vector of an axis, times a length. */
const along = (axis: number, length: number): Vec3 => [
  axis === 0 ? length : 0,
  axis === 1 ? length : 0,
  axis === 2 ? length : 0,
];

function box(size: Vec3): Surface {
  const into = builder();
  for (const axis of [0, 1, 2] as const) {
    const [u, v] = [(axis + 1) % 3, (axis + 2) % 3];
    const [halfU, halfV] = [(size[u] ?? 0) / 2, (size[v] ?? 0) / 2];
    for (const side of [1, -1] as const) {
      face(
        into,
        along(axis, (side * size[axis]) / 2),
        along(u, halfU),
        along(v, side * halfV),
        along(axis, side),
      );
    }
  }
  return surfaceOf(into);
}

/** A shape around z from rings of (radius, height) and the (outward, upward) parts of their normals. */
function turned(rings: readonly (readonly [radius: number, z: number, out: number, up: number])[]): Surface {
  const into = builder();
  for (const [radius, z, out, up] of rings) {
    for (let i = 0; i <= AROUND; i++) {
      const angle = (2 * Math.PI * i) / AROUND;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      vertex(into, [radius * c, radius * s, z], [out * c, out * s, up]);
    }
  }
  for (let ring = 0; ring + 1 < rings.length; ring++) {
    for (let i = 0; i < AROUND; i++) {
      const a = ring * (AROUND + 1) + i;
      const above = a + AROUND + 1;
      into.triangles.push(a, a + 1, above + 1, a, above + 1, above);
    }
  }
  return surfaceOf(into);
}

function cylinder(radius: number, length: number): Surface {
  const h = length / 2;
  return turned([
    [0, -h, 0, -1],
    [radius, -h, 0, -1],
    [radius, -h, 1, 0],
    [radius, h, 1, 0],
    [radius, h, 0, 1],
    [0, h, 0, 1],
  ]);
}

/** A sphere (or with a length, a capsule) from the south pole to the north. */
function capsule(radius: number, length: number): Surface {
  const cap = (from: number, z: number) =>
    Array.from({ length: ALONG / 2 + 1 }, (_, i) => {
      const angle = from + (Math.PI * i) / ALONG;
      const [c, s] = [Math.cos(angle), Math.sin(angle)];
      return [radius * Math.max(0, c), z + radius * s, Math.max(0, c), s] as const;
    });
  return turned([...cap(-Math.PI / 2, -length / 2), ...cap(0, length / 2)]);
}

function ellipsoid(radii: Vec3): Surface {
  const ball = capsule(1, 0);
  const positions = ball.positions.map((value, i) => value * (radii[i % 3] ?? 1));
  const normals = ball.normals.slice();
  for (let i = 0; i < normals.length; i += 3) {
    const n = [0, 1, 2].map((axis) => (normals[i + axis] ?? 0) / (radii[axis] ?? 1));
    const size = Math.hypot(...n) || 1;
    n.forEach((value, axis) => void (normals[i + axis] = value / size));
  }
  return { positions, normals, triangles: ball.triangles };
}

/** A rectangle across z; SDF's planes of a ward are floors. */
function floor(normal: Vec3, [x, y]: readonly [number, number]): Surface {
  if (!(normal[2] > 0.99)) throw new Error(`a plane with normal ${normal.join(" ")}: expected 0 0 1`);
  const into = builder();
  face(into, [0, 0, 0], [x / 2, 0, 0], [0, y / 2, 0], [0, 0, 1]);
  return surfaceOf(into);
}

type Of<Kind extends Shape["kind"]> = Extract<Shape, { kind: Kind }>;
const SOLIDS: { readonly [Kind in Shape["kind"]]: (shape: Of<Kind>) => Surface } = {
  box: ({ size }) => box(size),
  cylinder: ({ radius, length }) => cylinder(radius, length),
  capsule: ({ radius, length }) => capsule(radius, length),
  sphere: ({ radius }) => capsule(radius, 0),
  ellipsoid: ({ radii }) => ellipsoid(radii),
  plane: ({ normal, size }) => floor(normal, size),
};

/**
 * The surface of a shape in its own frame.
 * @throws for a plane that is not a floor: none is drawn
 */
export function solid(shape: Shape): Surface {
  const draw = SOLIDS[shape.kind] as (shape: Shape) => Surface;
  return draw(shape);
}
