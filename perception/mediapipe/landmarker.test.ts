// MediaPipe in this process: it opens, answers, names what is wrong, and speaks to nobody outside the machine.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import http from "node:http";
import https from "node:https";
import net from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { beforeAll, expect, test, vi } from "vitest";
import { buildPoseModels } from "../../scripts/build-pose-model.ts";
import { seconds } from "../../core/units.ts";
import { openLandmarker } from "./landmarker.ts";
import { poseModelFile } from "./model-file.ts";

const WIDTH = 320;
const HEIGHT = 240;
const grey = () => new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(128);

beforeAll(async () => {
  await buildPoseModels();
});

test("nothing leaves the machine while the landmarker loads and detects", { timeout: 30_000 }, async () => {
  const doors = [
    vi.spyOn(globalThis, "fetch"),
    vi.spyOn(http, "request"),
    vi.spyOn(https, "request"),
    vi.spyOn(net.Socket.prototype, "connect"),
  ];
  const landmarker = await openLandmarker({ model: "lite", mode: "video" });
  landmarker.detect(grey(), WIDTH, HEIGHT, seconds(0));
  landmarker.detect(grey(), WIDTH, HEIGHT, seconds(1));
  landmarker.close();
  for (const door of doors) expect(door).not.toHaveBeenCalled();
  vi.restoreAllMocks();
});

test("pictures may be timed from 1970, as by ROS, and for 24 days", { timeout: 30_000 }, async () => {
  const landmarker = await openLandmarker({ model: "lite", mode: "video" });
  const begun = 1.8e9;
  for (const after of [0, 0.1, 86_400])
    expect(landmarker.detect(grey(), WIDTH, HEIGHT, seconds(begun + after))).toEqual([]);
  expect(() => landmarker.detect(grey(), WIDTH, HEIGHT, seconds(begun + 25 * 86_400))).toThrow("24 days");
  landmarker.close();
});

test("an empty grey picture holds nobody", { timeout: 30_000 }, async () => {
  const landmarker = await openLandmarker({ model: "lite", mode: "image" });
  expect(landmarker.detect(grey(), WIDTH, HEIGHT, seconds(0))).toEqual([]);
  landmarker.close();
});

test("a picture whose size and bytes disagree is refused by name", { timeout: 30_000 }, async () => {
  const landmarker = await openLandmarker({ model: "lite", mode: "image" });
  expect(() => landmarker.detect(grey(), WIDTH, HEIGHT + 1, seconds(0))).toThrow(
    "320x241 RGBA picture has 308480 bytes",
  );
  landmarker.close();
});

test(
  "loading leaves no browser global behind that other libraries would trip over",
  { timeout: 30_000 },
  async () => {
    (await openLandmarker({ model: "lite", mode: "image" })).close();
    for (const name of ["self", "OffscreenCanvas", "ModuleFactory", "Module", "importScripts"]) {
      expect(Reflect.has(globalThis, name), name).toBe(false);
    }
  },
);

test("it opens and detects in a worker thread too", async () => {
  const landmarkerFile = JSON.stringify(new URL("./landmarker.ts", import.meta.url).href);
  const program = `
    const { parentPort } = await import("node:worker_threads");
    const { openLandmarker } = await import(${landmarkerFile});
    const landmarker = await openLandmarker({ model: "lite", mode: "video" });
    const found = landmarker.detect(new Uint8ClampedArray(${WIDTH * HEIGHT * 4}), ${WIDTH}, ${HEIGHT}, 0);
    landmarker.close();
    parentPort.postMessage(found.length);`;
  const worker = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
  const found = await new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  await worker.terminate();
  expect(found).toBe(0);
});

test("a model that is missing, cut off or something else is one clear error that says what to do", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dolbom-model-"));
  const file = poseModelFile("lite", folder);
  const opening = () => openLandmarker({ model: "lite", mode: "image", folder });
  await expect(opening()).rejects.toThrow(/lite\.task is missing: run/);
  const whole = readFileSync(poseModelFile("lite"));
  for (const bytes of [Buffer.from("x"), whole.subarray(0, whole.length / 2), Buffer.alloc(1000)]) {
    writeFileSync(file, bytes);
    await expect(opening()).rejects.toThrow(/lite\.task is damaged: delete it/);
  }
  rmSync(folder, { recursive: true });
});
