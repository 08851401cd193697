// Files as sources: pictures and videos with their own sizes and times, and clear errors for the rest.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { openFile } from "./open-file.ts";
import { pamPictures } from "./pam.ts";
import type { Frame, Source } from "./source.ts";

const folder = mkdtempSync(join(tmpdir(), "dolbom-sources-"));
const file = (name: string) => join(folder, name);
afterAll(() => rmSync(folder, { recursive: true }));

beforeAll(async () => {
  const red = { create: { width: 8, height: 4, channels: 3, background: "#ff0000" } } as const;
  await sharp(red).png().toFile(file("red.png"));
  await sharp(red).withMetadata({ orientation: 6 }).jpeg().toFile(file("turned.jpg"));
  const video = [
    "-v",
    "error",
    "-f",
    "lavfi",
    "-i",
    "testsrc=size=64x48:rate=10:duration=1",
    "-pix_fmt",
    "yuv420p",
  ];
  execFileSync("ffmpeg", [...video, file("second.mp4")]);
  writeFileSync(file("words.txt"), "no picture");
});

async function all(source: Source): Promise<Frame[]> {
  const frames: Frame[] = [];
  for await (const frame of source.frames()) frames.push(frame);
  return frames;
}

test("a picture is one frame in RGBA", async () => {
  const source = await openFile(file("red.png"));
  expect(source).toMatchObject({ kind: "picture", count: 1 });
  const [frame] = await all(source);
  expect(frame).toMatchObject({ width: 8, height: 4, time: 0 });
  expect([...(frame?.rgba.subarray(0, 4) ?? [])]).toEqual([255, 0, 0, 255]);
});

test("a photograph is turned as its camera was held", async () => {
  const [frame] = await all(await openFile(file("turned.jpg")));
  expect(frame).toMatchObject({ width: 4, height: 8 });
});

test("a video gives every frame, with the file's own times", async () => {
  const source = await openFile(file("second.mp4"));
  expect(source).toMatchObject({ kind: "video", count: 10 });
  const frames = await all(source);
  expect(frames.map(({ time }) => Math.round(time * 1000))).toEqual([
    0, 100, 200, 300, 400, 500, 600, 700, 800, 900,
  ]);
  for (const frame of frames) expect(frame.rgba).toHaveLength(64 * 48 * 4);
});

test("a missing file, a folder and a text each get one clear error", async () => {
  await expect(openFile(file("none.mp4"))).rejects.toThrow("none.mp4: no such file");
  await expect(openFile(folder)).rejects.toThrow("not a folder");
  await expect(openFile(file("words.txt"))).rejects.toThrow("neither a picture nor a video");
});

test("without ffmpeg a video says what to install", async () => {
  vi.stubEnv("PATH", folder);
  await expect(openFile(file("second.mp4"))).rejects.toThrow("cannot run ffprobe: install it");
  vi.unstubAllEnvs();
});

const pam = (width: number, height: number) =>
  Buffer.concat([
    Buffer.from(`P7\nWIDTH ${width}\nHEIGHT ${height}\nDEPTH 4\nMAXVAL 255\nTUPLTYPE RGB_ALPHA\nENDHDR\n`),
    Buffer.alloc(width * height * 4, 7),
  ]);
async function* inChunks(bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size));
}

test.each([1, 7, 100, 10_000])(
  "pictures come whole whatever the size of the chunks (%i bytes)",
  async (size) => {
    const sizes: number[][] = [];
    const stream = Buffer.concat([pam(3, 2), pam(5, 4), pam(1, 1)]);
    for await (const { width, height, rgba } of pamPictures(inChunks(stream, size)))
      sizes.push([width, height, rgba.length]);
    expect(sizes).toEqual([
      [3, 2, 24],
      [5, 4, 80],
      [1, 1, 4],
    ]);
  },
);

test("a stream that breaks off or is no picture is an error", async () => {
  const read = async (bytes: Buffer) => {
    for await (const picture of pamPictures(inChunks(bytes, 64))) expect(picture.width).toBe(3);
  };
  await expect(read(Buffer.concat([pam(3, 2), pam(3, 2).subarray(0, -1)]))).rejects.toThrow(
    "ended inside a picture",
  );
  await expect(read(Buffer.alloc(2000, 65))).rejects.toThrow("no PAM header");
});
