// The end of an MCAP file: what makes it quick to open. Kept while a file is written, and found again in one cut short.
import { crc32 } from "node:zlib";
import { McapRecordBuilder, type McapTypes } from "@mcap/core";

/** What is known of a file's chunks, schemas and channels. */
export interface Contents {
  readonly schemas: Map<number, McapTypes.Schema>;
  readonly channels: Map<number, McapTypes.Channel>;
  readonly chunks: McapTypes.ChunkIndex[];
  readonly metadata: McapTypes.MetadataIndex[];
  /** Messages of each channel. */
  readonly counts: Map<number, bigint>;
}

export const emptyContents = (): Contents => ({
  schemas: new Map(),
  channels: new Map(),
  chunks: [],
  metadata: [],
  counts: new Map(),
});

const earlier = (a: bigint, b: bigint) => (a < b ? a : b);
const later = (a: bigint, b: bigint) => (a > b ? a : b);

/** The bytes that end a file whose data section is `length` bytes long, with this CRC-32. */
export function ending(contents: Contents, length: number, dataSectionCrc: number): Uint8Array {
  const builder = new McapRecordBuilder();
  const groups: McapTypes.SummaryOffset[] = [];
  builder.writeDataEnd({ dataSectionCrc });
  const dataEnd = builder.length;
  const summaryStart = BigInt(length + builder.length);
  const group = <T>(opcode: number, items: Iterable<T>, write: (item: T) => void) => {
    const start = builder.length;
    for (const item of items) write(item);
    if (builder.length > start)
      groups.push({
        groupOpcode: opcode,
        groupStart: BigInt(length + start),
        groupLength: BigInt(builder.length - start),
      });
  };
  group(OPCODE.schema, contents.schemas.values(), (schema) => builder.writeSchema(schema));
  group(OPCODE.channel, contents.channels.values(), (channel) => builder.writeChannel(channel));
  group(OPCODE.statistics, [statisticsOf(contents)], (statistics) => builder.writeStatistics(statistics));
  group(OPCODE.metadataIndex, contents.metadata, (index) => builder.writeMetadataIndex(index));
  group(OPCODE.chunkIndex, contents.chunks, (index) => builder.writeChunkIndex(index));
  const summaryOffsetStart = BigInt(length + builder.length);
  for (const offset of groups) builder.writeSummaryOffset(offset);
  const footer = { summaryStart, summaryOffsetStart };
  const summaryCrc = crc32(footerHead(footer), crc32(builder.buffer.subarray(dataEnd)));
  builder.writeFooter({ ...footer, summaryCrc });
  builder.writeMagic();
  return builder.buffer.slice();
}

/** What of the footer its checksum covers: opcode, length and both offsets. */
function footerHead({ summaryStart, summaryOffsetStart }: Omit<McapTypes.Footer, "summaryCrc">): Uint8Array {
  const built = new McapRecordBuilder();
  built.writeFooter({ summaryStart, summaryOffsetStart, summaryCrc: 0 });
  return built.buffer.slice(0, -Uint32Array.BYTES_PER_ELEMENT);
}

/** Record types that the summary groups, and that a reader looks for (MCAP specification, Opcodes). */
export const OPCODE = {
  footer: 0x02,
  schema: 0x03,
  channel: 0x04,
  message: 0x05,
  chunk: 0x06,
  messageIndex: 0x07,
  chunkIndex: 0x08,
  statistics: 0x0b,
  metadata: 0x0c,
  metadataIndex: 0x0d,
  dataEnd: 0x0f,
} as const;

function statisticsOf({ schemas, channels, chunks, metadata, counts }: Contents): McapTypes.Statistics {
  const [first] = chunks;
  return {
    messageCount: [...counts.values()].reduce((sum, count) => sum + count, 0n),
    schemaCount: schemas.size,
    channelCount: channels.size,
    attachmentCount: 0,
    metadataCount: metadata.length,
    chunkCount: chunks.length,
    messageStartTime: chunks.reduce(
      (start, chunk) => earlier(start, chunk.messageStartTime),
      first?.messageStartTime ?? 0n,
    ),
    messageEndTime: chunks.reduce((end, chunk) => later(end, chunk.messageEndTime), 0n),
    channelMessageCounts: counts,
  };
}
