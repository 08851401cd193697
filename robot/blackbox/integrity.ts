// Whether every byte of an ended recording is as it was written, also those that hold no message.
import { crc32 } from "node:zlib";
import { isEnded, recordsOf } from "./records.ts";
import { OPCODE } from "./summary.ts";

/** Opcode, length, start of the summary and of its offsets: what of the footer its checksum covers (MCAP, Footer). */
const FOOTER_COVERED = 25;

/** What is wrong in words, or undefined. A file that a crash cut short has no checksum to hold it against. */
export function faultOf(bytes: Uint8Array): string | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let summaryAt: number | undefined;
  for (const { opcode, offset, length, content } of recordsOf(bytes)) {
    if (opcode === OPCODE.dataEnd) {
      if (view.getUint32(content.byteOffset - bytes.byteOffset, true) !== crc32(bytes.subarray(0, offset)))
        return "a byte outside its messages is not what was written";
      summaryAt = offset + length;
    } else if (opcode === OPCODE.footer) {
      const covered = bytes.subarray(summaryAt ?? 0, offset + FOOTER_COVERED);
      if (view.getUint32(offset + FOOTER_COVERED, true) !== crc32(covered))
        return "a byte of its summary is not what was written";
      return isEnded(bytes) ? undefined : "its last bytes are not what was written";
    }
  }
  return isEnded(bytes) || summaryAt !== undefined
    ? "its records cannot be followed to their end"
    : undefined;
}
