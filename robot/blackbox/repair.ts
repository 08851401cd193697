// Ends a recording that a crash cut short, so that every MCAP reader opens it quickly; no message is changed.
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { McapRecordBuilder, type McapTypes } from "@mcap/core";
import {
  chunkOf,
  isEnded,
  openChunk,
  recordsIn,
  recordsOf,
  RecordStream,
  type RawRecord,
} from "./records.ts";
import { emptyContents, ending, OPCODE, type Contents } from "./summary.ts";

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Indexed = Mutable<McapTypes.ChunkIndex>;

/** Returns whether it had to. Throws when the file cannot be read or written, or is no MCAP file. */
export function repair(path: string): boolean {
  const bytes = readFileSync(path);
  if (isEnded(bytes)) return false;
  const { contents, last, length } = survey(bytes);
  const index = last === undefined ? new Uint8Array(0) : indexAgain(last.record, last.index, length);
  const crc = crc32(index, crc32(bytes.subarray(0, length)));
  const end = ending(contents, length + index.length, crc);
  const file = openSync(path, "r+");
  try {
    ftruncateSync(file, length);
    writeSync(file, Buffer.concat([index, end]), 0, index.length + end.length, length);
  } finally {
    closeSync(file);
  }
  return true;
}

interface Survey {
  readonly contents: Contents;
  /** The last whole chunk, whose index may have been cut. */
  readonly last: { readonly record: RawRecord; readonly index: Indexed } | undefined;
  /** What is kept of the file. */
  readonly length: number;
}

/** What its summary would have said. Chunks that cannot be read keep their place. */
function survey(bytes: Uint8Array): Survey {
  const contents = emptyContents();
  const stream = new RecordStream();
  let last: Survey["last"];
  let length = 0;
  for (const record of recordsOf(bytes)) {
    const { opcode, offset } = record;
    if (opcode === OPCODE.dataEnd || opcode === OPCODE.footer) break;
    if (opcode === OPCODE.chunk) {
      last = { record, index: indexOf(record) };
      contents.chunks.push(last.index);
      count(record, stream, contents);
    } else if (opcode === OPCODE.messageIndex && last !== undefined) {
      last.index.messageIndexOffsets.set(channelOf(record), BigInt(offset));
      last.index.messageIndexLength += BigInt(record.length);
    } else if (opcode === OPCODE.metadata) {
      const name = nameOf(bytes, record);
      contents.metadata.push({ name, offset: BigInt(offset), length: BigInt(record.length) });
    }
    if (opcode !== OPCODE.messageIndex) length = offset + record.length;
  }
  return { contents, last, length };
}

const channelOf = ({ content }: RawRecord) => view(content).getUint16(0, true);
const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
/** Where a message record says when it was logged: after its channel and sequence. */
const LOG_TIME = 6;

/** The index records of the last chunk, written from its messages, to stand at `place`. */
function indexAgain({ content }: RawRecord, index: Indexed, place: number): Uint8Array {
  const builder = new McapRecordBuilder();
  const found = new Map<number, [bigint, bigint][]>();
  try {
    for (const record of recordsIn(openChunk(chunkOf(content)), 0)) {
      if (record.opcode !== OPCODE.message) continue;
      const records = found.get(channelOf(record)) ?? [];
      records.push([view(record.content).getBigUint64(LOG_TIME, true), BigInt(record.offset)]);
      found.set(channelOf(record), records);
    }
  } catch {
    found.clear(); // readers will say so when they come to it
  }
  index.messageIndexOffsets = new Map();
  for (const [channelId, records] of found) {
    index.messageIndexOffsets.set(channelId, BigInt(place + builder.length));
    builder.writeMessageIndex({ channelId, records });
  }
  index.messageIndexLength = BigInt(builder.length);
  return builder.buffer.slice();
}

function indexOf({ content, offset, length }: RawRecord): Indexed {
  const { start, end, compression, records, uncompressedSize } = chunkOf(content);
  return {
    messageStartTime: start,
    messageEndTime: end,
    chunkStartOffset: BigInt(offset),
    chunkLength: BigInt(length),
    messageIndexOffsets: new Map(),
    messageIndexLength: 0n,
    compression,
    compressedSize: BigInt(records.length),
    uncompressedSize,
  };
}

function count({ content }: RawRecord, stream: RecordStream, { schemas, channels, counts }: Contents): void {
  try {
    for (const read of stream.read(openChunk(chunkOf(content))))
      if (read.type === "Schema") schemas.set(read.id, read);
      else if (read.type === "Channel") channels.set(read.id, read);
      else if (read.type === "Message") counts.set(read.channelId, (counts.get(read.channelId) ?? 0n) + 1n);
  } catch {
    return; // readers will say so when they come to it
  }
}

function nameOf(bytes: Uint8Array, { offset, length }: RawRecord): string {
  const [read] = new RecordStream().read(bytes.subarray(offset, offset + length));
  return read?.type === "Metadata" ? read.name : "";
}
