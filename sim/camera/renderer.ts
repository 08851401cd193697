// Draws one frame of the ward: the kept backdrop, the robot and the person over it, their shadows on everything.
import { drawBackdrop } from "./backdrop.ts";
import type { Region } from "./backdrop.ts";
import { fragment, sampleSurface } from "./fragment.ts";
import type { Fragment } from "./fragment.ts";
import type { Lens } from "./lens.ts";
import { project } from "./lens.ts";
import { exposed, LIGHT } from "./light.ts";
import type { Mesh } from "./mesh.ts";
import type { Balls } from "./openness.ts";
import { fillPixels, projected } from "./raster.ts";
import type { Projected } from "./raster.ts";
import { shadowMap } from "./shadow.ts";
import { fill } from "./veil.ts";
import type { Vec3 } from "../../core/frames.ts";

/** Lifts a point of a body off its surface, and what that leaves for the map's coarseness, m. */
const LIFT = 0.012;
const BIAS = 0.022;
/** Shadows reach beyond what casts them by this share of its width and height in the picture, and these pixels. */
const BESIDE = 0.35;
const BELOW = 0.25;
const MARGIN = 16;

export interface Renderer {
  /**
   * Draws the meshes where they are now.
   * @param balls what softly shades the room around the person
   * @param veiled is drawn as nothing but a filled shape
   * @returns width × height × 4 bytes, the same buffer every time
   */
  draw(meshes: readonly Mesh[], balls: Balls, veiled?: Mesh): Uint8ClampedArray;
}

interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** The part of the picture that the projected vertices are in, in pixels; may lie outside of it. */
function boxOf({ x, y, depth }: Projected): Box {
  const box = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (let v = 0; v < x.length; v++) {
    if ((depth[v] as number) <= 0) continue;
    const px = x[v] as number;
    const py = y[v] as number;
    if (px < box.left) box.left = px;
    if (px > box.right) box.right = px;
    if (py < box.top) box.top = py;
    if (py > box.bottom) box.bottom = py;
  }
  return box;
}

const within = ({ left, right, top, bottom }: Box, { width, height }: Lens): Region => ({
  left: Math.max(0, Math.floor(left)),
  right: Math.min(width - 1, Math.ceil(right)),
  top: Math.max(0, Math.floor(top)),
  bottom: Math.min(height - 1, Math.ceil(bottom)),
});

/** The pixels that the bodies in these boxes, or their shadows, can touch. */
function touched(boxes: readonly Box[], lens: Lens): Region {
  const left = Math.min(...boxes.map((box) => box.left));
  const right = Math.max(...boxes.map((box) => box.right));
  const top = Math.min(...boxes.map((box) => box.top));
  const bottom = Math.max(...boxes.map((box) => box.bottom));
  const beside = (right - left) * BESIDE + MARGIN;
  const below = (bottom - top) * BELOW + MARGIN;
  return within(
    { left: left - beside, right: right + beside, top: top - MARGIN, bottom: bottom + below },
    lens,
  );
}

/** The glint of a glossy surface (Blinn-Phong, exponent 16) towards the eye. */
function glint(f: Fragment, eye: Vec3): number {
  const vx = eye[0] - f.x;
  const vy = eye[1] - f.y;
  const vz = eye[2] - f.z;
  const away = 1 / Math.sqrt(vx * vx + vy * vy + vz * vz);
  const hx = vx * away + LIGHT.towards[0];
  const hy = vy * away + LIGHT.towards[1];
  const hz = vz * away + LIGHT.towards[2];
  const facing = (f.nx * hx + f.ny * hy + f.nz * hz) / Math.sqrt(hx * hx + hy * hy + hz * hz);
  if (!(facing > 0)) return 0;
  const second = facing * facing;
  const fourth = second * second;
  const eighth = fourth * fourth;
  return eighth * eighth * f.gloss * 1.2;
}

/**
 * @param fixed everything that never moves
 * @param stage the middle of where bodies move; shadows are drawn around it
 */
export function renderer(lens: Lens, fixed: Mesh, stage: Vec3): Renderer {
  const shadows = shadowMap(LIGHT.towards, stage);
  shadows.addFixed(fixed);
  const backdrop = drawBackdrop(lens, fixed, shadows);
  const count = lens.width * lens.height;
  const rgba = new Uint8ClampedArray(count * 4);
  const target = {
    width: lens.width,
    height: lens.height,
    depth: new Float32Array(count),
    triangle: new Int32Array(count),
    first: new Float32Array(count),
    second: new Float32Array(count),
  };
  const views = new WeakMap<Mesh, Projected>();
  const viewOf = (mesh: Mesh): Projected => {
    const view = views.get(mesh) ?? projected(mesh.positions.length / 3);
    views.set(mesh, view);
    project(lens, mesh.positions, view);
    return view;
  };
  const f = fragment();

  const shadePixel = (at: number): void => {
    const facing = f.nx * LIGHT.towards[0] + f.ny * LIGHT.towards[1] + f.nz * LIGHT.towards[2];
    const light =
      facing > 0 ? shadows.light(f.x + f.nx * LIFT, f.y + f.ny * LIFT, f.z + f.nz * LIFT, BIAS) : 0;
    const gloss = light > 0 && f.gloss > 0.03 ? glint(f, lens.eye) * light : 0;
    const direct = Math.max(0, facing) * light;
    const upward = f.nz * 0.5 + 0.5;
    const { lamp, above, below } = LIGHT;
    const lit = (paint: number, channel: 0 | 1 | 2): number => {
      const around = (below[channel] + (above[channel] - below[channel]) * upward) * f.openness;
      return exposed(paint * (around + lamp[channel] * direct) + gloss);
    };
    rgba[at * 4] = lit(f.red, 0);
    rgba[at * 4 + 1] = lit(f.green, 1);
    rgba[at * 4 + 2] = lit(f.blue, 2);
  };

  /** Shades, or veils, the pixels of the region that show one mesh, whose triangles are numbered from `base`. */
  const shadeMesh = (mesh: Mesh, view: Projected, base: number, region: Region, isVeiled: boolean): void => {
    const end = base + mesh.triangles.length / 3;
    for (let y = region.top; y <= region.bottom; y++) {
      for (let at = y * lens.width + region.left, last = y * lens.width + region.right; at <= last; at++) {
        const id = target.triangle[at] as number;
        if (id < base || id >= end) continue;
        if (isVeiled) {
          fill(rgba, at);
          continue;
        }
        sampleSurface(mesh, view, id - base, target.first[at] as number, target.second[at] as number, f);
        shadePixel(at);
      }
    }
  };

  const draw: Renderer["draw"] = (meshes, balls, veiled) => {
    target.depth.set(backdrop.depth);
    target.triangle.fill(-1);
    rgba.set(backdrop.rgba);
    shadows.clear();
    let base = 0;
    const drawn = meshes.map((mesh) => {
      const view = viewOf(mesh);
      const one = { mesh, view, base, box: boxOf(view) };
      fillPixels(target, view, mesh.triangles, base);
      shadows.add(mesh);
      base += mesh.triangles.length / 3;
      return one;
    });
    const boxes = drawn.map(({ box }) => box);
    backdrop.shade(rgba, target.triangle, touched(boxes, lens), shadows, balls);
    for (const { mesh, view, base: first, box } of drawn)
      shadeMesh(mesh, view, first, within(box, lens), mesh === veiled);
    return rgba;
  };
  return { draw };
}
