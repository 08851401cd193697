// Makes the mesh of one person, once: skin, head, hands and shoes, each vertex with the bones that carry it.
import type { Vec3 } from "../../../core/frames.ts";
import { surfaceNets } from "../surface-nets.ts";
import type { Surface } from "../surface-nets.ts";
import { boneIndex } from "./bones.ts";
import type { Bone } from "./bones.ts";
import type { Part } from "./clothes-paint.ts";
import { hand, head, shoe } from "./extremities.ts";
import type { Extremity } from "./extremities.ts";
import type { Figure } from "./figure.ts";
import { bodyBlobs, partAt, unionOf } from "./trunk.ts";
import { CARRIERS, skinWeights } from "./weights.ts";

/** Vertex spacing on the reference person, m: at 2.4 m a pixel of the ward's camera is 1 cm wide, and noses need more. */
const SKIN_STEP = 0.026;
const FINE_STEP = 0.012;
const SHOE_STEP = 0.016;

export interface BodyMesh {
  readonly surface: Surface;
  readonly parts: readonly Part[];
  /** Four bones a vertex, the strongest first, and their weights. */
  readonly bones: Uint8Array;
  readonly weights: Float32Array;
  /** Vertices from here on are in the frame of their one bone; those before are on the resting body. */
  readonly rigidFrom: number;
}

interface Piece {
  readonly surface: Surface;
  readonly part: (p: Vec3) => Part;
  readonly carriers: (p: Vec3) => readonly { bone: number; weight: number }[];
}

function skin(figure: Figure): Piece {
  const { size, girth, stature } = figure;
  const blobs = bodyBlobs(figure);
  const wide = Math.max(size, girth);
  const low: Vec3 = [-0.24 * wide, -0.85 * wide, 0.03 * stature];
  const high: Vec3 = [0.24 * wide, 0.85 * wide, 0.94 * stature];
  return {
    surface: surfaceNets(unionOf(blobs, size), low, high, SKIN_STEP * size),
    part: (p) => partAt(blobs, p),
    carriers: skinWeights(figure),
  };
}

function rigid({ size }: Figure, bone: Bone, part: Part, shape: Extremity, step: number): Piece {
  const grown = (v: Vec3): Vec3 => [v[0] * size, v[1] * size, v[2] * size];
  const distance = ([x, y, z]: Vec3) => shape.distance([x / size, y / size, z / size]) * size;
  const carriers = [{ bone: boneIndex(bone), weight: 1 }];
  return {
    surface: surfaceNets(distance, grown(shape.low), grown(shape.high), step * size),
    part: () => part,
    carriers: () => carriers,
  };
}

/** A few tenths of a second of work. */
export function bodyMesh(figure: Figure): BodyMesh {
  const pieces = [
    skin(figure),
    rigid(figure, "head", "head", head, FINE_STEP),
    rigid(figure, "left_hand", "hand", hand(1), FINE_STEP),
    rigid(figure, "right_hand", "hand", hand(-1), FINE_STEP),
    rigid(figure, "left_foot", "shoe", shoe(1), SHOE_STEP),
    rigid(figure, "right_foot", "shoe", shoe(-1), SHOE_STEP),
  ];
  const count = pieces.reduce((sum, { surface }) => sum + surface.positions.length, 0) / 3;
  const corners = pieces.reduce((sum, { surface }) => sum + surface.triangles.length, 0);
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const triangles = new Uint32Array(corners);
  const bones = new Uint8Array(count * CARRIERS);
  const weights = new Float32Array(count * CARRIERS);
  const parts: Part[] = [];
  let corner = 0;
  for (const { surface, part, carriers } of pieces) {
    const first = parts.length;
    positions.set(surface.positions, first * 3);
    normals.set(surface.normals, first * 3);
    for (const vertex of surface.triangles) triangles[corner++] = vertex + first;
    for (let i = 0; i < surface.positions.length; i += 3) {
      const p: Vec3 = [
        surface.positions[i] ?? 0,
        surface.positions[i + 1] ?? 0,
        surface.positions[i + 2] ?? 0,
      ];
      for (const [k, { bone, weight }] of carriers(p).entries()) {
        bones[parts.length * CARRIERS + k] = bone;
        weights[parts.length * CARRIERS + k] = weight;
      }
      parts.push(part(p));
    }
  }
  const rigidFrom = (pieces[0]?.surface.positions.length ?? 0) / 3;
  return { surface: { positions, normals, triangles }, parts, bones, weights, rigidFrom };
}
