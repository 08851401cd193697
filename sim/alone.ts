// The ward with one person in it and no robot: what they do alone, what pushes them, and how they fall.
import type { Vec3 } from "../core/frames.ts";
import { metres, seconds, type Seconds } from "../core/units.ts";
import type { Engine } from "./mujoco/engine.ts";
import { axisName, bodyName, toMjcf } from "./mujoco/mjcf.ts";
import { Simulation } from "./mujoco/simulation.ts";
import { createPerson, type Person } from "./resident/alone/person.ts";
import { bodyMotors } from "./resident/muscles.ts";
import { connect } from "./resident/nerves.ts";
import type { ResidentParameters } from "./resident/parameters.ts";
import { postureModel } from "./resident/posture.ts";
import type { Scene } from "./sdf/model.ts";
import { chairSeat, readWard } from "./ward.ts";
import { ROBOT, TICK } from "./world.ts";

/** On the chair; or standing on the open floor, where there is room to fall on every side, brought there at this speed. */
export type Start =
  { readonly on: "chair" } | { readonly on: "floor"; /** Forward, m/s. */ readonly speed: number };

export interface Alone {
  readonly scene: Scene;
  readonly sim: Simulation;
  readonly resident: ResidentParameters;
  readonly person: Person;
  time(): Seconds;
  /** A force on the chest, N in the world, from now until it is changed. The person faces +x, +y is to their left. */
  push(force: Vec3): void;
  /** Advances by one tick. Throws when the physics is unstable. */
  tick(): void;
  delete(): void;
}

/** The ankles of who stands on the open floor of our ward: more than a stature from walls, chair and bed ahead and behind. */
const OPEN_FLOOR = [metres(0.5), metres(0.4)] as const;

/** A person at the beginning of their story. Throws for impossible people. */
export function createAlone(engine: Engine, resident: ResidentParameters, start: Start): Alone {
  const ward = readWard(resident);
  const scene = { ...ward, models: ward.models.filter(({ name }) => name !== ROBOT) };
  const seat = chairSeat(scene);
  const muscles = bodyMotors(resident, seat.height, (joint, index) => axisName("resident", joint, index));
  const sim = new Simulation(engine, toMjcf(scene, muscles));
  const model = postureModel(resident, seat.height);
  const stiffness = muscles.map((muscle) => muscle.stiffness);
  const nerves = connect(sim, resident, model, 0, stiffness);
  const person = createPerson(resident, model, seat.height, start.on === "floor");
  const chest = sim.index("mjOBJ_BODY", bodyName("resident", "thorax"));
  const substeps = Math.round(TICK / scene.step);
  if (start.on === "chair") nerves.sit(seat);
  else nerves.stand(OPEN_FLOOR, start.speed);
  sim.forward();
  return {
    scene,
    sim,
    resident,
    person,
    time: () => seconds(sim.time),
    push: (force) => sim.views().applied.set(force, 6 * chest),
    tick() {
      nerves.act(person.step(TICK, nerves.feel(TICK, 0)));
      for (let i = 0; i < substeps; i++) sim.step();
      sim.assertStable();
    },
    delete: () => sim.delete(),
  };
}
