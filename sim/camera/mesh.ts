// What the renderer draws: triangles in the room, with the place on the resting body that each point is painted by.
import type { Paint } from "./paint.ts";

export interface Mesh {
  /** x y z of each vertex in the map, m; changes as the body moves. */
  readonly positions: Float32Array;
  /** Unit normals in the map. */
  readonly normals: Float32Array;
  /** Where each vertex is on the unmoved body, for its paint. */
  readonly rest: Float32Array;
  /** Three vertices each, anticlockwise from outside. */
  readonly triangles: Uint32Array;
  /** 0..1, how much light from around reaches each vertex. */
  readonly openness: Float32Array;
  /** Fills `paint` for a point of the resting body near `vertex`. */
  paint(paint: Paint, vertex: number, x: number, y: number, z: number): void;
}

/** A ball that takes light from what is near it: centre in the map and radius, m. */
export interface Occluder {
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly radius: number;
}
