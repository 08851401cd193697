// Where a body of the running world is.
import type { Simulation } from "../mujoco/simulation.ts";
import type { Pose } from "../sdf/model.ts";

/** X_WB of a body by its index. */
export function poseOfBody(sim: Simulation, body: number): Pose {
  const { xpos, xquat } = sim.views();
  const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(4 * body, 4 * body + 4);
  const [px = NaN, py = NaN, pz = NaN] = xpos.subarray(3 * body, 3 * body + 3);
  return { position: [px, py, pz], rotation: [x, y, z, w] };
}
