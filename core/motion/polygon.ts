// Polygons on the floor: whether a point lies inside, and where the nearest point of the outline is.

/** Corners in order, counter-clockwise: x, y, x, y … in metres, in base_link. */
export type Polygon = Float64Array;

export const polygon = (...corners: readonly (readonly [x: number, y: number])[]): Polygon =>
  Float64Array.from(corners.flat());

/** A polygon whose sides are along x or y, grown by `margin` on every side. */
export function grown(of: Polygon, margin: number): Polygon {
  const count = of.length / 2;
  return of.map((value, place) => {
    const corner = Math.floor(place / 2);
    const other = place % 2 === 0 ? 1 : 0;
    // the side of this corner that runs along the other coordinate is the one that moves this coordinate
    const before = side(of, (corner + count - 1) % count);
    const after = side(of, corner);
    const moved = before[other] !== 0 ? before : after;
    const outward = other === 1 ? Math.sign(moved[1]) : -Math.sign(moved[0]);
    return value + outward * margin;
  });
}

/** From a corner to the next. */
function side(of: Polygon, corner: number): readonly [x: number, y: number] {
  const [from, to] = [2 * corner, (2 * corner + 2) % of.length];
  return [(of[to] ?? NaN) - (of[from] ?? NaN), (of[to + 1] ?? NaN) - (of[from + 1] ?? NaN)];
}

/** Whether the point lies inside: a ray to the right crosses the outline an odd number of times. */
export function contains(of: Polygon, x: number, y: number): boolean {
  let inside = false;
  let [px, py] = [of[of.length - 2] ?? NaN, of[of.length - 1] ?? NaN];
  for (let at = 0; at < of.length; at += 2) {
    const [qx, qy] = [of[at] ?? NaN, of[at + 1] ?? NaN];
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
    [px, py] = [qx, qy];
  }
  return inside;
}

/** Where the outline comes nearest to a point: written to, so that a thousand points cost no memory. */
export interface Nearest {
  x: number;
  y: number;
  /** m² */
  squared: number;
  /** outward normal of that side */
  nx: number;
  ny: number;
}

export const nowhere = (): Nearest => ({ x: NaN, y: NaN, squared: Infinity, nx: NaN, ny: NaN });

/** Writes the nearest point of the outline into `found`. */
export function nearestOf(of: Polygon, x: number, y: number, found: Nearest): void {
  found.squared = Infinity;
  let [px, py] = [of[of.length - 2] ?? NaN, of[of.length - 1] ?? NaN];
  for (let at = 0; at < of.length; at += 2) {
    const [qx, qy] = [of[at] ?? NaN, of[at + 1] ?? NaN];
    const [sx, sy] = [qx - px, qy - py];
    const length = sx * sx + sy * sy;
    const along = Math.max(0, Math.min(1, ((x - px) * sx + (y - py) * sy) / length));
    const [cx, cy] = [px + along * sx, py + along * sy];
    const squared = (x - cx) * (x - cx) + (y - cy) * (y - cy);
    if (squared < found.squared) {
      [found.x, found.y, found.squared] = [cx, cy, squared];
      [found.nx, found.ny] = [sy / Math.sqrt(length), -sx / Math.sqrt(length)];
    }
    [px, py] = [qx, qy];
  }
}
