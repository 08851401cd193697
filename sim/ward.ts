// The ward as a scene: its SDF file with the robot and this resident in it, and where the chair's seat is.
import { join } from "node:path";
import { metres, type Metres } from "../core/units.ts";
import type { Vec3 } from "../core/frames.ts";
import { MODELS, modelFile, readText } from "./library.ts";
import { residentSdf } from "./resident/body.ts";
import type { ResidentParameters } from "./resident/parameters.ts";
import type { Seat } from "./resident/nerves.ts";
import type { Scene } from "./sdf/model.ts";
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

/** The seat of the model `chair`: middle of the front edge of the top of its collision `seat`, in the world. */
export function chairSeat(scene: Scene): ChairSeat {
  const chair = scene.models.find((model) => model.name === "chair");
  const link = chair?.links[0];
  const seat = link?.collisions.find((collision) => collision.name === "seat");
  if (!chair || !link || seat?.shape.kind !== "box")
    throw new Error(`${scene.name}: expected a model "chair" with a box collision "seat"`);
  const [x, y, z] = seat.pose.position;
  const [cx, cy, cz] = chair.pose.position;
  const [length, , thickness] = seat.shape.size;
  const height = metres(cz + z + thickness / 2);
  return {
    edge: [metres(cx + x + length / 2), metres(cy + y), height],
    height,
    body: `${chair.name}/${link.name}`,
    stands: chair.pose.position,
  };
}
