// Value noise in three dimensions, always the same: cloth, wood and skin are never of one colour.

const PERIOD = 32;
const TABLE = new Float32Array(PERIOD ** 3);
// The linear congruential generator of Numerical Recipes, seeded: the same table on every machine.
let state = 12345;
for (let i = 0; i < TABLE.length; i++) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  TABLE[i] = state / 2 ** 32;
}
const MASK = PERIOD - 1;
const at = (i: number): number => TABLE[i] ?? 0;
const ease = (t: number): number => t * t * (3 - 2 * t);

/** 0..1, smooth, repeating every 32 units along each axis. */
export function noise(x: number, y: number, z: number): number {
  const [fx, fy, fz] = [Math.floor(x), Math.floor(y), Math.floor(z)];
  const u = ease(x - fx);
  const v = ease(y - fy);
  const w = ease(z - fz);
  const x0 = fx & MASK;
  const x1 = (fx + 1) & MASK;
  const y0 = (fy & MASK) << 5;
  const y1 = ((fy + 1) & MASK) << 5;
  const z0 = (fz & MASK) << 10;
  const z1 = ((fz + 1) & MASK) << 10;
  const a = at(x0 | y0 | z0) + (at(x1 | y0 | z0) - at(x0 | y0 | z0)) * u;
  const b = at(x0 | y1 | z0) + (at(x1 | y1 | z0) - at(x0 | y1 | z0)) * u;
  const c = at(x0 | y0 | z1) + (at(x1 | y0 | z1) - at(x0 | y0 | z1)) * u;
  const d = at(x0 | y1 | z1) + (at(x1 | y1 | z1) - at(x0 | y1 | z1)) * u;
  const near = a + (b - a) * v;
  return near + (c + (d - c) * v - near) * w;
}
