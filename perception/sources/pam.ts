// Reads a stream of PAM pictures, each with its own size: the plainest form in which a decoder can hand over frames.
import type { Picture } from "../picture.ts";

const END = "ENDHDR\n";
const LONGEST_HEADER = 512;

interface Header {
  readonly width: number;
  readonly height: number;
  /** Bytes from the header's first to the first pixel's. */
  readonly length: number;
}

/** The header at the start of `bytes`, or undefined while it is not whole. Throws when it is no RGBA picture's. */
function readHeader(bytes: Buffer): Header | undefined {
  const end = bytes.subarray(0, LONGEST_HEADER).indexOf(END);
  if (end < 0) {
    if (bytes.length < LONGEST_HEADER) return undefined;
    throw new Error("the decoder's stream has no PAM header where one was expected");
  }
  const text = bytes.toString("latin1", 0, end);
  const field = (name: string) => Number(new RegExp(`^${name} (\\d+)$`, "m").exec(text)?.[1]);
  const [width, height, depth] = [field("WIDTH"), field("HEIGHT"), field("DEPTH")];
  if (!text.startsWith("P7\n") || depth !== 4 || !(width > 0 && height > 0)) {
    throw new Error(`expected PAM pictures of depth 4, got the header ${JSON.stringify(text)}`);
  }
  return { width, height, length: end + END.length };
}

/** Cuts chunks of any size into pictures. Throws when the stream ends inside one. */
export async function* pamPictures(chunks: AsyncIterable<Buffer>): AsyncGenerator<Picture> {
  let waiting: Buffer = Buffer.alloc(0);
  let parts: Buffer[] = [];
  let needed = 0;
  for await (const chunk of chunks) {
    parts.push(chunk);
    needed -= chunk.length;
    if (needed > 0) continue;
    waiting = Buffer.concat([waiting, ...parts]);
    parts = [];
    for (;;) {
      const header = readHeader(waiting);
      const size = header === undefined ? 0 : header.width * header.height * 4;
      needed = header === undefined ? 1 : header.length + size - waiting.length;
      if (header === undefined || needed > 0) break;
      const rgba = new Uint8ClampedArray(waiting.subarray(header.length, header.length + size));
      yield { rgba, width: header.width, height: header.height };
      waiting = waiting.subarray(header.length + size);
    }
  }
  if (waiting.length + parts.length > 0) throw new Error("the decoder's stream ended inside a picture");
}
