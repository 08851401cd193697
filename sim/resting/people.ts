// People who rest, in any scene: their bodies, the muscles that hold a posture, and where they lie or sit.
import { degrees, metres, type Metres } from "../../core/units.ts";
import { axisName, type Motor } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { residentSdf } from "../resident/body.ts";
import { jointName } from "../resident/joints.ts";
import { bodyMotors, MUSCLES } from "../resident/muscles.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { Model, Scene } from "../sdf/model.ts";
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
      ...reachingAcross(readModelFile(residentSdf(resident), `${name}.sdf`)),
      name,
      pose: { position: [on.x, on.y, on.z + 1] as const, rotation: [0, 0, 0, 1] as const },
    })),
  ],
});

/**
 * Arms that reach across: shoulders have no axis for it, but adduction of an arm that is raised forward is that movement. It
 * may go this far [D]; the AAOS gives horizontal adduction 135°, from an arm held out to the side.
 */
const ACROSS = degrees(-45);
const reachingAcross = (model: Model): Model => ({
  ...model,
  joints: model.joints.map((joint) =>
    joint.name.endsWith("_upper_arm_joint")
      ? { ...joint, axes: joint.axes.map((axis, i) => (i === 1 ? { ...axis, lower: ACROSS } : axis)) }
      : joint,
  ),
});

/** The muscles of who is awake in bed: leg strength is a share of what rising needs, and here of all other muscles' as well. */
export const bedMuscles = (
  resident: ResidentParameters,
  axis: (joint: string, index: number) => string,
): Motor[] =>
  bodyMotors(resident, SEAT, axis).map((motor, i) => ({
    ...motor,
    lower: motor.lower * (OF_THE_LEG.test(MUSCLES[i]?.name ?? "") ? 1 : resident.legStrength),
    upper: motor.upper * resident.legStrength,
  }));
/** Their pull down, which is extension, has the leg's strength already. */
const OF_THE_LEG = /hip_flexion|knee_flexion|ankle_dorsiflexion/;

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
