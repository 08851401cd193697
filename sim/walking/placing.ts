// Puts a person into a world: standing somewhere, facing somewhere, hands at what they are to hold.
import type { Metres } from "../../core/units.ts";
import { metres } from "../../core/units.ts";
import { axisName, bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { jointName } from "../resident/joints.ts";
import { MUSCLES } from "../resident/muscles.ts";
import { connect } from "../resident/nerves.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import { postureModel } from "../resident/posture.ts";
import { fromRollPitchYaw } from "../sdf/pose.ts";
import { triple } from "./body.ts";
import { handsOn, type Hands } from "./hands.ts";
import { reaching } from "./upper-body.ts";
import type { WalkerDevice } from "./walker-device.ts";

/** Stands the body upright, at rest, with the ankles there. */
export function placed(
  sim: Simulation,
  p: ResidentParameters,
  seatHeight: Metres,
  firstMotor: number,
  stiffness: readonly number[],
  { x, y, heading }: { readonly x: number; readonly y: number; readonly heading: number },
): void {
  connect(sim, p, postureModel(p, seatHeight), firstMotor, stiffness).stand([metres(0), metres(0)], 0);
  const { qpos } = sim.views();
  const root = sim.address("resident").position;
  const [hx = NaN, hy = NaN] = qpos.subarray(root, root + 2);
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const [qx, qy, qz, qw] = fromRollPitchYaw(0, 0, heading);
  qpos.set([x + hx * cos - hy * sin, y + hx * sin + hy * cos], root);
  qpos.set([qw, qx, qy, qz], root + 3);
}

/** Brings both palms to the grips and closes the hands. Throws when they do not reach. */
export function takeHold(sim: Simulation, p: ResidentParameters, device: WalkerDevice): Hands {
  const thorax = sim.index("mjOBJ_BODY", bodyName("resident", "thorax"));
  const { xpos, xquat, qpos } = sim.views();
  const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(4 * thorax, 4 * thorax + 4);
  const pose = { position: triple(xpos, thorax), rotation: [x, y, z, w] as const };
  const angles = reaching(p.stature, { thorax: pose }, device.grips());
  for (const { name, link, index } of MUSCLES) {
    const angle = angles[name];
    if (angle !== undefined) qpos[sim.address(axisName("resident", jointName(link), index)).position] = angle;
  }
  sim.forward();
  const hands = handsOn(sim, p, device);
  const [left, right] = hands.grip();
  if (!left || !right) throw new Error(`a person of ${p.stature} m does not reach the walker's handles`);
  return hands;
}
