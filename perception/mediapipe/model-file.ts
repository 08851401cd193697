// Where the pose models lie in the project folder, and which there are.
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** lite is faster, full is more accurate. */
export const POSE_MODELS = ["lite", "full"] as const;
export type PoseModel = (typeof POSE_MODELS)[number];

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Of the project, kept from one run to the next and not in git. */
export const POSE_MODEL_FOLDER = join(project, ".cache", "models");

/** The .task file of a model; it exists once the set-up has built it. */
export const poseModelFile = (model: PoseModel, folder = POSE_MODEL_FOLDER): string =>
  join(folder, `pose_landmarker_${model}.task`);
