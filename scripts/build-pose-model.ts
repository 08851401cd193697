// Builds the pose models into .cache/models from the npm package @mediapipe/pose, once.
import { existsSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { POSE_MODEL_FOLDER, poseModelFile, POSE_MODELS } from "../perception/mediapipe/model-file.ts";
import { poseTask } from "../perception/mediapipe/pose-task.ts";

const project = dirname(dirname(fileURLToPath(import.meta.url)));
const packageFolder = join(project, "node_modules", "@mediapipe", "pose");

/** One file of the package, or an error that says what to do. */
async function readPackageFile(folder: string, name: string): Promise<Uint8Array> {
  try {
    return await readFile(join(folder, name));
  } catch (cause) {
    throw new Error(`the package @mediapipe/pose has no readable ${name} in ${folder}: run \`npm ci\``, {
      cause,
    });
  }
}

/** Builds every model that is not there yet; returns the files it wrote. */
export async function buildPoseModels(from = packageFolder, into = POSE_MODEL_FOLDER): Promise<string[]> {
  const built: string[] = [];
  for (const model of POSE_MODELS) {
    const file = poseModelFile(model, into);
    if (existsSync(file)) continue;
    // The packed assets hold exactly one file, the pose detector.
    const detector = await readPackageFile(from, "pose_solution_packed_assets.data");
    const landmarks = await readPackageFile(from, `pose_landmark_${model}.tflite`);
    const task = poseTask(detector, landmarks);
    await mkdir(into, { recursive: true });
    const unfinished = `${file}.${process.pid}.part`;
    await writeFile(unfinished, task);
    await rename(unfinished, file); // never a half-written model under the right name
    built.push(file);
  }
  return built;
}

if (import.meta.main) {
  const built = await buildPoseModels();
  console.log(built.length === 0 ? "pose models are there already" : `built ${built.join(", ")}`);
}
