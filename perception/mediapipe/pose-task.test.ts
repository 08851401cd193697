// The model file: a stored, aligned zip of two models, refused when a part is not a model.
import { unzipSync } from "fflate";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { poseTask } from "./pose-task.ts";

const asset = (name: string) => new Uint8Array(readFileSync(`node_modules/@mediapipe/pose/${name}`));
const detector = () => asset("pose_solution_packed_assets.data");
const landmarks = () => asset("pose_landmark_lite.tflite");

test("a task holds the detector and the landmark model, each a .tflite with its metadata", () => {
  const entries = unzipSync(poseTask(detector(), landmarks()));
  expect(Object.keys(entries)).toEqual(["pose_detector.tflite", "pose_landmarks_detector.tflite"]);
  for (const model of Object.values(entries)) {
    const head = Buffer.from(model.subarray(0, 20_000)).toString("latin1");
    expect(head.slice(4, 8)).toBe("TFL3");
    expect(head).toContain("TFLITE_METADATA");
    expect(head).toContain("M001");
  }
});

test("every model starts on a 64-byte boundary of the file", () => {
  const bytes = Buffer.from(poseTask(detector(), landmarks()));
  const starts: number[] = [];
  for (let at = bytes.indexOf("TFL3"); at >= 0; at = bytes.indexOf("TFL3", at + 1))
    starts.push((at - 4) % 64);
  expect(starts.filter((start) => start === 0).length).toBeGreaterThanOrEqual(2);
});

test("the same models always give the same file", () => {
  expect(poseTask(detector(), landmarks())).toEqual(poseTask(detector(), landmarks()));
});

test("a part that is not a .tflite file is refused", () => {
  expect(() => poseTask(new Uint8Array(100), landmarks())).toThrow('expected "TFL3"');
  expect(() => poseTask(new Uint8Array(0), landmarks())).toThrow("not a .tflite file");
});
