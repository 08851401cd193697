// Goes along the records of an MCAP file, also one that was cut short or damaged: every whole chunk, and what is wrong with others.
import { crc32 } from "node:zlib";
import { McapRecordBuilder, McapStreamReader, type McapTypes } from "@mcap/core";
import { decompress } from "./compression.ts";

const MAGIC = Buffer.from([0x89, 0x4d, 0x43, 0x41, 0x50, 0x30, 0x0d, 0x0a]);
/** An opcode and the length of what follows. */
const RECORD_HEAD = 9;

/** One record of the data section; `length` includes its head. */
export interface RawRecord {
  readonly opcode: number;
  readonly offset: number;
  readonly length: number;
  readonly content: Uint8Array;
}

/** The whole records of a file, in order. Throws when it is no MCAP file at all. */
export function recordsOf(bytes: Uint8Array): Generator<RawRecord, undefined> {
  if (Buffer.compare(bytes.subarray(0, MAGIC.length), MAGIC) !== 0)
    throw new Error("this is no MCAP file: expected it to begin with its magic bytes");
  return recordsIn(bytes, MAGIC.length);
}

/** The whole records from `offset` on. */
export function* recordsIn(bytes: Uint8Array, offset: number): Generator<RawRecord, undefined> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = offset; at + RECORD_HEAD <= bytes.length;) {
    const length = RECORD_HEAD + Number(view.getBigUint64(at + 1, true));
    if (at + length > bytes.length) return;
    const content = bytes.subarray(at + RECORD_HEAD, at + length);
    yield { opcode: view.getUint8(at), offset: at, length, content };
    at += length;
  }
}

/** Whether a file was ended as it should be. */
export const isEnded = (bytes: Uint8Array): boolean =>
  bytes.length > 2 * MAGIC.length && Buffer.compare(bytes.subarray(-MAGIC.length), MAGIC) === 0;

/** A chunk as the file says it is; its records are checked only when it is opened. */
export interface RawChunk {
  readonly start: bigint;
  readonly end: bigint;
  readonly uncompressedSize: bigint;
  readonly crc: number;
  readonly compression: string;
  readonly records: Uint8Array;
}

/** Reads a chunk's head. Throws a RangeError when the record is too short to be one. */
export function chunkOf(content: Uint8Array): RawChunk {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const nameLength = view.getUint32(28, true);
  const recordsAt = 32 + nameLength + 8;
  return {
    start: view.getBigUint64(0, true),
    end: view.getBigUint64(8, true),
    uncompressedSize: view.getBigUint64(16, true),
    crc: view.getUint32(24, true),
    compression: Buffer.from(content.subarray(32, 32 + nameLength)).toString(),
    records: content.subarray(recordsAt, recordsAt + Number(view.getBigUint64(32 + nameLength, true))),
  };
}

/** The bytes of a chunk's records. Throws when they are not those that were written. */
export function openChunk(chunk: RawChunk): Uint8Array {
  const raw = decompress(chunk.compression, chunk.records);
  if (chunk.crc !== 0 && crc32(raw) !== chunk.crc) throw new Error("its checksum is wrong");
  return raw;
}

/** Reads the records of one chunk after the other, and remembers the channels that earlier ones described. */
export class RecordStream {
  readonly #described = new Map<string, McapTypes.Schema | McapTypes.Channel>();
  #reader = new McapStreamReader({ noMagicPrefix: true });

  /** Throws when they cannot be read; those of another chunk can be read afterwards. */
  read(bytes: Uint8Array): McapTypes.TypedMcapRecord[] {
    const records: McapTypes.TypedMcapRecord[] = [];
    try {
      this.#reader.append(bytes);
      for (let record = this.#reader.nextRecord(); record !== undefined; record = this.#reader.nextRecord()) {
        if (record.type === "Schema" || record.type === "Channel")
          this.#described.set(`${record.type} ${record.id}`, record);
        records.push(record);
      }
    } catch (error) {
      this.#renew();
      throw error;
    }
    return records;
  }

  /** The library's reader is of no use after an error. */
  #renew(): void {
    const builder = new McapRecordBuilder();
    for (const record of this.#described.values())
      if ("topic" in record) builder.writeChannel(record);
      else builder.writeSchema(record);
    this.#reader = new McapStreamReader({ noMagicPrefix: true });
    this.#reader.append(builder.buffer);
    while (this.#reader.nextRecord() !== undefined);
  }
}
