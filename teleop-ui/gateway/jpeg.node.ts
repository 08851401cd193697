// Makes the page's picture small: camera images to JPEG, newest first, and only while somebody looks.
import sharp from "sharp";
import type { CompressedImage, Image } from "../../core/messages.ts";
import { defineNode } from "../../core/node.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds } from "../../core/units.ts";

/** Of JPEG, 1 to 100: faces stay readable at 320×240, and a picture takes about 12 KiB. */
const QUALITY = 75;
/** Bytes a pixel of the encodings our cameras use. */
const CHANNELS: Readonly<Record<string, 3 | 4>> = { rgb8: 3, rgba8: 4 };

/**
 * Publishes each picture with the stamp of its taking. While one is being made the newer ones pass by, so the
 * last is at most one picture late. Pictures of an unknown resident, or of one who refused, are not touched.
 * @param watched whether anybody reads the pictures now
 */
export const jpegNode = (watched: () => boolean) =>
  defineNode({
    name: "jpeg_pictures",
    period: milliseconds(20),
    subscribes: { image: topics.image, resident: topics.resident },
    publishes: { compressedImage: topics.compressedImage },
    wakes: ["image"],
    start(io) {
      const { latest, publish } = io;
      let taken: unknown;
      let busy = false;
      let made: CompressedImage | undefined;
      return {
        step() {
          if (made) publish.compressedImage(made);
          made = undefined;
          const image = latest.image?.message;
          if (busy || image === undefined || image === taken || !watched()) return;
          if (latest.resident?.message.picture_refused !== false) return;
          taken = image;
          busy = true;
          void compress(image).then((picture) => {
            made = picture;
            busy = false;
            io.wake();
          });
        },
      };
    },
  });

/** A picture nobody can read gives none: on the page it grows old and is shown as old. */
async function compress({
  header,
  encoding,
  width,
  height,
  data,
}: Image): Promise<CompressedImage | undefined> {
  const channels = CHANNELS[encoding];
  if (channels === undefined || data.length !== width * height * channels) return undefined;
  try {
    const picture = sharp(data, { raw: { width, height, channels } }).removeAlpha();
    const bytes = await picture.jpeg({ quality: QUALITY }).toBuffer();
    return { header, format: "jpeg", data: new Uint8Array(bytes) };
  } catch {
    return undefined;
  }
}
