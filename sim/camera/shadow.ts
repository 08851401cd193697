// The shadow map: what the lamp sees, so that the rest is in shade.
import type { Vec3 } from "../../core/frames.ts";
import { fillDepth, projected } from "./raster.ts";
import type { Projected } from "./raster.ts";
import type { Mesh } from "./mesh.ts";

/** Pixels of the map, and half of its width in the room [m]: 13 mm a pixel, about that of the picture at 2 m. */
const SIZE = 288;
const HALF_WIDTH = 1.9;
const UNLIT = -1e9;

export interface Shadows {
  /** Keeps what never moves, drawn once. */
  addFixed(mesh: Pick<Mesh, "positions" | "triangles">): void;
  /** Starts a new frame from what never moves. */
  clear(): void;
  add(mesh: Pick<Mesh, "positions" | "triangles">): void;
  /** 0 in full shade to 1 in full light, of a point lifted off its surface by `bias` metres; soft over two pixels. */
  light(x: number, y: number, z: number, bias: number): number;
  /** The same from what never moves only. */
  fixedLight(x: number, y: number, z: number, bias: number): number;
}

/**
 * @param towards unit vector to the lamp, which is far away
 * @param centre of the lit part of the room that the map covers; outside it nothing is in shade
 */
export function shadowMap(towards: Vec3, centre: Vec3): Shadows {
  const [lx, ly, lz] = towards;
  const flat = Math.hypot(lx, ly) || 1;
  const [rx, ry] = [-ly / flat, lx / flat];
  // down = right × towards, so that x, y run as in a picture taken from the lamp
  const [dx, dy, dz] = [ry * lz, -rx * lz, rx * ly - ry * lx];
  const scale = SIZE / 2 / HALF_WIDTH;
  const offset = SIZE / 2;
  const fixed = new Float32Array(SIZE * SIZE).fill(UNLIT);
  const depth = new Float32Array(SIZE * SIZE).fill(UNLIT);
  const scratch = new Map<number, Projected>();
  const across = (x: number, y: number) => offset + scale * ((x - centre[0]) * rx + (y - centre[1]) * ry);
  const down = (x: number, y: number, z: number) =>
    offset + scale * ((x - centre[0]) * dx + (y - centre[1]) * dy + (z - centre[2]) * dz);

  const draw = (into: Float32Array, { positions, triangles }: Pick<Mesh, "positions" | "triangles">) => {
    const count = positions.length / 3;
    const seen = scratch.get(count) ?? projected(count);
    scratch.set(count, seen);
    for (let v = 0, i = 0; v < count; v++, i += 3) {
      const x = positions[i] as number;
      const y = positions[i + 1] as number;
      const z = positions[i + 2] as number;
      seen.x[v] = across(x, y);
      seen.y[v] = down(x, y, z);
      seen.depth[v] = x * lx + y * ly + z * lz;
    }
    fillDepth({ width: SIZE, height: SIZE, depth: into }, seen, triangles);
  };
  const sample = (map: Float32Array, x: number, y: number, z: number, bias: number): number => {
    const u = across(x, y) - 0.5;
    const v = down(x, y, z) - 0.5;
    if (!(Math.min(u, v) >= 0 && Math.max(u, v) < SIZE - 2)) return 1;
    const own = x * lx + y * ly + z * lz + bias;
    const column = Math.floor(u);
    const row = Math.floor(v);
    const [fu, fv] = [u - column, v - row];
    const at = row * SIZE + column;
    const lit = (i: number) => ((map[at + i] as number) <= own ? 1 : 0);
    const upper = lit(0) * (1 - fu) + lit(1) * fu;
    const lower = lit(SIZE) * (1 - fu) + lit(SIZE + 1) * fu;
    return upper * (1 - fv) + lower * fv;
  };
  return {
    addFixed: (mesh) => draw(fixed, mesh),
    clear: () => depth.set(fixed),
    add: (mesh) => draw(depth, mesh),
    light: (x, y, z, bias) => sample(depth, x, y, z, bias),
    fixedLight: (x, y, z, bias) => sample(fixed, x, y, z, bias),
  };
}
