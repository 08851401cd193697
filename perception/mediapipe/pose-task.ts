// Builds a pose_landmarker .task (detector and landmark model in one stored zip) from the legacy .tflite models.
import { unzipSync, zipSync } from "fflate";
import { modelMetadata, withMetadata } from "./tflite-metadata.ts";

const DETECTOR = "pose_detector.tflite";
const LANDMARKS = "pose_landmarks_detector.tflite";
const ALIGNMENT = 64;
const LOCAL_HEADER = 30; // bytes before the name, APPNOTE.TXT 4.3.7
const PADDING_FIELD = 0xd935; // the extra field that zipalign pads with

// The detector takes pixels as -1..1, the landmark model as 0..1: the options of MediaPipe's own .task files.
const detectorMetadata = () =>
  modelMetadata({
    name: "Pose Detection",
    mean: 127.5,
    std: 127.5,
    outputs: ["raw boxes/keypoints", "scores"],
  });
const landmarksMetadata = () =>
  modelMetadata({
    name: "Pose Landmark",
    mean: 0,
    std: 255,
    outputs: ["landmarks", "presence", "segmentation_mask", "heat_map", "world_landmarks"],
  });

/** Extra bytes after a name so that the payload starts on a 64-byte boundary: the models are read in place. */
function padding(offset: number, name: string): Uint8Array {
  const gap = (ALIGNMENT - ((offset + LOCAL_HEADER + name.length + 4) % ALIGNMENT)) % ALIGNMENT;
  return new Uint8Array(gap);
}

/**
 * The bytes of a .task file.
 * @param detector the pose detection .tflite
 * @param landmarks the pose landmark .tflite (lite or full)
 * @throws if either is not a .tflite file
 */
export function poseTask(detector: Uint8Array, landmarks: Uint8Array): Uint8Array {
  const first = withMetadata(detector, detectorMetadata());
  const second = withMetadata(landmarks, landmarksMetadata());
  const firstPadding = padding(0, DETECTOR);
  const secondOffset = LOCAL_HEADER + DETECTOR.length + 4 + firstPadding.length + first.length;
  const stored = (extra: Uint8Array) =>
    ({ level: 0, mtime: new Date(1980, 0, 1), extra: { [PADDING_FIELD]: extra } }) as const;
  return zipSync({
    [DETECTOR]: [first, stored(firstPadding)],
    [LANDMARKS]: [second, stored(padding(secondOffset, LANDMARKS))],
  });
}

/** Whether these are the bytes of a whole .task file: one that was cut off or overwritten lacks one of its two models. */
export function isPoseTask(bytes: Uint8Array): boolean {
  try {
    const models = unzipSync(bytes);
    return [DETECTOR, LANDMARKS].every((name) => (models[name]?.length ?? 0) > 0);
  } catch {
    return false;
  }
}
