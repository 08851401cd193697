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
  /** Remembers a point that never moves; its light is then asked for by number. */
  watch(x: number, y: number, z: number, bias: number): number;
  /** The light of a watched point from what never moves, and with what moves. */
  fixedLight(point: number): number;
  watchedLight(point: number): number;
  /** Can what moves shade this point in this frame? */
  mayShade(point: number): boolean;
}

/**
 * @param towards unit vector to the lamp, which is far away
 * @param centre of the lit part of the room that the map covers; outside it nothing is in shade
 */
export function shadowMap(towards: Vec3, centre: Vec3): Shadows {
  const [lx, ly, lz] = towards;
  const flat = Math.hypot(lx, ly);
  const [rx, ry] = flat > 0 ? [-ly / flat, lx / flat] : [0, -1]; // a lamp straight above has no side

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
    return seen;
  };
  /** Where on the map this frame's moving meshes are, with a pixel to spare. */
  const moved = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  const widen = ({ x, y }: Projected): void => {
    for (let v = 0; v < x.length; v++) {
      moved.left = Math.min(moved.left, (x[v] as number) - 2);
      moved.right = Math.max(moved.right, (x[v] as number) + 1);
      moved.top = Math.min(moved.top, (y[v] as number) - 2);
      moved.bottom = Math.max(moved.bottom, (y[v] as number) + 1);
    }
  };
  const lightIn = (map: Float32Array, at: number, fu: number, fv: number, own: number): number => {
    const upper = ((map[at] as number) <= own ? 1 - fu : 0) + ((map[at + 1] as number) <= own ? fu : 0);
    const lower =
      ((map[at + SIZE] as number) <= own ? 1 - fu : 0) + ((map[at + SIZE + 1] as number) <= own ? fu : 0);
    return upper * (1 - fv) + lower * fv;
  };
  const inside = (u: number, v: number): boolean => Math.min(u, v) >= 0 && Math.max(u, v) < SIZE - 2;
  const light = (x: number, y: number, z: number, bias: number): number => {
    const u = across(x, y) - 0.5;
    const v = down(x, y, z) - 0.5;
    if (!inside(u, v)) return 1;
    const column = Math.floor(u);
    const row = Math.floor(v);
    return lightIn(depth, row * SIZE + column, u - column, v - row, x * lx + y * ly + z * lz + bias);
  };
  const watched = { u: [] as number[], v: [] as number[], own: [] as number[] };
  const watch = (x: number, y: number, z: number, bias: number): number => {
    watched.u.push(across(x, y) - 0.5);
    watched.v.push(down(x, y, z) - 0.5);
    watched.own.push(x * lx + y * ly + z * lz + bias);
    return watched.u.length - 1;
  };
  const watchedIn = (map: Float32Array, point: number): number => {
    const u = watched.u[point] as number;
    const v = watched.v[point] as number;
    if (!inside(u, v)) return 1;
    const column = Math.floor(u);
    const row = Math.floor(v);
    return lightIn(map, row * SIZE + column, u - column, v - row, watched.own[point] as number);
  };
  const mayShade = (point: number): boolean => {
    const u = watched.u[point] as number;
    const v = watched.v[point] as number;
    return u > moved.left && u < moved.right && v > moved.top && v < moved.bottom;
  };
  return {
    addFixed: (mesh) => void draw(fixed, mesh),
    clear: () => {
      depth.set(fixed);
      moved.left = moved.top = Infinity;
      moved.right = moved.bottom = -Infinity;
    },
    add: (mesh) => widen(draw(depth, mesh)),
    light,
    watch,
    fixedLight: (point) => watchedIn(fixed, point),
    watchedLight: (point) => watchedIn(depth, point),
    mayShade,
  };
}
