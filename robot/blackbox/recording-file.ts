// One MCAP file being written: messages gather in a chunk, and a flush puts the chunk whole into the file.
import { closeSync, fdatasyncSync, ftruncateSync, openSync, rmSync, writeSync } from "node:fs";
import { McapChunkBuilder, McapRecordBuilder } from "@mcap/core";
import { crc32 } from "node:zlib";
import { compress, COMPRESSION } from "./compression.ts";
import { schemaOf, type TypeName } from "./schema.ts";
import { emptyContents, ending } from "./summary.ts";

const text = new TextEncoder();

/**
 * After each flush the file is whole but for its ending, which `close` writes: a process that dies loses what came
 * since its last flush. Throws the file system's error when nothing can be written; the file is then as it was.
 */
export class RecordingFile {
  readonly path: string;
  readonly #file: number;
  readonly #contents = emptyContents();
  readonly #ids = new Map<string, number>();
  readonly #schemaIds = new Map<string, number>();
  readonly #sequences = new Map<number, number>();
  readonly #chunk = new McapChunkBuilder({ useMessageIndex: true });
  #size = 0;
  #crc = 0;
  #closed = false;

  /** Makes the file. Throws when it exists or cannot be made. */
  constructor(path: string, about: Readonly<Record<string, string>>) {
    this.path = path;
    this.#file = openSync(path, "wx");
    try {
      const builder = new McapRecordBuilder();
      builder.writeMagic();
      builder.writeHeader({ profile: "ros2", library: "dolbom" });
      const offset = BigInt(builder.length);
      const name = "session";
      const length = builder.writeMetadata({ name, metadata: new Map(Object.entries(about)) });
      this.#write(builder.buffer);
      this.#contents.metadata.push({ name, offset, length });
    } catch (error) {
      this.abandon();
      throw error;
    }
  }

  /** Bytes in the file. */
  get size(): number {
    return this.#size;
  }

  /** Bytes that the next flush will compress. */
  get pending(): number {
    return this.#chunk.byteLength;
  }

  /** `time` in ns on the graph's clock. */
  add(topic: string, type: TypeName, time: bigint, data: Uint8Array): void {
    const channelId = this.#channel(topic, type);
    const sequence = this.#sequences.get(channelId) ?? 0;
    this.#sequences.set(channelId, sequence + 1);
    this.#chunk.addMessage({ channelId, sequence, logTime: time, publishTime: time, data });
    this.#contents.counts.set(channelId, BigInt(sequence + 1));
  }

  /** Puts what has gathered into the file, down to the disk. */
  flush(): void {
    if (this.#chunk.numMessages === 0) return;
    const raw = this.#chunk.buffer;
    const { messageStartTime, messageEndTime, indices } = this.#chunk;
    const records = compress(raw);
    const builder = new McapRecordBuilder();
    const chunkLength = builder.writeChunk({
      messageStartTime,
      messageEndTime,
      uncompressedSize: BigInt(raw.length),
      uncompressedCrc: crc32(raw),
      compression: COMPRESSION,
      records,
    });
    const messageIndexOffsets = new Map<number, bigint>();
    let messageIndexLength = 0n;
    for (const index of indices) {
      messageIndexOffsets.set(index.channelId, BigInt(this.#size + builder.length));
      messageIndexLength += builder.writeMessageIndex(index);
    }
    const chunkStartOffset = BigInt(this.#size);
    this.#write(builder.buffer);
    this.#contents.chunks.push({
      messageStartTime,
      messageEndTime,
      chunkStartOffset,
      chunkLength,
      messageIndexOffsets,
      messageIndexLength,
      compression: COMPRESSION,
      compressedSize: BigInt(records.length),
      uncompressedSize: BigInt(raw.length),
    });
    this.#chunk.reset();
    fdatasyncSync(this.#file);
  }

  /** Flushes and ends the file, which is then quick to open. */
  close(): void {
    try {
      this.flush();
      this.#write(ending(this.#contents, this.#size, this.#crc));
    } finally {
      this.abandon();
    }
  }

  /** Lets go of a file that can no longer be written; one without a message is not left behind. */
  abandon(): void {
    if (this.#closed) return;
    this.#closed = true;
    closeSync(this.#file);
    if (this.#contents.chunks.length === 0) rmSync(this.path, { force: true });
  }

  #channel(topic: string, type: TypeName): number {
    const known = this.#ids.get(topic);
    if (known !== undefined) return known;
    const schemaId = this.#schema(type);
    const id = this.#ids.size;
    const channel = { id, schemaId, topic, messageEncoding: "cdr", metadata: new Map<string, string>() };
    this.#chunk.addChannel(channel);
    this.#contents.channels.set(id, channel);
    this.#ids.set(topic, id);
    return id;
  }

  #schema(type: TypeName): number {
    const known = this.#schemaIds.get(type);
    if (known !== undefined) return known;
    const id = this.#schemaIds.size + 1; // 0 means none
    const schema = { id, name: type, encoding: "ros2msg", data: text.encode(schemaOf(type)) };
    this.#chunk.addSchema(schema);
    this.#contents.schemas.set(id, schema);
    this.#schemaIds.set(type, id);
    return id;
  }

  /** All of it or, after an error, nothing of it. */
  #write(bytes: Uint8Array): void {
    try {
      for (let done = 0; done < bytes.length;)
        done += writeSync(this.#file, bytes, done, bytes.length - done, this.#size + done);
    } catch (error) {
      this.#takeBack();
      throw error;
    }
    this.#size += bytes.length;
    this.#crc = crc32(bytes, this.#crc);
  }

  #takeBack(): void {
    try {
      ftruncateSync(this.#file, this.#size);
    } catch {
      return; // half a record at its end: readers stop before it
    }
  }
}
