// The one place that loads MediaPipe: opens a pose landmarker in this thread, without a browser, a GPU or a network.
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Seconds } from "../../core/units.ts";
import type { Detection, Landmarker } from "../landmarker.ts";
import { POSE_MODEL_FOLDER, poseModelFile } from "./model-file.ts";
import type { PoseModel } from "./model-file.ts";
import { isPoseTask } from "./pose-task.ts";
import { printNative, withBrowserGlobals } from "./browser-globals.ts";
import { MemoryCanvas } from "./webgl-standin.ts";

export interface LandmarkerOptions {
  readonly model: PoseModel;
  /** `video` follows a person from frame to frame and needs rising times; `image` takes each picture alone. */
  readonly mode: "image" | "video";
  /** At most how many people; the first is the surest. */
  readonly people?: number;
  /** 0..1, below which a detection is not reported. MediaPipe's own default is 0.5. */
  readonly minConfidence?: number;
  /** Where the model files lie. */
  readonly folder?: string;
}

const DEFAULT_CONFIDENCE = 0.5;
/** ms, the largest time of a picture that MediaPipe's 32 bits take. */
const LONGEST = 2 ** 31 - 2;
const wasm = "@mediapipe/tasks-vision/vision_wasm_module_internal";

async function readModel(model: PoseModel, folder: string): Promise<Uint8Array> {
  const file = poseModelFile(model, folder);
  const bytes = await readFile(file).catch((cause: unknown) => {
    throw new Error(`the pose model ${file} is missing: run \`node scripts/build-pose-model.ts\``, { cause });
  });
  if (isPoseTask(bytes)) return bytes;
  throw new Error(`the pose model ${file} is damaged: delete it, and the next start builds it anew`);
}

/**
 * Opens a landmarker in the calling thread; the first detection is slow (0.2 to 1.4 s), then 20 to 60 ms each.
 * @throws if the model has not been built, or is damaged
 */
export async function openLandmarker(options: LandmarkerOptions): Promise<Landmarker> {
  const { model, mode, people = 1, minConfidence = DEFAULT_CONFIDENCE, folder = POSE_MODEL_FOLDER } = options;
  const modelAssetBuffer = await readModel(model, folder);
  const { PoseLandmarker } = await import("@mediapipe/tasks-vision");
  const task = await withBrowserGlobals(async () => {
    const { default: factory } = await import("@mediapipe/tasks-vision/vision_wasm_module_internal.js");
    Object.assign(globalThis, { ModuleFactory: factory, custom_dbg: printNative });
    const files = { wasmLoaderPath: "", wasmBinaryPath: fileURLToPath(import.meta.resolve(`${wasm}.wasm`)) };
    return PoseLandmarker.createFromOptions(files, {
      canvas: new MemoryCanvas(),
      runningMode: mode === "video" ? "VIDEO" : "IMAGE",
      numPoses: people,
      minPoseDetectionConfidence: minConfidence,
      minPosePresenceConfidence: minConfidence,
      minTrackingConfidence: minConfidence,
      baseOptions: { modelAssetBuffer, delegate: "CPU" },
    });
  });
  let last = Number.NEGATIVE_INFINITY;
  let begun: number | undefined;

  const detect = (
    rgba: Uint8ClampedArray,
    width: number,
    height: number,
    time: Seconds,
  ): readonly Detection[] => {
    if (rgba.length !== width * height * 4) {
      throw new Error(
        `a ${width}x${height} RGBA picture has ${width * height * 4} bytes, not ${rgba.length}`,
      );
    }
    const picture = { data: rgba, width, height };
    begun ??= Math.floor(time); // a clock may count from 1970
    const milliseconds = Math.max(Math.round((time - begun) * 1000), last + 1);
    if (milliseconds > LONGEST) throw new Error("MediaPipe's clock ends after 24 days: open the eyes anew");
    if (mode === "video") last = milliseconds;
    const found = mode === "video" ? task.detectForVideo(picture, milliseconds) : task.detect(picture);
    return found.landmarks.map((image, i) => ({ image, world: found.worldLandmarks[i] ?? [] }));
  };
  return { detect, close: () => task.close() };
}
