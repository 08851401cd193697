// The ward as Gazebo says it is, in a MuJoCo world that never steps: for what Gazebo does not tell, rays and landmarks, is seen there.
import { axisName } from "../mujoco/mjcf.ts";
import type { Pose } from "../sdf/model.ts";
import type { World } from "../world.ts";

/** Where each joint of the resident begins, rad, by its name, one for each axis. */
export function seatedAngles({
  scene,
  sim,
}: Pick<World, "scene" | "sim">): ReadonlyMap<string, readonly number[]> {
  const joints = scene.models.find(({ name }) => name === "resident")?.joints ?? [];
  return new Map(
    joints.map(({ name, axes }) => [
      name,
      axes.map((_, i) => sim.views().qpos[sim.address(axisName("resident", name, i)).position] ?? NaN),
    ]),
  );
}

/** A joint's positions as Gazebo counts them, m or rad, one for each axis. */
export interface JointPosition {
  readonly name: string;
  readonly axes: readonly number[];
}

export interface Mirror {
  /** Where the model stands in the world. */
  place(model: string, pose: Pose): void;
  /** What Gazebo says of a model's joints; the resident's begin at zero where they sit. */
  turn(model: string, joints: readonly JointPosition[]): void;
  /** Makes everything follow that was placed and turned. */
  settle(): void;
}

/** `world` is at its beginning, and is never to be ticked. */
export function mirrorOf({ sim, scene }: World): Mirror {
  const begin = sim.views().qpos.slice();
  const address = (axis: string) => sim.address(axis).position;
  const isMoving = (model: string) => scene.models.some(({ name, fixed }) => name === model && !fixed);
  return {
    place(model, { position, rotation: [x, y, z, w] }) {
      if (!isMoving(model)) return;
      sim.views().qpos.set([...position, w, x, y, z], address(model));
    },
    turn(model, joints) {
      for (const { name, axes } of joints)
        axes.forEach((angle, i) => {
          const at = address(axisName(model, name, i));
          if (Number.isFinite(angle)) sim.views().qpos[at] = (begin[at] ?? NaN) + angle;
        });
    },
    settle: () => sim.forward(),
  };
}
