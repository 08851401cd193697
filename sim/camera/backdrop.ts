// The part of the picture that never changes: drawn once, kept with what is needed to lay new shadows on it.
import { fragment, sampleSurface } from "./fragment.ts";
import type { Lens } from "./lens.ts";
import { project } from "./lens.ts";
import { exposed, LIGHT } from "./light.ts";
import type { Mesh } from "./mesh.ts";
import { openAt, reachOf } from "./openness.ts";
import type { Balls } from "./openness.ts";
import { fillPixels, projected } from "./raster.ts";
import type { Shadows } from "./shadow.ts";

/** Lifts a point of the room off its surface, so that it does not shade itself, m. */
const BIAS = 0.03;
/** Where nothing is drawn. */
const EMPTY = 120;

export interface Region {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export interface Backdrop {
  readonly rgba: Uint8ClampedArray;
  /** 1 / distance along the view, 0 where nothing is. */
  readonly depth: Float32Array;
  /** Lays this frame's shadows on the pixels of a region that nothing covers (`covered` is -1 there). */
  shade(into: Uint8ClampedArray, covered: Int32Array, region: Region, shadows: Shadows, balls: Balls): void;
}

export function drawBackdrop(lens: Lens, mesh: Mesh, shadows: Shadows): Backdrop {
  const { width, height } = lens;
  const count = width * height;
  const seen = projected(mesh.positions.length / 3);
  project(lens, mesh.positions, seen);
  const depth = new Float32Array(count);
  const triangle = new Int32Array(count).fill(-1);
  const [first, second] = [new Float32Array(count), new Float32Array(count)];
  fillPixels({ width, height, depth, triangle, first, second }, seen, mesh.triangles, 0);

  const rgba = new Uint8ClampedArray(count * 4).fill(EMPTY);
  const around = new Float32Array(count * 3);
  const direct = new Float32Array(count * 3);
  const points = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const lit = new Float32Array(count);
  const watched = new Int32Array(count);
  const expose = (into: Uint8ClampedArray, at: number, openness: number, light: number): void => {
    for (let channel = 0; channel < 3; channel++) {
      const i = at * 3 + channel;
      into[at * 4 + channel] = exposed((around[i] as number) * openness + (direct[i] as number) * light);
    }
  };
  const f = fragment();
  for (let at = 0; at < count; at++) {
    rgba[at * 4 + 3] = 255;
    const index = triangle[at] as number;
    if (index < 0) continue;
    sampleSurface(mesh, seen, index, first[at] as number, second[at] as number, f);
    const facing = Math.max(0, f.nx * LIGHT.towards[0] + f.ny * LIGHT.towards[1] + f.nz * LIGHT.towards[2]);
    const upward = f.nz * 0.5 + 0.5;
    const colour = [f.red, f.green, f.blue];
    for (let channel = 0; channel < 3; channel++) {
      const paint = colour[channel] ?? 0;
      const [low, high] = [LIGHT.below[channel] ?? 0, LIGHT.above[channel] ?? 0];
      around[at * 3 + channel] = paint * (low + (high - low) * upward);
      direct[at * 3 + channel] = paint * (LIGHT.lamp[channel] ?? 0) * facing;
    }
    points.set([f.x, f.y, f.z], at * 3);
    normals.set([f.nx, f.ny, f.nz], at * 3);
    watched[at] = shadows.watch(f.x + f.nx * BIAS, f.y + f.ny * BIAS, f.z + f.nz * BIAS, BIAS);
    lit[at] = facing > 0 ? shadows.fixedLight(watched[at] as number) : 0;
    expose(rgba, at, 1, lit[at] as number);
  }

  /** How open each 2 × 2 block is, by its upper left pixel: soft shade needs no finer. */
  const open = new Float32Array(count);
  const openBlocks = ({ left, right, top, bottom }: Region, balls: Balls): void => {
    const reach = reachOf(balls);
    for (let y = top & ~1; y <= bottom; y += 2) {
      for (let x = left & ~1; x <= right; x += 2) {
        const at = y * width + x;
        const i = at * 3;
        const px = points[i] as number;
        const py = points[i + 1] as number;
        const pz = points[i + 2] as number;
        const dx = px - reach.x;
        const dy = py - reach.y;
        const dz = pz - reach.z;
        const near = dx * dx + dy * dy + dz * dz < reach.squared;
        const nx = normals[i] as number;
        const ny = normals[i + 1] as number;
        open[at] = near ? openAt(balls, px, py, pz, nx, ny, normals[i + 2] as number) : 1;
      }
    }
  };

  const shade: Backdrop["shade"] = (into, covered, region, moving, balls) => {
    openBlocks(region, balls);
    for (let y = region.top; y <= region.bottom; y++) {
      for (let x = region.left; x <= region.right; x++) {
        const at = y * width + x;
        if ((covered[at] as number) >= 0 || (depth[at] as number) === 0) continue;
        const before = lit[at] as number;
        const point = watched[at] as number;
        const light =
          before > 0 && moving.mayShade(point) ? Math.min(before, moving.watchedLight(point)) : before;
        const openness = open[(y & ~1) * width + (x & ~1)] as number;
        if (light !== before || openness < 0.995) expose(into, at, openness, light);
      }
    }
  };
  return { rgba, depth, shade };
}
