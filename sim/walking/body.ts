// What the walking controller feels of the body: where mass, pelvis and feet are, and how fast the mass goes.
import type { Quat, Vec3 } from "../../core/frames.ts";
import type { Seconds } from "../../core/units.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import type { Pose } from "../sdf/model.ts";
import { toRollPitchYaw } from "../sdf/pose.ts";
import type { Foot } from "./footsteps.ts";
import { planted } from "./swing.ts";

export interface BodyState {
  /** The whole body's centre of mass, m, and its velocity, m/s, in the world. */
  readonly mass: Vec3;
  readonly velocity: Vec3;
  readonly pelvis: Pose;
  readonly thorax: Pose;
  /** Roll, pitch and yaw of pelvis and thorax, rad. */
  readonly pelvisTurn: Vec3;
  readonly trunkTurn: Vec3;
  /** Ankle frames. */
  readonly left: Pose;
  readonly right: Pose;
  /** Left and right, in the world, m. */
  readonly knees: readonly [Vec3, Vec3];
}

/** To be asked once a tick, `period` apart. */
export function bodyReader(sim: Simulation, model: string, period: Seconds): () => BodyState {
  const body = (link: string) => sim.index("mjOBJ_BODY", bodyName(model, link));
  const [pelvis, thorax, left, right] = [
    body("pelvis"),
    body("thorax"),
    body("left_foot"),
    body("right_foot"),
  ];
  const shanks = [body("left_shank"), body("right_shank")] as const;
  let before: Vec3 | undefined;
  const poseOf = (of: number): Pose => {
    const { xpos, xquat } = sim.views();
    const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(4 * of, 4 * of + 4);
    const rotation: Quat = [x, y, z, w];
    return { position: triple(xpos, of), rotation };
  };
  return () => {
    const mass = triple(sim.views().centre, pelvis);
    const last = before ?? mass;
    before = mass;
    const [pelvisPose, thoraxPose] = [poseOf(pelvis), poseOf(thorax)];
    return {
      mass,
      velocity: [(mass[0] - last[0]) / period, (mass[1] - last[1]) / period, (mass[2] - last[2]) / period],
      pelvis: pelvisPose,
      thorax: thoraxPose,
      pelvisTurn: toRollPitchYaw(pelvisPose.rotation),
      trunkTurn: toRollPitchYaw(thoraxPose.rotation),
      left: poseOf(left),
      right: poseOf(right),
      knees: [triple(sim.views().xpos, shanks[0]), triple(sim.views().xpos, shanks[1])],
    };
  };
}

/** The three numbers of a body, joint or geom in an array of triples. */
export const triple = (of: Float64Array, place: number): Vec3 => [
  of[3 * place] ?? NaN,
  of[3 * place + 1] ?? NaN,
  of[3 * place + 2] ?? NaN,
];

/** Where a foot stands flat whose ankle is here now: one on its heel or toes is thought down. */
export function footprint(stature: number, { position, rotation }: Pose): Foot {
  const [, pitch, yaw] = toRollPitchYaw(rotation);
  const [ahead, left] = planted(stature, { x: 0, y: 0, yaw }, pitch).position;
  return { x: position[0] - ahead, y: position[1] - left, yaw };
}

export const minus = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const towards = (a: Vec3, b: Vec3, u: number): Vec3 => [
  a[0] + u * (b[0] - a[0]),
  a[1] + u * (b[1] - a[1]),
  a[2] + u * (b[2] - a[2]),
];
