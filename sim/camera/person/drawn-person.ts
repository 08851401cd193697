// The person as the renderer draws them: moves the skin with the bones (linear blend skinning) and says what shades them.
import type { Vec3 } from "../../../core/frames.ts";
import type { Kilograms, Metres } from "../../../core/units.ts";
import { apply, inverse, multiply } from "../affine.ts";
import type { Mesh, Occluder } from "../mesh.ts";
import { openSkin } from "../openness.ts";
import type { Balls } from "../openness.ts";
import { bodyMesh } from "./body-mesh.ts";
import { BONES } from "./bones.ts";
import type { Bone, BoneMap } from "./bones.ts";
import { clothesPainter } from "./clothes-paint.ts";
import { figure } from "./figure.ts";
import { CARRIERS } from "./weights.ts";

/** Balls inside the body for soft shadow: bone, centre in its frame and radius, m on the reference person. */
const TRUNK_BALLS: readonly (readonly [Bone, number, number, number, number])[] = [
  ["pelvis", -0.01, 0.05, -0.02, 0.12],
  ["pelvis", -0.01, -0.05, -0.02, 0.12],
  ["spine", 0, 0, 0.05, 0.13],
  ["thorax", 0, 0.05, 0.23, 0.12],
  ["thorax", 0, -0.05, 0.23, 0.12],
  ["head", 0.01, 0, 0.19, 0.1],
];
const limbBalls = (side: "left" | "right"): typeof TRUNK_BALLS => [
  [`${side}_upper_arm`, 0, 0, -0.15, 0.05],
  [`${side}_forearm`, 0, 0, -0.1, 0.04],
  [`${side}_hand`, 0, 0, -0.07, 0.045],
  [`${side}_thigh`, 0, 0, -0.12, 0.085],
  [`${side}_thigh`, 0, 0, -0.28, 0.075],
  [`${side}_shank`, 0, 0, 0, 0.065],
  [`${side}_shank`, 0, 0, -0.13, 0.06],
  [`${side}_shank`, 0, 0, -0.28, 0.055],
  [`${side}_foot`, 0, 0, -0.02, 0.05],
  [`${side}_foot`, 0.09, 0, -0.035, 0.045],
];
const BALLS = [...TRUNK_BALLS, ...limbBalls("left"), ...limbBalls("right")];

export interface DrawnPerson {
  readonly mesh: Mesh;
  /** Puts the mesh where the bones are; returns the balls that shade what is near. */
  pose(bones: BoneMap): readonly Occluder[];
  /** Lets the body shade itself where the eye can see it, after `pose`. */
  shade(balls: Balls, eye: Vec3): void;
}

/** Prepares a person; a few tenths of a second, once for each resident. */
export function drawPerson(stature: Metres, bodyMass: Kilograms): DrawnPerson {
  const shape = figure(stature, bodyMass);
  const { surface, parts, bones, weights, rigidFrom } = bodyMesh(shape);
  const rest = surface.positions;
  const count = parts.length;
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const fromRest = BONES.map((bone) => inverse(shape.rest[bone]));
  const skinning = new Float64Array(BONES.length * 12);
  const rigid = new Float64Array(BONES.length * 12);
  const painter = clothesPainter(shape);

  /** The matrix of one vertex, blended from its bones' into `m`. */
  const m = new Float64Array(12);
  const blend = (vertex: number): void => {
    const from = vertex < rigidFrom ? skinning : rigid;
    m.fill(0);
    for (let k = vertex * CARRIERS; k < (vertex + 1) * CARRIERS; k++) {
      const weight = weights[k] as number;
      if (weight === 0) break;
      const base = (bones[k] as number) * 12;
      for (let i = 0; i < 12; i++) m[i] = (m[i] as number) + weight * (from[base + i] as number);
    }
  };
  const move = (vertex: number): void => {
    const o = vertex * 3;
    const x = rest[o] as number;
    const y = rest[o + 1] as number;
    const z = rest[o + 2] as number;
    const nx = surface.normals[o] as number;
    const ny = surface.normals[o + 1] as number;
    const nz = surface.normals[o + 2] as number;
    for (let row = 0; row < 3; row++) {
      const a = m[4 * row] as number;
      const b = m[4 * row + 1] as number;
      const c = m[4 * row + 2] as number;
      positions[o + row] = a * x + b * y + c * z + (m[4 * row + 3] as number);
      normals[o + row] = a * nx + b * ny + c * nz;
    }
  };
  const pose = (placed: BoneMap): readonly Occluder[] => {
    for (const [index, bone] of BONES.entries()) {
      const matrix = placed[bone];
      rigid.set(matrix, index * 12);
      skinning.set(multiply(matrix, fromRest[index] ?? matrix), index * 12);
    }
    for (let vertex = 0; vertex < count; vertex++) {
      blend(vertex);
      move(vertex);
    }
    return BALLS.map(([bone, bx, by, bz, radius]) => {
      const s = shape.size;
      const [x, y, z] = apply(placed[bone], [bx * s, by * s, bz * s]);
      return { x, y, z, radius: radius * s };
    });
  };
  const mesh: Mesh = {
    positions,
    normals,
    rest,
    triangles: surface.triangles,
    openness: new Float32Array(count).fill(1),
    paint: (paint, vertex, x, y, z) => painter(paint, parts[vertex] ?? "torso", x, y, z),
  };
  return { mesh, pose, shade: (balls, eye) => openSkin(mesh, balls, eye) };
}
