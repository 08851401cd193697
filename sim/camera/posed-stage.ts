// What stands before the cameras: the scene's meshes and the resident, put where the link poses say, once for all cameras.
import type { Quat, Vec3 } from "../../core/frames.ts";
import type { LinkPoses, Pose as PoseMessage } from "../../core/messages.ts";
import type { Kilograms, Metres } from "../../core/units.ts";
import type { Model, Pose, Scene } from "../sdf/model.ts";
import { fixedMesh, movingLinks } from "./furniture.ts";
import type { Mesh } from "./mesh.ts";
import { ballsOf, type Balls } from "./openness.ts";
import { posedBones } from "./person/bones.ts";
import { drawPerson, type DrawnPerson } from "./person/drawn-person.ts";

/** The model whose links carry the drawn person. */
const RESIDENT = "resident";

export interface SeenPerson {
  readonly stature: Metres;
  readonly bodyMass: Kilograms;
}
export interface Posed {
  readonly meshes: readonly Mesh[];
  /** The resident and what softly shades the room around them; nobody while a pose of theirs is missing. */
  readonly person: DrawnPerson | undefined;
  readonly balls: Balls;
  /** Where each link is that was told of, by "model/link". */
  readonly at: ReadonlyMap<string, Pose>;
}
export interface PosedStage {
  /** Everything that never moves. */
  readonly fixed: Mesh;
  /** The middle of where bodies move. */
  readonly middle: Vec3;
  /** Puts everything in its place; the same message again costs nothing. */
  pose(poses: LinkPoses): Posed;
}

const positionOf = ({ position: { x, y, z } }: PoseMessage): Vec3 => [x, y, z];
const rotationOf = ({ orientation: { x, y, z, w } }: PoseMessage): Quat => [x, y, z, w];
const moves = (model: Model): boolean => !model.fixed && model.name !== RESIDENT;
const NO_BALLS: Balls = new Float64Array(0);

/** Models the person, which takes a few tenths of a second; without one nobody is drawn. */
export function posedStage(scene: Scene, look: SeenPerson | undefined): PosedStage {
  const resident = scene.models.find(({ name }) => name === RESIDENT);
  const links = scene.models.filter(moves).flatMap(movingLinks);
  const drawn = resident && look ? drawPerson(look.stature, look.bodyMass) : undefined;
  let last: { readonly of: LinkPoses; readonly posed: Posed } | undefined;

  function place(poses: LinkPoses): Posed {
    const told = new Map(poses.names.map((name, i) => [name, poses.poses[i]]));
    const at = new Map<string, Pose>();
    for (const [name, pose] of told)
      if (pose !== undefined) at.set(name, { position: positionOf(pose), rotation: rotationOf(pose) });
    const placed = links.filter((link) => {
      const found = at.get(link.name);
      if (found !== undefined) link.place(found.position, found.rotation);
      return found !== undefined;
    });
    const bones = posedBones((bone) => told.get(`${RESIDENT}/${bone}`));
    const person = bones === undefined ? undefined : drawn;
    return {
      meshes: placed.map(({ mesh }) => mesh),
      person,
      balls: person && bones ? ballsOf(person.pose(bones)) : NO_BALLS,
      at,
    };
  }
  return {
    fixed: fixedMesh(scene.models.filter(({ fixed }) => fixed)),
    middle: resident?.pose.position ?? [0, 0, 0],
    pose(poses) {
      if (last?.of !== poses) last = { of: poses, posed: place(poses) };
      return last.posed;
    },
  };
}
