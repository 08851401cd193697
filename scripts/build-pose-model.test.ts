// The pose models: built once, and a broken package says what to do.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { POSE_MODELS } from "../perception/mediapipe/model-file.ts";
import { buildPoseModels } from "./build-pose-model.ts";

const folder = mkdtempSync(join(tmpdir(), "dolbom-models-"));
afterAll(() => rmSync(folder, { recursive: true }));
const packageFolder = join(import.meta.dirname, "..", "node_modules", "@mediapipe", "pose");

test("what is missing is built, and nothing is built twice", async () => {
  const into = join(folder, "models");
  expect(await buildPoseModels(packageFolder, into)).toHaveLength(POSE_MODELS.length);
  expect(readdirSync(into).toSorted()).toEqual(
    POSE_MODELS.map((model) => `pose_landmarker_${model}.task`).toSorted(),
  );
  expect(await buildPoseModels(packageFolder, into)).toEqual([]);
});

test("a package without its models says so, and leaves no half-built file", async () => {
  const into = join(folder, "none");
  await expect(buildPoseModels(folder, into)).rejects.toThrow(
    "@mediapipe/pose has no readable pose_solution_packed_assets.data",
  );
  writeFileSync(join(folder, "pose_solution_packed_assets.data"), "broken, but long enough");
  writeFileSync(join(folder, `pose_landmark_${POSE_MODELS[0]}.tflite`), "broken, but long enough");
  await expect(buildPoseModels(folder, into)).rejects.toThrow('expected "TFL3"');
  expect(readdirSync(folder)).not.toContain("none");
});
