// The forces of a person on the handles of a walker, each felt by the force and torque sensor that carries it.
import type { Vector3, WrenchStamped } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { Scene } from "../sdf/model.ts";

export interface HandleForces {
  /** Hz, as the SDF asks for. */
  readonly rate: number;
  /** Force (N) and torque (N·m) of the handle on its joint, in the handle's frame: what the handle weighs is in it. */
  wrench(side: "left" | "right", stamp: Stamp): WrenchStamped;
}

/** Throws when the model's handles have no sensors. */
export function handleForces(sim: Simulation, scene: Scene, model: string): HandleForces {
  const joints = scene.models.find(({ name }) => name === model)?.joints ?? [];
  const sensorOf = (side: string) => {
    const sensor = `${side}_handle_force_torque`;
    const found = joints.flatMap(({ sensors }) => sensors).find(({ name }) => name === sensor);
    if (found === undefined)
      throw new Error(`${model}: expected a force_torque sensor "${sensor}" on a joint`);
    return found;
  };
  const placesOf = (side: string) => {
    const sensor = sensorOf(side).name;
    return [sim.sensor(`${model}/${sensor}/force`), sim.sensor(`${model}/${sensor}/torque`)] as const;
  };
  const places = { left: placesOf("left"), right: placesOf("right") };
  /** MuJoCo tells what the parent does to the handle; the SDF asks for child to parent. */
  const opposite = (start: number): Vector3 => {
    const [x = NaN, y = NaN, z = NaN] = sim.views().sensors.subarray(start, start + 3);
    return { x: -x, y: -y, z: -z };
  };
  return {
    rate: sensorOf("left").rate,
    wrench: (side, stamp) => ({
      header: { stamp, frame_id: `${side}_handle` },
      wrench: { force: opposite(places[side][0]), torque: opposite(places[side][1]) },
    }),
  };
}
