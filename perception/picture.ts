// Turns a picture message into the RGBA bytes that the landmarker takes.
import type { Image } from "../core/messages.ts";

export interface Picture {
  readonly rgba: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** Where red, green and blue stand in a pixel of `bytes` bytes (sensor_msgs/image_encodings.hpp). */
const ENCODINGS: Readonly<Record<string, { bytes: number; order: readonly [number, number, number] }>> = {
  rgba8: { bytes: 4, order: [0, 1, 2] },
  bgra8: { bytes: 4, order: [2, 1, 0] },
  rgb8: { bytes: 3, order: [0, 1, 2] },
  bgr8: { bytes: 3, order: [2, 1, 0] },
  mono8: { bytes: 1, order: [0, 0, 0] },
};

/**
 * The picture as RGBA, without a copy when it already is.
 * @throws if the encoding is not known or the bytes do not fill the picture
 */
export function rgbaOf({ data, width, height, step, encoding }: Image): Picture {
  const known = ENCODINGS[encoding];
  if (known === undefined) {
    throw new Error(`picture encoding "${encoding}": expected one of ${Object.keys(ENCODINGS).join(", ")}`);
  }
  const { bytes, order } = known;
  if (!(step >= width * bytes && data.length >= step * height)) {
    throw new Error(
      `a ${width}x${height} ${encoding} picture with step ${step} cannot have ${data.length} bytes`,
    );
  }
  if (encoding === "rgba8" && step === width * bytes) {
    return { rgba: new Uint8ClampedArray(data.buffer, data.byteOffset, step * height), width, height };
  }
  const rgba = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const from = y * step + x * bytes;
      const to = (y * width + x) * 4;
      for (const [channel, offset] of order.entries()) rgba[to + channel] = data[from + offset] ?? 0;
    }
  }
  return { rgba, width, height };
}
