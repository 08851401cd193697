// Chunks are compressed with Zstandard, which Node brings: one place for both ways.
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";

/** Its name in MCAP. */
export const COMPRESSION = "zstd";
export const compress = (bytes: Uint8Array): Uint8Array => zstdCompressSync(bytes);

/** Throws on a compression we do not write, and on bytes that are none. */
export function decompress(compression: string, bytes: Uint8Array): Uint8Array {
  if (compression === "") return bytes;
  if (compression !== COMPRESSION)
    throw new Error(`chunk compressed with ${compression}: expected ${COMPRESSION}`);
  return zstdDecompressSync(bytes);
}
