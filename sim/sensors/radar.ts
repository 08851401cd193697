// A presence radar (FMCW, 60 GHz): range and bearing of the people in its cone, through blankets and mattresses, not through walls.
import type { Vec3 } from "../../core/frames.ts";
import type { RadarPresence } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import { degrees, metres, radians, type Metres, type Radians } from "../../core/units.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import { rayProbe } from "../mujoco/rays.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { Pose, Scene } from "../sdf/model.ts";
import { conjugate, rotate } from "../sdf/pose.ts";
import { poseOfBody } from "./placed.ts";

/** Hz */
const RATE = 10;
/** c / 2B with the 4 GHz that a 60 GHz chip sweeps. */
const RANGE_BIN = 0.0375;
/** The parts of a person that reflect enough to be found [D]. */
const REFLECTING = ["thorax", "pelvis", "head"];
/** Collisions of cloth and foam, which millimetre waves pass; a blanket is only seen, and hides nothing anyway. */
const TRANSPARENT: ReadonlySet<string> = new Set(["mattress", "pillow", "blanket", "cushion"]);
/** Solids that a ray is followed through at most; a step into one, m. */
const MOST_LAYERS = 6;
const INTO = 1e-4;

export interface RadarMount {
  readonly name: string;
  /** In the world: it looks along its x, with z up. */
  readonly pose: Pose;
  readonly fieldOfView: Radians;
  readonly range: Metres;
}
/** As modules for wards have: 120° wide, 5 m far [D]. */
export const WARD_RADAR = { fieldOfView: degrees(120), range: metres(5) } as const;

/** A radar that looks for these models. Throws when one of them is not in the scene. */
export function radar(
  sim: Simulation,
  scene: Scene,
  people: readonly string[],
  mount: RadarMount,
): { readonly rate: number; read(stamp: Stamp): RadarPresence } {
  const probe = rayProbe(sim);
  const geoms = geomsOf(sim, scene);
  const targets = people.map((person) => {
    const model = scene.models.find(({ name }) => name === person);
    if (model === undefined) throw new Error(`${scene.name}: expected a model "${person}"`);
    const parts = model.links.filter(({ name }) => REFLECTING.includes(name));
    return {
      person,
      bodies: parts.map(({ name }) => sim.index("mjOBJ_BODY", bodyName(person, name))),
    };
  });
  const eye = mount.pose.position;
  const seenFrom = conjugate(mount.pose.rotation);

  /** How far the person is when the waves come to them; undefined when something holds these up. */
  function reached(person: string, direction: Vec3, distance: number): number | undefined {
    let gone = 0;
    for (let layer = 0; layer < MOST_LAYERS; layer++) {
      const from: Vec3 = [
        eye[0] + direction[0] * gone,
        eye[1] + direction[1] * gone,
        eye[2] + direction[2] * gone,
      ];
      const hit = probe(from, direction, distance + 1 - gone);
      if (hit === undefined) return undefined;
      gone += hit.distance;
      const { model, solid } = geoms.get(hit.geom) ?? { model: "", solid: "" };
      if (model === person) return gone;
      if (!TRANSPARENT.has(solid)) return undefined;
      gone += INTO;
    }
    return undefined;
  }
  function look(person: string, body: number) {
    const { position } = poseOfBody(sim, body);
    const way: Vec3 = [position[0] - eye[0], position[1] - eye[1], position[2] - eye[2]];
    const distance = Math.hypot(...way);
    const [x, y, z] = rotate(seenFrom, way);
    const isInCone = Math.atan2(Math.hypot(y, z), x) <= mount.fieldOfView / 2 && distance <= mount.range;
    if (!isInCone) return [];
    const range = reached(person, [way[0] / distance, way[1] / distance, way[2] / distance], distance);
    return range === undefined ? [] : [{ range, bearing: Math.atan2(y, x) }];
  }
  return {
    rate: RATE,
    read(stamp) {
      const seen = targets
        .flatMap(({ person, bodies }) => {
          const parts = bodies.flatMap((body) => look(person, body));
          return parts.toSorted((a, b) => a.range - b.range).slice(0, 1);
        })
        .toSorted((a, b) => a.range - b.range);
      return {
        header: { stamp, frame_id: mount.name },
        present: seen.length > 0,
        field_of_view: mount.fieldOfView,
        max_range: mount.range,
        ranges: seen.map(({ range }) => metres(Math.round(range / RANGE_BIN) * RANGE_BIN)),
        bearings: seen.map(({ bearing }) => radians(bearing)),
      };
    },
  };
}

const geomsOf = (sim: Simulation, scene: Scene) =>
  new Map(
    scene.models.flatMap((model) =>
      model.links.flatMap((link) =>
        link.collisions.map(
          ({ name }) =>
            [
              sim.index("mjOBJ_GEOM", `${bodyName(model.name, link.name)}/${name}`),
              { model: model.name, solid: name },
            ] as const,
        ),
      ),
    ),
  );
