// The ward with more cameras than its own: one on the wall behind the robot, and one on a mast that is carried about.
import { degrees, metres } from "../core/units.ts";
import { DEFAULT_RESIDENT } from "../sim/resident/parameters.ts";
import type { CameraSensor, Model, Scene } from "../sim/sdf/model.ts";
import { fromRollPitchYaw } from "../sim/sdf/pose.ts";
import { readWard } from "../sim/ward.ts";

const still = { position: [0, 0, 0], rotation: [0, 0, 0, 1] } as const;
const eye = (name: string, width: number, height: number, rate: number): CameraSensor => ({
  kind: "camera",
  name,
  pose: still,
  rate,
  width,
  height,
  horizontalFov: degrees(70),
  near: metres(0.1),
  far: metres(10),
});
const carrier = (name: string, fixed: boolean, sensor: CameraSensor, pose: Model["pose"]): Model => ({
  name,
  pose,
  fixed,
  selfCollide: false,
  joints: [],
  links: [{ name: "mast", pose: still, inertial: undefined, collisions: [], visuals: [], sensors: [sensor] }],
});
export const ward = readWard(DEFAULT_RESIDENT);
const wall = { position: [1.8, -0.4, 1.5], rotation: fromRollPitchYaw(0, 0.3, Math.PI - 0.1) } as const;
export const scene: Scene = {
  ...ward,
  models: [
    carrier("patrol", false, eye("camera", 160, 120, 5), still),
    ...ward.models,
    carrier("second", true, eye("camera", 200, 150, 10), wall),
  ],
};
