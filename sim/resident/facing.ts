// Ahead and to the left of somebody who looks along a horizontal direction of the world.

/** Of unit length: x and y of the world. */
export type Ahead = readonly [x: number, y: number];

/** A horizontal vector of the world as [ahead, to the left]. */
export const seenFrom = ([c, s]: Ahead, [x = NaN, y = NaN]: readonly number[]) =>
  [c * x + s * y, c * y - s * x] as const;

/** rad, forward positive: how far a body's own z axis leans ahead of the vertical. `xquat` has 4 a body, w first. */
export function pitchOf(xquat: Float64Array, body: number, ahead: Ahead): number {
  const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(body * 4, body * 4 + 4);
  const [forward] = seenFrom(ahead, [2 * (w * y + x * z), 2 * (y * z - w * x)]);
  return Math.atan2(forward, 1 - 2 * (x ** 2 + y ** 2));
}
