// Contacts as Gazebo tells them, as those our own physics tells: by geom of the mirrored world. A force it does not tell is NaN.
import type { Vec3 } from "../../core/frames.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { Touch } from "../mujoco/touch.ts";
import type { GzContact, GzVector } from "./messages.ts";

const triple = ({ x, y, z }: GzVector): Vec3 => [x, y, z];
const UNKNOWN: Vec3 = [NaN, NaN, NaN];
const NO_NORMAL: Vec3 = [0, 0, 0];

/** `ward::transfer_robot::left_arm::pad` or without the world: the geom, or undefined of what is not in our world. */
function geomOf(sim: Simulation, name: string): number | undefined {
  const [model, link, collision] = name.split("::").slice(-3);
  try {
    return sim.index("mjOBJ_GEOM", `${model}/${link}/${collision}`);
  } catch {
    return undefined; // somebody spawned it: nobody of ours
  }
}

/**
 * A touch for each of the contact's points. The force on the second of both, in the world, N: body_2_wrench, as gz-physics
 * fills it from Garden on; Fortress tells positions only, and a contact of unknown force is the worst there is.
 */
export function touchesOf(
  sim: Simulation,
  { collision1, collision2, position, normal, wrench }: GzContact,
): Touch[] {
  const first = geomOf(sim, collision1?.name ?? "");
  const second = geomOf(sim, collision2?.name ?? "");
  if (first === undefined || second === undefined) return [];
  return position.map((point, i) => {
    const force = wrench[i]?.body_2_wrench?.force;
    const across = normal[i];
    return {
      first,
      second,
      point: triple(point),
      normal: across ? triple(across) : NO_NORMAL,
      force: force ? triple(force) : UNKNOWN,
    };
  });
}
