// The command `perceive` on a picture and a video of our own drawing: lines, figures, annotated pictures, exit status.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { perceive } from "../../perception/perceive.ts";
import { seconds } from "../../core/units.ts";
import { buildPoseModels } from "../../scripts/build-pose-model.ts";
import { wardCamera } from "../../sim/camera/ward-camera.ts";
import { DEFAULT_RESIDENT } from "../../sim/resident/parameters.ts";
import { readWard } from "../../sim/ward.ts";
import { facingRobot, linkPoses, risingResident } from "../posed-resident.ts";

const folder = mkdtempSync(join(tmpdir(), "dolbom-perceive-"));
const file = (name: string) => join(folder, name);
const FRAMES = 8;
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  await buildPoseModels();
  const camera = wardCamera(readWard(DEFAULT_RESIDENT), DEFAULT_RESIDENT);
  const raw = { width: camera.sensor.width, height: camera.sensor.height, channels: 4 } as const;
  for (let i = 0; i < FRAMES; i++) {
    const bodies = {
      resident: risingResident(DEFAULT_RESIDENT.stature, 0),
      transfer_robot: facingRobot(1.6, 0, 0),
    };
    await sharp(camera.draw(linkPoses(seconds(0), bodies)), { raw })
      .png()
      .toFile(file(`seated-${i}.png`));
  }
  execFileSync("ffmpeg", [
    "-v",
    "error",
    "-framerate",
    "10",
    "-i",
    file("seated-%d.png"),
    "-crf",
    "18",
    file("seated.mp4"),
  ]);
}, 60_000);

async function run(...words: string[]) {
  const complaints = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const lines: string[] = [];
  const status = await perceive(
    [...words, "--out", file("out"), "--model", "lite"],
    (line) => void lines.push(line),
  );
  const said = complaints.mock.calls.map(([text]) => String(text)).join("\n");
  complaints.mockRestore();
  return { status, said, lines: lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

test("a picture of a seated person is one line and one annotated picture", async () => {
  const { status, lines, said } = await run(file("seated-0.png"));
  expect(status).toBe(0);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({ frame: 0, time_s: 0, person: true, posture: "sitting" });
  expect(lines[0]?.["landmarks"]).toHaveLength(33);
  expect(said).toContain("1 of 1 frames with a person");
  expect(await sharp(file("out/01-seated-0.jpg")).metadata()).toMatchObject({ width: 320, height: 240 });
});

test("a video is a line a frame with its times, and with --json one last line of figures", async () => {
  const { status, lines } = await run(file("seated.mp4"), "--json");
  expect(status).toBe(0);
  expect(lines).toHaveLength(FRAMES + 1);
  expect(lines.slice(0, -1).map((line) => line["time_s"])).toEqual([0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7]);
  expect(lines.at(-1)).toMatchObject({
    ok: true,
    model: "lite",
    files: 1,
    frames: FRAMES,
    frames_with_person: FRAMES,
  });
  expect(lines.at(-1)?.["detect_median_ms"]).toBeGreaterThan(0);
  expect(existsSync(file("out/01-seated-00007.jpg"))).toBe(true);
});

test("a file that cannot be read is named, the others are still done, and the status is not 0", async () => {
  const { status, lines, said } = await run(file("none.png"), file("seated-1.png"), "--json");
  expect(status).toBe(1);
  expect(said).toContain("none.png: no such file");
  expect(lines).toHaveLength(2);
  expect(lines.at(-1)).toMatchObject({ ok: false, files_unread: 1, frames: 1 });
});

test("wrong words are refused by name", async () => {
  await expect(perceive([], () => undefined)).rejects.toThrow("no file was given");
  await expect(perceive(["a.png", "--model", "huge"], () => undefined)).rejects.toThrow(
    "--model huge: expected lite or full",
  );
});
