// Reads a recording back, whole or cut short by a crash: its messages in the order in which they were noted.
import { readFileSync } from "node:fs";
import { parse } from "@foxglove/rosmsg";
import { MessageReader } from "@foxglove/rosmsg2-serialization";
import type { McapTypes } from "@mcap/core";
import type { ChainLink } from "../../core/messages.ts";
import { recordTopics } from "../../core/topics.ts";
import { faultOf } from "./integrity.ts";
import { chunkOf, isEnded, openChunk, RecordStream, recordsOf, type RawRecord } from "./records.ts";
import { OPCODE } from "./summary.ts";

export interface Recorded {
  readonly topic: string;
  readonly type: string;
  /** [ns] on the graph's clock. */
  readonly logTime: bigint;
  readonly data: Uint8Array;
  /** The message. Throws when its bytes are no message of its type. */
  readonly read: () => unknown;
}

export interface Recording {
  readonly path: string;
  /** Ended by a clean stop; false after a crash, and while it is being written. */
  readonly ended: boolean;
  /** What the box wrote of the session at the file's beginning. */
  readonly about: Readonly<Record<string, string>>;
  /** What is wrong with its bytes as a whole, in words. */
  fault(): string | undefined;
  /** All messages; `damaged` hears of each part of the file that cannot be read, and reading goes on after it. */
  messages(damaged?: (where: string) => void, during?: Span): Generator<Recorded, undefined>;
}

/** [ns] on the graph's clock. Chunks of an ended file that lie wholly outside are passed over. */
export interface Span {
  readonly from: bigint;
  readonly until: bigint;
}

const NANO = 1e9;
const text = new TextDecoder();
const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Opens a recording. Throws one clear error when the file cannot be read or is no MCAP file. */
export function openRecording(path: string): Recording {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    throw new Error(`${path}: ${messageOf(error)}`, { cause: error });
  }
  try {
    return {
      path,
      ended: isEnded(bytes),
      about: aboutOf(bytes),
      fault: () => faultOf(bytes),
      messages: (damaged, during) => messagesOf(bytes, damaged, isEnded(bytes) ? during : undefined),
    };
  } catch (error) {
    throw new Error(`${path}: ${messageOf(error)}`, { cause: error });
  }
}

/** What cannot be read says nothing: `fault` tells of it. */
function aboutOf(bytes: Uint8Array): Readonly<Record<string, string>> {
  const record = [...recordsOf(bytes)].find(({ opcode }) => opcode === OPCODE.metadata);
  const [read] = record === undefined ? [] : readable(new RecordStream(), bytes, record);
  return read?.type === "Metadata" ? Object.fromEntries(read.metadata) : {};
}

function readable(
  stream: { read(bytes: Uint8Array): readonly McapTypes.TypedMcapRecord[] },
  bytes: Uint8Array,
  { offset, length }: RawRecord,
): readonly McapTypes.TypedMcapRecord[] {
  try {
    return stream.read(bytes.subarray(offset, offset + length));
  } catch {
    return [];
  }
}

function* messagesOf(
  bytes: Uint8Array,
  damaged: (where: string) => void = () => {},
  during?: Span,
): Generator<Recorded, undefined> {
  const channels = new Channels();
  describe(bytes, channels);
  let count = 0;
  for (const record of recordsOf(bytes)) {
    if (record.opcode === OPCODE.dataEnd) return;
    if (record.opcode !== OPCODE.chunk || isOutside(record, during)) continue;
    try {
      yield* chunkMessages(record, channels);
    } catch (error) {
      damaged(`chunk ${count}${spanOf(record)} cannot be read: ${messageOf(error)}`);
    }
    count += 1;
  }
}

function isOutside({ content }: RawRecord, during: Span | undefined): boolean {
  if (during === undefined) return false;
  const { start, end } = chunkOf(content);
  return end < during.from || start > during.until;
}

/** An ended file describes its channels once more at its end: damage to their first chunk then costs only that chunk. */
function describe(bytes: Uint8Array, channels: Channels): void {
  for (const record of recordsOf(bytes))
    if (record.opcode === OPCODE.schema || record.opcode === OPCODE.channel)
      readable(channels, bytes, record);
}

function* chunkMessages(record: RawRecord, channels: Channels): Generator<Recorded, undefined> {
  // opened whole before anything of it is told: a damaged chunk tells nothing
  for (const read of channels.read(openChunk(chunkOf(record.content))))
    if (read.type === "Message") yield channels.recorded(read);
}

function spanOf({ content }: RawRecord): string {
  try {
    const { start, end } = chunkOf(content);
    return ` (${(Number(start) / NANO).toFixed(3)} s to ${(Number(end) / NANO).toFixed(3)} s)`;
  } catch {
    return "";
  }
}

class Channels {
  readonly #schemas = new Map<number, McapTypes.Schema>();
  readonly #channels = new Map<number, McapTypes.Channel>();
  readonly #readers = new Map<number, MessageReader>();
  readonly #stream = new RecordStream();

  /** The records in these bytes; what they describe is remembered. */
  read(bytes: Uint8Array): readonly McapTypes.TypedMcapRecord[] {
    const records = this.#stream.read(bytes);
    for (const record of records)
      if (record.type === "Schema") this.#schemas.set(record.id, record);
      else if (record.type === "Channel") this.#channels.set(record.id, record);
    return records;
  }

  recorded({ channelId, logTime, data }: McapTypes.Message): Recorded {
    const channel = this.#channels.get(channelId);
    const schema = this.#schemas.get(channel?.schemaId ?? 0);
    if (channel === undefined || schema === undefined)
      throw new Error(`a message of channel ${channelId}, which the file does not describe`);
    return {
      topic: channel.topic,
      type: schema.name,
      logTime,
      data,
      read: () => this.#reader(schema).readMessage(data),
    };
  }

  #reader(schema: McapTypes.Schema): MessageReader {
    const known = this.#readers.get(schema.id);
    if (known !== undefined) return known;
    const reader = new MessageReader(parse(text.decode(schema.data), { ros2: true }));
    this.#readers.set(schema.id, reader);
    return reader;
  }
}

/** The hash that the chain of a file ended with; its beginning's when it has no link. */
export function lastHead(path: string): Uint8Array {
  const recording = openRecording(path);
  let head: Uint8Array = Buffer.from(recording.about["chain"] ?? "", "hex");
  for (const recorded of recording.messages())
    if (recorded.topic === recordTopics.chain.name)
      head = Uint8Array.from((recorded.read() as ChainLink).head);
  return head;
}
