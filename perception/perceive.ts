// The command `perceive`: runs the eyes on picture and video files; one JSON line a frame, annotated pictures beside.
import { mkdir } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { seconds } from "../core/units.ts";
import { pinhole } from "./camera.ts";
import type { Landmarker } from "./landmarker.ts";
import { openLandmarker } from "./mediapipe/landmarker.ts";
import { POSE_MODELS } from "./mediapipe/model-file.ts";
import type { PoseModel } from "./mediapipe/model-file.ts";
import { observePerson } from "./observe.ts";
import type { Observation } from "./observe.ts";
import { writeAnnotated } from "./pictures/annotate.ts";
import { PRESENCE_LIMITS } from "./presence.ts";
import { openFile } from "./sources/open-file.ts";
import type { Frame, Source } from "./sources/source.ts";

const USAGE = "usage: npm run perceive -- FILE… [--out DIR] [--model lite|full] [--json]";
const DEFAULT_FOLDER = join("out", "perceive");

interface PerceiveOptions {
  readonly files: readonly string[];
  readonly folder: string;
  readonly model: PoseModel;
  readonly json: boolean;
}

/** Reads the words after `perceive`. Throws one error that names the wrong one. */
function readPerceiveOptions(words: readonly string[]): PerceiveOptions {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: {
      out: { type: "string", default: DEFAULT_FOLDER },
      model: { type: "string", default: "full" },
      json: { type: "boolean", default: false },
    },
  });
  const model = POSE_MODELS.find((name) => name === values.model);
  if (model === undefined) throw new Error(`--model ${values.model}: expected ${POSE_MODELS.join(" or ")}`);
  if (positionals.length === 0) throw new Error(`no file was given; ${USAGE}`);
  return { files: positionals, folder: values.out, model, json: values.json };
}

/** One frame's line: angles in radians, landmarks as x, y, z, visibility; null where nothing is known. */
const frameLine = (file: string, frame: number, time: number, detectMs: number, seen: Observation) => ({
  file,
  frame,
  time_s: time,
  person: seen.detection !== undefined,
  confidence: seen.confidence,
  posture: seen.posture.posture,
  posture_confidence: seen.posture.confidence,
  trunk_lean_rad: seen.angles.trunkLean,
  trunk_tilt_rad: seen.angles.trunkTilt,
  left_knee_rad: seen.angles.leftKnee,
  right_knee_rad: seen.angles.rightKnee,
  left_hip_rad: seen.angles.leftHip,
  right_hip_rad: seen.angles.rightHip,
  landmarks: (seen.detection?.image ?? []).map(({ x, y, z, visibility }) => [x, y, z, visibility]),
  world_m: (seen.detection?.world ?? []).map(({ x, y, z }) => [x, y, z]),
  detect_ms: detectMs,
});

/** One landmarker for all pictures, and a new one for each video, whose past must not become another's. */
function eyesFor(model: PoseModel) {
  let still: Promise<Landmarker> | undefined;
  return {
    open: (kind: Source["kind"]): Promise<Landmarker> =>
      kind === "video"
        ? openLandmarker({ model, mode: "video" })
        : (still ??= openLandmarker({ model, mode: "image" })),
    close: async () => (await still)?.close(),
  };
}
type Eyes = ReturnType<typeof eyesFor>;

interface Tally {
  frames: number;
  framesWithPerson: number;
  readonly detectMs: number[];
}

/** Where a frame's annotated picture goes: by the file's place in the list, so that equal names do not meet. */
function pictureName(folder: string, file: string, index: number, frame: number, video: boolean): string {
  const name = `${String(index + 1).padStart(2, "0")}-${basename(file, extname(file))}`;
  return join(folder, video ? `${name}-${String(frame).padStart(5, "0")}.jpg` : `${name}.jpg`);
}

async function perceiveFile(
  file: string,
  index: number,
  options: PerceiveOptions,
  tally: Tally,
  print: (line: string) => void,
  eyes: Eyes,
) {
  const source = await openFile(file);
  const video = source.kind === "video";
  const landmarker = await eyes.open(source.kind);
  const observe = observePerson(video ? PRESENCE_LIMITS : { ...PRESENCE_LIMITS, settling: seconds(0) });
  const bar =
    video && process.stderr.isTTY
      ? new SingleBar({ stream: process.stderr, format: ` {bar} {value}/{total} ${basename(file)}` })
      : undefined;
  bar?.start(source.count, 0);
  const look = async (frame: Frame, number: number) => {
    const began = performance.now();
    const [detection] = landmarker.detect(frame.rgba, frame.width, frame.height, frame.time);
    const took = performance.now() - began;
    const view = { camera: pinhole(frame.width, frame.height), place: undefined, stature: undefined };
    const seen = observe(detection, view, frame.time);
    tally.frames++;
    tally.framesWithPerson += detection === undefined ? 0 : 1;
    tally.detectMs.push(took);
    print(JSON.stringify(frameLine(file, number, frame.time, took, seen)));
    await writeAnnotated(pictureName(options.folder, file, index, number, video), frame, seen);
  };
  try {
    let number = 0;
    for await (const frame of source.frames()) {
      await look(frame, number++);
      bar?.update(number);
    }
  } finally {
    bar?.stop();
    if (video) landmarker.close();
  }
}

/** The value below which a part of the values lie; NaN of none. */
const quantile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * part)] ?? NaN;

/**
 * Runs the command: frames to `print`, one line each; with --json a last line of figures.
 * @returns the exit status: 0 only when every file was read to its end
 */
export async function perceive(words: readonly string[], print: (line: string) => void): Promise<number> {
  const options = readPerceiveOptions(words);
  await mkdir(options.folder, { recursive: true });
  const tally: Tally = { frames: 0, framesWithPerson: 0, detectMs: [] };
  const unread: string[] = [];
  const eyes = eyesFor(options.model);
  for (const [index, file] of options.files.entries()) {
    await perceiveFile(file, index, options, tally, print, eyes).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      unread.push(why);
      console.error(why);
    });
  }
  await eyes.close();
  const ok = unread.length === 0;
  const figures = {
    ok,
    model: options.model,
    files: options.files.length,
    files_unread: unread.length,
    frames: tally.frames,
    frames_with_person: tally.framesWithPerson,
    detect_median_ms: quantile(tally.detectMs, 0.5),
    detect_p95_ms: quantile(tally.detectMs, 0.95),
    out: options.folder,
  };
  if (options.json) print(JSON.stringify(figures));
  else
    console.error(
      `${tally.framesWithPerson} of ${tally.frames} frames with a person; pictures in ${options.folder}`,
    );
  return ok ? 0 : 1;
}
