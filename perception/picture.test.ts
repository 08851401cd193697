// Pictures of every encoding become the same RGBA, and broken ones are refused by name.
import { expect, test } from "vitest";
import type { Image } from "../core/messages.ts";
import { rgbaOf } from "./picture.ts";

const image = (encoding: string, step: number, bytes: readonly number[]): Image => ({
  header: { stamp: { sec: 0, nanosec: 0 }, frame_id: "" },
  width: 2,
  height: 1,
  encoding,
  is_bigendian: 0,
  step,
  data: Uint8Array.from(bytes),
});
const RED_BLUE = [255, 0, 0, 255, 0, 0, 255, 255];

test.each([
  ["rgba8", 8, [255, 0, 0, 255, 0, 0, 255, 255]],
  ["bgra8", 8, [0, 0, 255, 255, 255, 0, 0, 255]],
  ["rgb8", 6, [255, 0, 0, 0, 0, 255]],
  ["bgr8", 8, [0, 0, 255, 255, 0, 0, 9, 9]],
])("%s is read in its own order", (encoding, step, bytes) => {
  expect([...rgbaOf(image(encoding, step, bytes)).rgba]).toEqual(RED_BLUE);
});

test("grey is the same in all channels", () => {
  expect([...rgbaOf(image("mono8", 2, [7, 9])).rgba]).toEqual([7, 7, 7, 255, 9, 9, 9, 255]);
});

test("rgba8 is taken as it is, without a copy", () => {
  const whole = image("rgba8", 8, RED_BLUE);
  expect(rgbaOf(whole).rgba.buffer).toBe(whole.data.buffer);
});

test("an unknown encoding and missing bytes are refused", () => {
  expect(() => rgbaOf(image("yuv422", 4, [1, 2, 3, 4]))).toThrow('"yuv422": expected one of rgba8');
  expect(() => rgbaOf(image("rgba8", 8, [1, 2, 3]))).toThrow(
    "2x1 rgba8 picture with step 8 cannot have 3 bytes",
  );
  expect(() => rgbaOf(image("rgba8", NaN, RED_BLUE))).toThrow("cannot have 8 bytes");
});
