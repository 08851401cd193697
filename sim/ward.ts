// The ward as a scene: its SDF file with the robot and this resident in it, and where the chair's seat is.
import { join } from "node:path";
import { metres, type Metres } from "../core/units.ts";
import type { Vec3 } from "../core/frames.ts";
import { MODELS, modelFile, readText } from "./library.ts";
import { residentSdf } from "./resident/body.ts";
import type { ResidentParameters } from "./resident/parameters.ts";
import type { Seat } from "./resident/nerves.ts";
import { bodyName } from "./mujoco/mjcf.ts";
import type { Pose, Scene } from "./sdf/model.ts";
import { compose, rotate } from "./sdf/pose.ts";
import { readScene } from "./sdf/read.ts";

const RESIDENT = "resident.sdf";

/** Reads the ward with this resident. Throws one clear error when a file is missing or broken. */
export function readWard(resident: ResidentParameters, file = join(MODELS, "ward.sdf")): Scene {
  return readScene(readText(file), file, (uri) =>
    uri === RESIDENT ? residentSdf(resident) : readText(modelFile(uri)),
  );
}

interface ChairSeat extends Seat {
  readonly height: Metres;
  /** the name and the place of the body that it is part of */
  readonly body: string;
  readonly stands: Vec3;
}

/** The box collision `seat` in any link of a model, in the world, and the link that it belongs to. Throws where there is none. */
export function seatOf(
  scene: Scene,
  name: string,
): { readonly link: string; readonly stands: Pose; readonly pose: Pose; readonly size: Vec3 } {
  const model = scene.models.find((one) => one.name === name);
  for (const link of model?.links ?? [])
    for (const { name: solid, shape, pose } of link.collisions) {
      if (model === undefined || solid !== "seat" || shape.kind !== "box") continue;
      const stands = compose(model.pose, link.pose);
      return { link: link.name, stands, pose: compose(stands, pose), size: shape.size };
    }
  throw new Error(`${scene.name}: expected a model "${name}" with a box collision "seat"`);
}

/** The seat of the model `chair`, turned about z by quarters at most: middle of the front edge of its top, in the world. */
export function chairSeat(scene: Scene): ChairSeat {
  const { link, stands, pose, size } = seatOf(scene, "chair");
  const [x, y, z] = pose.position;
  const [length, , thickness] = rotate(pose.rotation, size);
  const height = metres(z + Math.abs(thickness) / 2);
  return {
    edge: [metres(x + Math.abs(length) / 2), metres(y), height],
    height,
    body: bodyName("chair", link),
    stands: stands.position,
  };
}
