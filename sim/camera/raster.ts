// Fills triangles into a depth buffer, and remembers for each pixel which triangle is nearest and where in it.

/** Rows from the top. A larger depth is nearer: 1/z for a lens, the coordinate towards the light for a shadow map. */
export interface DepthTarget {
  readonly width: number;
  readonly height: number;
  readonly depth: Float32Array;
}
export interface PixelTarget extends DepthTarget {
  /** The triangle's number, -1 where there is none. */
  readonly triangle: Int32Array;
  /** Weights of the triangle's first and second vertex, on the screen. */
  readonly first: Float32Array;
  readonly second: Float32Array;
}

/** Projected vertices: pixels across and down, and depth as the target measures it; a depth of 0 is not drawn. */
export interface Projected {
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly depth: Float32Array;
}

export const projected = (count: number): Projected => ({
  x: new Float32Array(count),
  y: new Float32Array(count),
  depth: new Float32Array(count),
});

/** A pixel's edge belongs to both triangles that share it: better twice than a hole. */
const EDGE = -1e-5;

/**
 * Draws the triangles that face the viewer (anticlockwise in the room is clockwise in pixel rows).
 * @param base added to the triangle's number in `target`, so that several meshes share one target
 */
export function fillPixels(target: PixelTarget, from: Projected, triangles: Uint32Array, base: number): void {
  const { width, height, depth, triangle: ids, first, second } = target;
  const { x: X, y: Y, depth: Z } = from;
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t] as number;
    const b = triangles[t + 1] as number;
    const c = triangles[t + 2] as number;
    const ax = X[a] as number;
    const ay = Y[a] as number;
    const az = Z[a] as number;
    const bx = X[b] as number;
    const by = Y[b] as number;
    const bz = Z[b] as number;
    const cx = X[c] as number;
    const cy = Y[c] as number;
    const cz = Z[c] as number;
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (!(area < 0) || Math.min(az, bz, cz) <= 0) continue;
    const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
    const right = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
    const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
    const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
    const ux = (by - cy) / area;
    const uy = (cx - bx) / area;
    const vx = (cy - ay) / area;
    const vy = (ax - cx) / area;
    for (let y = top; y <= bottom; y++) {
      let u = (left + 0.5 - cx) * ux + (y + 0.5 - cy) * uy;
      let v = (left + 0.5 - cx) * vx + (y + 0.5 - cy) * vy;
      for (let at = y * width + left, end = y * width + right; at <= end; at++) {
        const z = u * az + v * bz + (1 - u - v) * cz;
        if (Math.min(u, v, 1 - u - v) >= EDGE && z > (depth[at] as number)) {
          depth[at] = z;
          ids[at] = base + t / 3;
          first[at] = u;
          second[at] = v;
        }
        u += ux;
        v += vx;
      }
    }
  }
}

/** Depth only, for a shadow map; the same faces as `fillPixels` when its y runs down too. */
export function fillDepth(target: DepthTarget, from: Projected, triangles: Uint32Array): void {
  const { width, height, depth } = target;
  const { x: X, y: Y, depth: Z } = from;
  for (let t = 0; t < triangles.length; t += 3) {
    const a = triangles[t] as number;
    const b = triangles[t + 1] as number;
    const c = triangles[t + 2] as number;
    const ax = X[a] as number;
    const ay = Y[a] as number;
    const az = Z[a] as number;
    const bx = X[b] as number;
    const by = Y[b] as number;
    const bz = Z[b] as number;
    const cx = X[c] as number;
    const cy = Y[c] as number;
    const cz = Z[c] as number;
    const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
    if (!(area < 0)) continue;
    const left = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5));
    const right = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
    const top = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5));
    const bottom = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
    const ux = (by - cy) / area;
    const uy = (cx - bx) / area;
    const vx = (cy - ay) / area;
    const vy = (ax - cx) / area;
    for (let y = top; y <= bottom; y++) {
      let u = (left + 0.5 - cx) * ux + (y + 0.5 - cy) * uy;
      let v = (left + 0.5 - cx) * vx + (y + 0.5 - cy) * vy;
      for (let at = y * width + left, end = y * width + right; at <= end; at++) {
        const z = u * az + v * bz + (1 - u - v) * cz;
        if (Math.min(u, v, 1 - u - v) >= EDGE && z > (depth[at] as number)) depth[at] = z;
        u += ux;
        v += vx;
      }
    }
  }
}
