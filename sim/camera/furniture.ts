// Meshes of the SDF visuals: one for all that never moves, one for each moving link.
import type { Vec3 } from "../../core/frames.ts";
import type { Link, Model, Pose, Rgba } from "../sdf/model.ts";
import { compose } from "../sdf/pose.ts";
import { affineOf } from "./affine.ts";
import type { Affine } from "./affine.ts";
import type { Mesh } from "./mesh.ts";
import { noise } from "./noise.ts";
import type { Paint } from "./paint.ts";
import { solid } from "./solids.ts";
import type { Surface } from "./surface-nets.ts";

/** A painted surface in the frame it is given in. */
interface Piece {
  readonly surface: Surface;
  readonly place: Affine;
  readonly colour: Rgba;
}

/** Writes `surface` moved by `m` into `positions` and `normals` from vertex `first` on. */
function moveInto(
  surface: Surface,
  m: Affine,
  positions: Float32Array,
  normals: Float32Array,
  first: number,
): void {
  for (let i = 0; i < surface.positions.length; i += 3) {
    const o = first * 3 + i;
    const x = surface.positions[i] as number;
    const y = surface.positions[i + 1] as number;
    const z = surface.positions[i + 2] as number;
    const nx = surface.normals[i] as number;
    const ny = surface.normals[i + 1] as number;
    const nz = surface.normals[i + 2] as number;
    for (let row = 0; row < 3; row++) {
      const a = m[4 * row] as number;
      const b = m[4 * row + 1] as number;
      const c = m[4 * row + 2] as number;
      positions[o + row] = a * x + b * y + c * z + (m[4 * row + 3] as number);
      normals[o + row] = a * nx + b * ny + c * nz;
    }
  }
}

/** SDF colours are as a designer sees them (sRGB); light is added in linear ones. */
const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
/** Nothing in a ward is of one colour: two sizes of grain, a few per cent. */
const grain = (x: number, y: number, z: number): number =>
  (0.95 + 0.1 * noise(x * 6 + 40, y * 6 + 40, z * 6 + 40)) *
  (0.97 + 0.06 * noise(x * 45 + 60, y * 45 + 60, z * 45 + 60));

function meshOf(pieces: readonly Piece[]): Mesh {
  const count = pieces.reduce((sum, { surface }) => sum + surface.positions.length / 3, 0);
  const corners = pieces.reduce((sum, { surface }) => sum + surface.triangles.length, 0);
  const positions = new Float32Array(count * 3);
  const normals = new Float32Array(count * 3);
  const colours = new Float32Array(count * 3);
  const triangles = new Uint32Array(corners);
  let [vertex, corner] = [0, 0];
  for (const { surface, place, colour } of pieces) {
    moveInto(surface, place, positions, normals, vertex);
    for (const index of surface.triangles) triangles[corner++] = index + vertex;
    const rgb = [linear(colour[0]), linear(colour[1]), linear(colour[2])];
    for (let i = 0; i < surface.positions.length; i += 3) {
      colours.set(rgb, vertex * 3);
      vertex++;
    }
  }
  const paint = (into: Paint, v: number, x: number, y: number, z: number): void => {
    const shade = grain(x, y, z);
    into.red = (colours[v * 3] as number) * shade;
    into.green = (colours[v * 3 + 1] as number) * shade;
    into.blue = (colours[v * 3 + 2] as number) * shade;
    into.gloss = 0.05;
    into.creases = 0;
  };
  return {
    positions,
    normals,
    rest: positions.slice(),
    triangles,
    openness: new Float32Array(count).fill(1),
    paint,
  };
}

const affine = ({ position, rotation }: Pose): Affine => affineOf(position, rotation);

/** The visuals of a link whose frame stands at `at`. */
const pieces = (link: Link, at: Pose): Piece[] =>
  link.visuals.map(({ shape, pose, colour }) => ({
    surface: solid(shape),
    place: affine(compose(at, pose)),
    colour,
  }));

/** All fixed models as one mesh in the map. */
export const fixedMesh = (models: readonly Model[]): Mesh =>
  meshOf(
    models.flatMap((model) => model.links.flatMap((link) => pieces(link, compose(model.pose, link.pose)))),
  );

export interface MovingLink {
  /** "model/link", as in the link poses. */
  readonly name: string;
  readonly mesh: Mesh;
  place(position: Vec3, rotation: Pose["rotation"]): void;
}

/** The links of a model that have something to show, each to be placed by its pose. */
export function movingLinks(model: Model): readonly MovingLink[] {
  const still: Pose = { position: [0, 0, 0], rotation: [0, 0, 0, 1] };
  return model.links
    .filter(({ visuals }) => visuals.length > 0)
    .map((link) => {
      const mesh = meshOf(pieces(link, still));
      const surface: Surface = {
        positions: mesh.rest,
        normals: mesh.normals.slice(),
        triangles: mesh.triangles,
      };
      return {
        name: `${model.name}/${link.name}`,
        mesh,
        place: (position, rotation) =>
          moveInto(surface, affineOf(position, rotation), mesh.positions, mesh.normals, 0),
      };
    });
}
