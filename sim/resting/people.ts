// People who rest, in any scene: their bodies, the muscles that hold a posture, and where they lie or sit.
import { metres, type Metres } from "../../core/units.ts";
import { axisName, type Motor } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { residentSdf } from "../resident/body.ts";
import { jointName } from "../resident/joints.ts";
import { bodyMotors, MUSCLES } from "../resident/muscles.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { Scene } from "../sdf/model.ts";
import { readModelFile } from "../sdf/read.ts";
import { restPosture, turnedBy, type How } from "./postures.ts";

export interface Resting {
  /** The model's name; each its own. */
  readonly name: string;
  readonly resident: ResidentParameters;
  readonly how: How;
  /** What they lie or sit on: below the hips, m in the world; yaw is where the feet are, or where one faces, rad. */
  readonly on: { readonly x: number; readonly y: number; readonly z: number; readonly yaw: number };
}

/** Strength is told against the chair of the ward: its seat is so high, m. */
const SEAT = metres(0.45);

/** Any scene with these people in it; `layDown` puts them where they rest once it runs. Throws for impossible people. */
export const withResting = (scene: Scene, people: readonly Resting[]): Scene => ({
  ...scene,
  models: [
    ...scene.models,
    ...people.map(({ name, resident, on }) => ({
      ...readModelFile(residentSdf(resident), `${name}.sdf`),
      name,
      pose: { position: [on.x, on.y, on.z + 1] as const, rotation: [0, 0, 0, 1] as const },
    })),
  ],
});

/** What holds their posture, each person's in the order of `MUSCLES`, to be given to MuJoCo with the scene. */
export const restingMotors = (people: readonly Resting[]): Motor[] =>
  people.flatMap(({ name, resident, how }) => {
    const { tone } = restPosture(how, resident, SEAT);
    return bodyMotors(resident, SEAT, (joint, index) => axisName(name, joint, index)).map((one) => ({
      ...one,
      lower: one.lower * tone,
      upper: one.upper * tone,
    }));
  });

/** Puts them there, at rest, and tells the muscles to stay so; `firstMotor` is where `restingMotors` begin. */
export function layDown(sim: Simulation, people: readonly Resting[], firstMotor: number): void {
  people.forEach(({ name, resident, how, on }, person) => {
    const height: Metres = how === "edge" ? metres(on.z) : SEAT;
    const { angles, turned, above } = restPosture(how, resident, height);
    const [x, y, z, w] = turnedBy(on.yaw, turned);
    const { qpos, qvel, ctrl } = sim.views();
    const root = sim.address(name);
    qpos.set([on.x, on.y, on.z + above, w, x, y, z], root.position);
    qvel.fill(0, root.velocity, root.velocity + 6);
    MUSCLES.forEach((muscle, i) => {
      const angle = angles[muscle.name] ?? 0;
      qpos[sim.address(axisName(name, jointName(muscle.link), muscle.index)).position] = angle;
      ctrl[firstMotor + person * MUSCLES.length + i] = angle;
    });
  });
  sim.forward();
}
