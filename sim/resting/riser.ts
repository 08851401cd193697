// Who sits on the edge of a bed, awake, and rises from it alone.
import { radians, type Metres, type Radians } from "../../core/units.ts";
import { axisName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { createPerson, type Person } from "../resident/alone/person.ts";
import { connect } from "../resident/nerves.ts";
import { postureModel } from "../resident/posture.ts";
import { TICK } from "../world.ts";
import type { Side } from "./beds.ts";
import { bedMuscles, type Resting } from "./people.ts";

export interface Riser {
  readonly person: Person;
  /** What the muscles are told now; once a tick. */
  step(): void;
}

/** Where somebody faces who sits on that edge of the bed in which they lay `on` their back; about z, rad. */
export const outward = ({ yaw }: Resting["on"], side: Side): Radians =>
  radians(yaw + (side === "left" ? 1 : -1) * (Math.PI / 2));

/** They sit, until told; `seat` is the top of the mattress, `firstMotor` where their own muscles begin. */
export function riserOf(
  sim: Simulation,
  { name, resident }: Resting,
  {
    firstMotor,
    facing,
    seat,
  }: { readonly firstMotor: number; readonly facing: Radians; readonly seat: Metres },
): Riser {
  const muscles = bedMuscles(resident, (joint, index) => axisName(name, joint, index));
  const stiffness = muscles.map((muscle) => muscle.stiffness);
  const model = postureModel(resident, seat);
  const nerves = connect(sim, resident, model, firstMotor, stiffness, { name, facing });
  const person = createPerson(resident, model, seat);
  return { person, step: () => nerves.act(person.step(TICK, nerves.feel(TICK, 0))) };
}
