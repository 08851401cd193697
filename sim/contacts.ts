// Contacts between robot and resident by body region (ISO/TS 15066), told apart into support and accident; seat force.
import type { Vec3 } from "../core/frames.ts";
import { newtons, type Newtons } from "../core/units.ts";
import type { Simulation } from "./mujoco/simulation.ts";
import { touchReader, type Touch } from "./mujoco/touch.ts";
import { bodyName } from "./mujoco/mjcf.ts";
import type { Model, Scene } from "./sdf/model.ts";
import { rotate } from "./sdf/pose.ts";

export const REGIONS = [
  "head",
  "face",
  "neck",
  "back_shoulder",
  "chest",
  "abdomen",
  "pelvis",
  "upper_arm",
  "forearm",
  "hand",
  "thigh",
  "lower_leg",
] as const;
type Region = (typeof REGIONS)[number];

interface BodyTouch {
  readonly region: Region;
  /** The robot's link. */
  readonly link: string;
  readonly force: Newtons;
  /** The force on the resident is upward, N. */
  readonly upward: Newtons;
  /** Where, m, and the unit normal from the robot to the resident, in the robot's base_link. */
  readonly point: Vec3;
  readonly normal: Vec3;
  /** False when a support pad touches a region it may support. */
  readonly unintended: boolean;
}
export interface Touched {
  readonly contacts: readonly BodyTouch[];
  /** Vertical force of all pads on the resident. */
  readonly padForce: Newtons;
  readonly seatForce: Newtons;
}

/** Where a pad may bear a person: under the arms, which is the upper arm and the side of the shoulders and back. */
const SUPPORTED: ReadonlySet<Region> = new Set(["back_shoulder", "upper_arm"]);
/** On the ribs, contact further forward than this share of their half depth is on the chest, not the flank or back. */
const CHEST_FRONT = 0.85;

const BY_SOLID: Readonly<Record<string, Region>> = {
  head: "head",
  neck: "neck",
  abdomen: "abdomen",
  shoulders: "back_shoulder",
  pelvis: "pelvis",
  upper_arm: "upper_arm",
  forearm: "forearm",
  hand: "hand",
  thigh: "thigh",
  shank: "lower_leg",
  sole: "lower_leg",
};

interface Surface {
  readonly model: string;
  readonly link: string;
  readonly solid: string;
  readonly body: number;
  /** Half of the solid's depth along x, m. */
  readonly halfDepth: number;
  readonly support: boolean;
}

const ROBOT = "transfer_robot";

/** Reads every contact with the resident that the robot of this name, or the seat, has. */
export function contactReader(sim: Simulation, scene: Scene, robot = ROBOT): () => Touched {
  const { matters, tell } = touchTeller(sim, scene, robot);
  const read = touchReader(sim, matters);
  return () => tell(read());
}

/** Which contacts are with the resident, and what they are; of MuJoCo's own, or told by another physics by the same geoms. */
export function touchTeller(
  sim: Simulation,
  scene: Scene,
  robot = ROBOT,
): {
  readonly matters: (first: number, second: number) => boolean;
  readonly tell: (touches: readonly Touch[]) => Touched;
} {
  const surfaces = scene.models.flatMap((model) => surfacesOf(sim, model));
  const bySurface = new Map(surfaces);
  const about = (geom: number) => bySurface.get(geom);
  const base = sim.index("mjOBJ_BODY", bodyName(robot, "base_link"));
  const resident = (geom: number) => about(geom)?.model === "resident";
  const other = (geom: number) => about(geom)?.model === robot || about(geom)?.solid === "seat";

  const tell = (touches: readonly Touch[]): Touched => {
    let [pads, seat] = [0, 0];
    const contacts: BodyTouch[] = [];
    for (const touch of touches) {
      const flipped = resident(touch.first);
      const [person, thing] = flipped
        ? [about(touch.first), about(touch.second)]
        : [about(touch.second), about(touch.first)];
      if (!person || !thing) continue;
      const upward = newtons((flipped ? -1 : 1) * touch.force[2]);
      if (thing.solid === "seat") {
        seat += upward;
        continue;
      }
      const region = regionOf(sim, person, touch);
      const intended = thing.support && SUPPORTED.has(region);
      if (thing.support) pads += upward;
      contacts.push({
        region,
        link: thing.link,
        force: newtons(Math.hypot(...touch.force)),
        upward,
        point: inBody(sim, base, touch.point, true),
        normal: inBody(sim, base, flipped ? opposite(touch.normal) : touch.normal, false),
        unintended: !intended,
      });
    }
    return { contacts, padForce: newtons(pads), seatForce: newtons(seat) };
  };
  return { matters: (a, b) => (resident(a) && other(b)) || (resident(b) && other(a)), tell };
}

function surfacesOf(sim: Simulation, model: Model): [number, Surface][] {
  return model.links.flatMap((link) => {
    const supports = new Set(link.sensors.flatMap((one) => (one.kind === "contact" ? [one.collision] : [])));
    const body = sim.index("mjOBJ_BODY", bodyName(model.name, link.name));
    return link.collisions.map(({ name, shape }): [number, Surface] => {
      const halfDepth =
        shape.kind === "box" ? shape.size[0] / 2 : shape.kind === "ellipsoid" ? shape.radii[0] : 0;
      const geom = sim.index("mjOBJ_GEOM", `${bodyName(model.name, link.name)}/${name}`);
      return [
        geom,
        { model: model.name, link: link.name, solid: name, body, halfDepth, support: supports.has(name) },
      ];
    });
  });
}

function regionOf(sim: Simulation, person: Surface, touch: Touch): Region {
  const plain = BY_SOLID[person.solid];
  if (plain !== undefined && plain !== "head") return plain;
  const forward = forwardOf(sim, person.body, touch.point);
  if (plain === "head") return forward > FACE_FRONT * person.halfDepth ? "face" : "head";
  return forward > CHEST_FRONT * person.halfDepth ? "chest" : "back_shoulder";
}

/** How far a point of the world lies forward of a body's origin, along the body's own x, m. */
const forwardOf = (sim: Simulation, body: number, point: Touch["point"]): number =>
  inBody(sim, body, point, true)[0];

/** A point of the world, or a direction, as a body sees it. */
function inBody(sim: Simulation, body: number, of: Vec3, isPoint: boolean): Vec3 {
  const { xpos, xquat } = sim.views();
  const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(body * 4, body * 4 + 4);
  const [ox = NaN, oy = NaN, oz = NaN] = isPoint ? xpos.subarray(body * 3, body * 3 + 3) : [0, 0, 0];
  return rotate([-x, -y, -z, w], [of[0] - ox, of[1] - oy, of[2] - oz]);
}

const opposite = ([x, y, z]: Vec3): Vec3 => [-x, -y, -z];

/** The face is the front of the head beyond this share of its half depth. */
const FACE_FRONT = 0.5;
