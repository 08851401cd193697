// Soft shade where bodies are near each other or the floor: how much of the surrounding light reaches a point.
import type { Vec3 } from "../../core/frames.ts";
import type { Mesh, Occluder } from "./mesh.ts";

/** Balls further away than this do not count, m². */
const SKIN_REACH = 0.16;
const ROOM_REACH = 0.25;
/** How strongly balls darken: drawn by eye. */
const SKIN_STRENGTH = 1.3;
const ROOM_STRENGTH = 1.1;

/** A vertex turned away by more than this still borders on ones that are seen, m. */
const UNSEEN = 0.3;

/** Balls as x y z radius, flat for speed. */
export type Balls = Float64Array;
export const ballsOf = (occluders: readonly Occluder[]): Balls =>
  Float64Array.from(occluders.flatMap(({ x, y, z, radius }) => [x, y, z, radius]));

/**
 * Sets the openness of a body's vertices from its own balls and the floor; a ball that a vertex lies on is left out.
 * Vertices that the eye cannot see are left open.
 */
export function openSkin({ positions, normals, openness }: Mesh, balls: Balls, eye: Vec3): void {
  for (let v = 0, i = 0; v < openness.length; v++, i += 3) {
    const x = positions[i] as number;
    const y = positions[i + 1] as number;
    const z = positions[i + 2] as number;
    const nx = normals[i] as number;
    const ny = normals[i + 1] as number;
    const nz = normals[i + 2] as number;
    if ((eye[0] - x) * nx + (eye[1] - y) * ny + (eye[2] - z) * nz < -UNSEEN) {
      openness[v] = 1; // never what it was: a picture depends on its own poses only
      continue;
    }
    let shade = nz < 0 ? -nz * 0.45 * Math.max(0, 1 - 2.5 * Math.max(0, z)) : 0;
    for (let k = 0; k < balls.length; k += 4) {
      const dx = (balls[k] as number) - x;
      const dy = (balls[k + 1] as number) - y;
      const dz = (balls[k + 2] as number) - z;
      const facing = dx * nx + dy * ny + dz * nz;
      if (facing <= 0) continue;
      const square = dx * dx + dy * dy + dz * dz;
      const radius = balls[k + 3] as number;
      const area = radius * radius;
      if (square < SKIN_REACH && square > area * 1.7) shade += (facing * area) / (square * Math.sqrt(square));
    }
    openness[v] = 1 / (1 + SKIN_STRENGTH * shade);
  }
}

/** The openness of one point of the room. */
export function openAt(
  balls: Balls,
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
): number {
  let shade = 0;
  for (let k = 0; k < balls.length; k += 4) {
    const dx = (balls[k] as number) - x;
    const dy = (balls[k + 1] as number) - y;
    const dz = (balls[k + 2] as number) - z;
    const facing = dx * nx + dy * ny + dz * nz;
    const square = dx * dx + dy * dy + dz * dz;
    if (square > ROOM_REACH || facing <= 0) continue;
    const radius = balls[k + 3] as number;
    const area = radius * radius;
    const far = Math.max(square, area);
    shade += (facing * area) / (far * Math.sqrt(far));
  }
  return 1 / (1 + ROOM_STRENGTH * shade);
}

/** A ball around all balls, with the reach of their shade: outside it every point is open. */
export function reachOf(balls: Balls): { x: number; y: number; z: number; squared: number } {
  const count = balls.length / 4;
  const middle = [0, 0, 0];
  for (let k = 0; k < balls.length; k++) {
    if (k % 4 < 3) middle[k % 4] = (middle[k % 4] ?? 0) + (balls[k] as number) / count;
  }
  const [x = 0, y = 0, z = 0] = middle;
  let reach = 0;
  for (let k = 0; k < balls.length; k += 4) {
    const far = Math.hypot(
      (balls[k] as number) - x,
      (balls[k + 1] as number) - y,
      (balls[k + 2] as number) - z,
    );
    reach = Math.max(reach, far);
  }
  return { x, y, z, squared: count === 0 ? 0 : (reach + Math.sqrt(ROOM_REACH)) ** 2 };
}
