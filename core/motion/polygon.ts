// Polygons on the floor: whether a point lies inside, and where the nearest point of the outline is.

/** Corners in order, counter-clockwise: x, y, x, y … in metres, in base_link. */
export type Polygon = Float64Array;

export const polygon = (...corners: readonly (readonly [x: number, y: number])[]): Polygon =>
  Float64Array.from(corners.flat());

/** The smallest box around it. */
export function boxOf(of: Polygon) {
  const [xs, ys] = [of.filter((_, place) => place % 2 === 0), of.filter((_, place) => place % 2 === 1)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    bottom: Math.min(...ys),
    top: Math.max(...ys),
  };
}

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
  let px = read(of, of.length - 2);
  let py = read(of, of.length - 1);
  for (let at = 0; at < of.length; at += 2) {
    const qx = read(of, at);
    const qy = read(of, at + 1);
    if (qy > y !== py > y && x < ((px - qx) * (y - qy)) / (py - qy) + qx) inside = !inside;
    px = qx;
    py = qy;
  }
  return inside;
}

const read = (of: Polygon, place: number): number => of[place] ?? NaN;

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
  let least = Infinity;
  let px = read(of, of.length - 2);
  let py = read(of, of.length - 1);
  for (let at = 0; at < of.length; at += 2) {
    const sx = read(of, at) - px;
    const sy = read(of, at + 1) - py;
    const length = sx * sx + sy * sy;
    const along = Math.max(0, Math.min(1, ((x - px) * sx + (y - py) * sy) / length));
    const dx = x - px - along * sx;
    const dy = y - py - along * sy;
    const squared = dx * dx + dy * dy;
    if (squared < least) {
      least = squared;
      found.x = px + along * sx;
      found.y = py + along * sy;
      found.nx = sy / Math.sqrt(length);
      found.ny = -sx / Math.sqrt(length);
    }
    px += sx;
    py += sy;
  }
  found.squared = least;
}

type Corner = readonly [x: number, y: number];

/** The convex hull of points x, y, counter-clockwise (Andrew 1979); fewer than three corners have no inside. */
export function hullOf(points: readonly Corner[]): Polygon {
  const sorted = points.toSorted(([ax, ay], [bx, by]) => ax - bx || ay - by);
  const half = (of: readonly Corner[]) => {
    const chain: Corner[] = [];
    for (const point of of) {
      while (!turnsLeft(chain, point)) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return polygon(...half(sorted), ...half(sorted.toReversed()));
}

/** Whether the way of a chain's last two corners goes on to the left; before there are two it may go anywhere. */
function turnsLeft(chain: readonly Corner[], [cx, cy]: Corner): boolean {
  const [a, b] = chain.slice(-2);
  if (a === undefined || b === undefined) return true;
  return (b[0] - a[0]) * (cy - a[1]) - (b[1] - a[1]) * (cx - a[0]) > 0;
}
