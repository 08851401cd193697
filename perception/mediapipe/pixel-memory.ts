// The textures, framebuffers and buffers of a context without a GPU: pictures go in and are read back.
import { GL } from "./gl-constants.ts";

const BYTES_PER_PIXEL = 4;

interface Picture {
  readonly data: Uint8Array | Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}
interface Texture {
  picture?: Picture | undefined;
}
type ReadPixels = [
  x: number,
  y: number,
  width: number,
  height: number,
  format: number,
  type: number,
  into: ArrayBufferView | number,
  at?: number,
];
interface Framebuffer {
  texture?: Texture | undefined;
}

const bytesOf = (view: ArrayBufferView): Uint8Array =>
  new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** WebGL counts offsets into a typed array in its elements. */
const bytesPerElement = (view: ArrayBufferView): number =>
  "BYTES_PER_ELEMENT" in view ? Number(view.BYTES_PER_ELEMENT) : 1;

/** The textures, framebuffers and pack buffer of one context, with the calls that move pixels. */
export function pixelCalls() {
  const units: (Texture | undefined)[] = [];
  const buffers = new Map<number, Uint8Array>();
  let unit = 0;
  let bound: Framebuffer | undefined;

  const upload = (width: number, height: number, source: unknown, offset = 0) => {
    const texture = units[unit];
    if (texture === undefined) return;
    texture.picture = undefined;
    if (!ArrayBuffer.isView(source) || source.byteLength === 0) return;
    const length = width * height * BYTES_PER_PIXEL;
    const data = bytesOf(source).slice(offset, offset + length);
    if (data.length === length) texture.picture = { data, width, height };
  };
  const uploadPicture = (source: Picture) => {
    const texture = units[unit];
    if (texture !== undefined) texture.picture = source;
  };
  return {
    state: {
      framebuffer: () => bound ?? null,
      texture: () => units[unit] ?? null,
    },
    calls: {
      createTexture: (): Texture => ({}),
      activeTexture: (value: number) => void (unit = value - GL.TEXTURE0),
      bindTexture: (_target: number, texture: Texture | null) => void (units[unit] = texture ?? undefined),
      texStorage2D: () => upload(0, 0, undefined),
      texImage2D: (...a: unknown[]) =>
        a.length === 6
          ? uploadPicture(a[5] as Picture)
          : upload(a[3] as number, a[4] as number, a[8], a[9] as number),
      texSubImage2D: (...a: unknown[]) =>
        a.length === 7
          ? uploadPicture(a[6] as Picture)
          : upload(a[4] as number, a[5] as number, a[8], a[9] as number),
      createFramebuffer: (): Framebuffer => ({}),
      bindFramebuffer: (_target: number, framebuffer: Framebuffer | null) =>
        void (bound = framebuffer ?? undefined),
      framebufferTexture2D: (_target: number, _at: number, _kind: number, texture: Texture | null) => {
        if (bound !== undefined) bound.texture = texture ?? undefined;
      },
      bufferData: (target: number, source: number | ArrayBufferView) =>
        void buffers.set(
          target,
          typeof source === "number" ? new Uint8Array(source) : bytesOf(source).slice(),
        ),
      getBufferSubData: (target: number, from: number, into: ArrayBufferView, at = 0, count = 0) => {
        const stored = buffers.get(target) ?? new Uint8Array(0);
        const size = bytesPerElement(into);
        const length = count === 0 ? into.byteLength - at * size : count * size;
        bytesOf(into).set(stored.subarray(from, from + length), at * size);
      },
      readPixels: (...[, , width, height, , type, into, at = 0]: ReadPixels) => {
        const picture = bound?.texture?.picture;
        if (picture?.width !== width || picture.height !== height || type !== GL.UNSIGNED_BYTE) {
          throw new Error(
            `expected to read back the whole uploaded RGBA picture, was asked for ${width}x${height}`,
          );
        }
        const pixels = bytesOf(picture.data).subarray(0, width * height * BYTES_PER_PIXEL);
        if (ArrayBuffer.isView(into)) bytesOf(into).set(pixels, at * bytesPerElement(into));
        else buffers.get(GL.PIXEL_PACK_BUFFER)?.set(pixels, into);
      },
    },
  };
}
