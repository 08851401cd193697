// A picture file as a source of one frame.
import sharp from "sharp";
import { seconds } from "../../core/units.ts";
import type { Source } from "./source.ts";

/** The picture in a file, turned as its camera was held; undefined when it is no picture (it may be a video). */
export async function pictureFile(file: string): Promise<Source | undefined> {
  const picture = sharp(file).autoOrient().ensureAlpha().toColourspace("srgb").raw({ depth: "uchar" });
  const decoded = await picture.toBuffer({ resolveWithObject: true }).catch(() => undefined);
  if (decoded === undefined) return undefined;
  const { data, info } = decoded;
  const rgba = new Uint8ClampedArray(data.buffer, data.byteOffset, data.length);
  const frame = { rgba, width: info.width, height: info.height, time: seconds(0) };
  return {
    kind: "picture",
    count: 1,
    async *frames() {
      yield await Promise.resolve(frame);
    },
  };
}
