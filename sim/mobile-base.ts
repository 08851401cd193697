// The two driven wheels of the mobile base that walker and patrol robot share: their drives, motors, and how fast they turn.
import { WALKER } from "./generator/dimensions.ts";
import { motorOf, type Drive } from "./mujoco/drives.ts";
import { axisName, type Motor } from "./mujoco/mjcf.ts";
import type { Model } from "./sdf/model.ts";

export const WHEELS = ["left_wheel_joint", "right_wheel_joint"] as const;
/** The wheels' own loop [D]: at 0.8 m/s its damping takes 8 of the wheel's 15 N·m. */
const SERVO = { stiffness: 100, damping: 1, acceleration: 3 } as const;

/** In the order of `WHEELS`. Throws when the model has not both. */
export function wheelDrives(model: Model): Drive[] {
  return WHEELS.map((name): Drive => {
    const axis = model.joints.find((joint) => joint.name === name)?.axes[0];
    if (axis === undefined) throw new Error(`${model.name}: expected a joint "${name}"`);
    return { ...axis, ...SERVO, joint: name, speed: axis.velocity };
  });
}

/** Of the drives of the model with this name. */
export const wheelMotors = (model: string, drives: readonly Drive[]): Motor[] =>
  drives.map((one) => motorOf(one, axisName(model, one.joint)));

/** rad/s of each of `WHEELS` for a base that goes at `forward` m/s and turns at `turn` rad/s. */
export function wheelSpeeds(forward: number, turn: number): readonly [number, number] {
  const wheel = (side: number) => (forward + (side * turn * WALKER.separation) / 2) / WALKER.wheel;
  return [wheel(-1), wheel(1)];
}
