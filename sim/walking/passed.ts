// How hard a robot touches people who pass.
import { newtons, type Newtons } from "../../core/units.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { touchReader } from "../mujoco/touch.ts";
import type { Scene } from "../sdf/model.ts";
import type { Bystander } from "./bystanders.ts";

/** The largest force of now between any part of the robot and any of these people, N; 0 while none is touched. */
export function passedReader(
  sim: Simulation,
  scene: Scene,
  robot: string,
  people: readonly Pick<Bystander, "name">[],
): () => Newtons {
  if (people.length === 0) return () => newtons(0);
  const geomsOf = (names: readonly string[]) =>
    new Set(
      scene.models
        .filter(({ name }) => names.includes(name))
        .flatMap(({ name, links }) =>
          links.flatMap((link) =>
            link.collisions.map((one) => sim.index("mjOBJ_GEOM", `${bodyName(name, link.name)}/${one.name}`)),
          ),
        ),
    );
  const [passing, machine] = [geomsOf(people.map(({ name }) => name)), geomsOf([robot])];
  const read = touchReader(
    sim,
    (a, b) => (passing.has(a) && machine.has(b)) || (passing.has(b) && machine.has(a)),
  );
  return () => newtons(Math.max(0, ...read().map(({ force }) => Math.hypot(...force))));
}
