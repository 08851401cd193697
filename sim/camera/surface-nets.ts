// Turns a signed distance into triangles (naive surface nets, Gibson 1998), once for each body.
import type { Vec3 } from "../../core/frames.ts";
import { clamp } from "./distance.ts";
import type { Distance } from "./distance.ts";

export interface Surface {
  /** x y z of each vertex, m. */
  readonly positions: Float32Array;
  /** Unit normals, outward. */
  readonly normals: Float32Array;
  /** Three vertices each, anticlockwise from outside. */
  readonly triangles: Uint32Array;
}

interface Grid {
  readonly counts: readonly [number, number, number];
  readonly low: Vec3;
  readonly step: number;
  readonly values: Float32Array;
}

function sample(distance: Distance, low: Vec3, high: Vec3, step: number): Grid {
  const count = (axis: 0 | 1 | 2) => Math.ceil((high[axis] - low[axis]) / step) + 1;
  const counts = [count(0), count(1), count(2)] as const;
  const values = new Float32Array(counts[0] * counts[1] * counts[2]);
  let i = 0;
  for (let z = 0; z < counts[2]; z++) {
    for (let y = 0; y < counts[1]; y++) {
      for (let x = 0; x < counts[0]; x++) {
        values[i++] = distance([low[0] + x * step, low[1] + y * step, low[2] + z * step]);
      }
    }
  }
  return { counts, low, step, values };
}

/** The twelve edges of a cell as pairs of corners; bit 0, 1, 2 of a corner is its x, y, z. */
const EDGES = [0, 1, 2, 3, 4, 5, 6, 7].flatMap((corner) =>
  [1, 2, 4].filter((bit) => (corner & bit) === 0).map((bit) => [corner, corner | bit] as const),
);

/** The middle of where the surface crosses the edges of one cell, in cell units; undefined when it does not. */
function crossing(corners: Float32Array): Vec3 | undefined {
  let [x, y, z, crossed] = [0, 0, 0, 0];
  for (const [from, to] of EDGES) {
    const a = corners[from] ?? 0;
    const b = corners[to] ?? 0;
    if (a < 0 === b < 0) continue;
    const t = a / (a - b);
    x += (from & 1) + t * ((to & 1) - (from & 1));
    y += ((from >> 1) & 1) + t * (((to >> 1) & 1) - ((from >> 1) & 1));
    z += (from >> 2) + t * ((to >> 2) - (from >> 2));
    crossed++;
  }
  return crossed === 0 ? undefined : [x / crossed, y / crossed, z / crossed];
}

/** One vertex in every cell that the surface passes; `ids` tells which. */
function placeVertices({ counts: [nx, ny, nz], low, step, values }: Grid) {
  const ids = new Int32Array(values.length).fill(-1);
  const positions: number[] = [];
  const corners = new Float32Array(8);
  for (let z = 0; z < nz - 1; z++) {
    for (let y = 0; y < ny - 1; y++) {
      for (let x = 0; x < nx - 1; x++) {
        const base = x + nx * (y + ny * z);
        for (let corner = 0; corner < 8; corner++) {
          const at = base + (corner & 1) + nx * (((corner >> 1) & 1) + ny * (corner >> 2));
          corners[corner] = values[at] ?? 0;
        }
        const middle = crossing(corners);
        if (middle === undefined) continue;
        ids[base] = positions.length / 3;
        positions.push(
          low[0] + (x + middle[0]) * step,
          low[1] + (y + middle[1]) * step,
          low[2] + (z + middle[2]) * step,
        );
      }
    }
  }
  return { ids, positions };
}

/** Two triangles for every grid edge that the surface crosses, from the four cells around it. */
function joinCells({ counts: [nx, ny, nz], values }: Grid, ids: Int32Array): number[] {
  const triangles: number[] = [];
  const steps = [1, nx, nx * ny] as const;
  const join = (cell: number, u: number, v: number, outward: boolean) => {
    const [a = -1, b = -1, c = -1, d = -1] = [cell - u - v, cell - v, cell, cell - u].map((at) => ids[at]);
    if (Math.min(a, b, c, d) < 0) return;
    triangles.push(...(outward ? [a, b, c, a, c, d] : [a, c, b, a, d, c]));
  };
  const joinAround = (cell: number) => {
    const inside = (values[cell] ?? 0) < 0;
    for (let axis = 0; axis < 3; axis++) {
      const next = values[cell + (steps[axis] ?? 1)] ?? 0;
      if (inside !== next < 0) join(cell, steps[(axis + 1) % 3] ?? 1, steps[(axis + 2) % 3] ?? 1, inside);
    }
  };
  for (let z = 1; z < nz - 1; z++) {
    for (let y = 1; y < ny - 1; y++) {
      for (let x = 1; x < nx - 1; x++) joinAround(x + nx * (y + ny * z));
    }
  }
  return triangles;
}

/** Moves each vertex onto the surface, at most half a step, and gives its normal: the distance's own slope. */
function settle(distance: Distance, positions: Float32Array, step: number): Float32Array {
  const normals = new Float32Array(positions.length);
  const e = step * 0.35;
  for (let i = 0; i < positions.length; i += 3) {
    const [x, y, z] = [positions[i] ?? 0, positions[i + 1] ?? 0, positions[i + 2] ?? 0];
    const slope = [
      distance([x + e, y, z]) - distance([x - e, y, z]),
      distance([x, y + e, z]) - distance([x, y - e, z]),
      distance([x, y, z + e]) - distance([x, y, z - e]),
    ];
    const size = Math.hypot(...slope) || 1;
    const off = clamp((distance([x, y, z]) * 2 * e) / size, -step / 2, step / 2);
    for (let axis = 0; axis < 3; axis++) {
      const normal = (slope[axis] ?? 0) / size;
      normals[i + axis] = normal;
      positions[i + axis] = (positions[i + axis] ?? 0) - normal * off;
    }
  }
  return normals;
}

/** The surface of `distance` inside the box, with vertices about one `step` apart [m]. */
export function surfaceNets(distance: Distance, low: Vec3, high: Vec3, step: number): Surface {
  const grid = sample(distance, low, high, step);
  const { ids, positions } = placeVertices(grid);
  const settled = new Float32Array(positions);
  const normals = settle(distance, settled, step);
  return { positions: settled, normals, triangles: new Uint32Array(joinCells(grid, ids)) };
}
