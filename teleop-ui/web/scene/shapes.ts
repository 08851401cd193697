// SDF shapes as three.js meshes.
import {
  BoxGeometry,
  CapsuleGeometry,
  CylinderGeometry,
  DoubleSide,
  Group,
  Mesh,
  MeshLambertMaterial,
  PlaneGeometry,
  SphereGeometry,
  type BufferGeometry,
} from "three";
import { Y_TO_Z } from "./axes.ts";
import type { VisualLink, VisualPart, VisualShape } from "./visuals.ts";

const ROUND = 20; // segments of a circle: smooth at the size of a tablet
const HALF_ROUND = 6;
/** Walls are higher and thinner than anything else in a ward: they are drawn as glass, to see into the room. */
const WALL_HEIGHT = 2; // m
const WALL_THICKNESS = 0.2; // m
const GLASS = 0.12;

const MAKE: {
  readonly [K in VisualShape["kind"]]: (shape: Extract<VisualShape, { kind: K }>) => BufferGeometry;
} = {
  box: ({ size }) => new BoxGeometry(...size),
  cylinder: ({ radius, length }) =>
    new CylinderGeometry(radius, radius, length, ROUND).applyQuaternion(Y_TO_Z),
  capsule: ({ radius, length }) =>
    new CapsuleGeometry(radius, length, HALF_ROUND, ROUND).applyQuaternion(Y_TO_Z),
  sphere: ({ radius }) => new SphereGeometry(radius, ROUND, ROUND),
  ellipsoid: ({ radii }) => new SphereGeometry(1, ROUND, ROUND).scale(...radii),
  plane: ({ size }) => new PlaneGeometry(...size),
};
const geometryOf = (shape: VisualShape) =>
  (MAKE[shape.kind] as (shape: VisualShape) => BufferGeometry)(shape);

const isWall = (shape: VisualShape) =>
  shape.kind === "box" &&
  shape.size[2] > WALL_HEIGHT &&
  Math.min(shape.size[0], shape.size[1]) < WALL_THICKNESS;

function meshOf({ pose, shape, colour: [red, green, blue, alpha] }: VisualPart): Mesh {
  const wall = isWall(shape);
  const opacity = wall ? GLASS : alpha;
  const material = new MeshLambertMaterial({ opacity, transparent: opacity < 1, depthWrite: opacity === 1 });
  material.color.setRGB(red, green, blue, "srgb");
  if (shape.kind === "plane") material.side = DoubleSide;
  const mesh = new Mesh(geometryOf(shape), material);
  mesh.position.set(...pose.position);
  mesh.quaternion.set(...pose.rotation);
  return mesh;
}

/** A link with its parts, in the link's frame. */
export function groupOf(link: VisualLink): Group {
  const group = new Group();
  group.add(...link.visuals.map(meshOf));
  return group;
}
