// Gives a .tflite model the TFLITE_METADATA block that the MediaPipe task graphs ask for, without re-serialising it.
import { Builder } from "flatbuffers";
import type { Offset } from "flatbuffers";

/** What a task graph must know of a model's one picture input: pixel p enters as (p - mean) / std, p in 0..255. */
export interface ModelDescription {
  readonly name: string;
  readonly mean: number;
  readonly std: number;
  readonly outputs: readonly string[];
}

// Field numbers and union tags of tensorflow/lite/support/metadata/metadata_schema.fbs.
const NORMALIZATION_OPTIONS = 1;
const IMAGE_PROPERTIES = 2;
const COLOR_SPACE_RGB = 1;

/** One table: its fields by number, offsets of what was built before. */
function table(builder: Builder, size: number, fields: Readonly<Record<number, Offset>>): Offset {
  builder.startObject(size);
  for (const [field, offset] of Object.entries(fields)) builder.addFieldOffset(Number(field), offset, 0);
  return builder.endObject();
}

function offsets(builder: Builder, values: readonly Offset[]): Offset {
  builder.startVector(4, values.length, 4);
  for (const value of values.toReversed()) builder.addOffset(value);
  return builder.endVector();
}

function floatVector(builder: Builder, value: number): Offset {
  builder.startVector(4, 1, 4);
  builder.addFloat32(value);
  return builder.endVector();
}

/** A union field pair: the tag at `field`, the table at the next one. */
function union(builder: Builder, size: number, tag: number, value: Offset): Offset {
  builder.startObject(size);
  builder.addFieldInt8(0, tag, 0);
  builder.addFieldOffset(1, value, 0);
  return builder.endObject();
}

/** The ModelMetadata flatbuffer (identifier M001) of a model with one RGB picture input. */
export function modelMetadata({ name, mean, std, outputs }: ModelDescription): Uint8Array {
  const builder = new Builder(1024);
  const normalization = table(builder, 2, { 0: floatVector(builder, mean), 1: floatVector(builder, std) });
  const processUnits = offsets(builder, [union(builder, 2, NORMALIZATION_OPTIONS, normalization)]);
  builder.startObject(2);
  builder.addFieldInt8(0, COLOR_SPACE_RGB, 0);
  const content = union(builder, 3, IMAGE_PROPERTIES, builder.endObject());
  const input = table(builder, 7, { 0: builder.createString("image"), 3: content, 4: processUnits });
  const inputs = offsets(builder, [input]);
  const outputTables = outputs.map((output) => table(builder, 7, { 0: builder.createString(output) }));
  const graph = table(builder, 8, { 2: inputs, 3: offsets(builder, outputTables) });
  const graphs = offsets(builder, [graph]);
  const fields = { 0: builder.createString(name), 2: builder.createString("1.0.0"), 3: graphs };
  builder.finish(table(builder, 8, fields), "M001");
  return builder.asUint8Array().slice();
}

// Field numbers of tensorflow/lite/schema/schema.fbs, table Model.
const VERSION = 0;
const BUFFERS = 4;
const METADATA = 6;
const KEPT_FIELDS = [1, 2, 3, 5, 7]; // operator codes, subgraphs, description, metadata buffer, signatures
const ALIGNMENT = 64;

/** Reads the root table of a .tflite: where each field's value lies, and the elements of its vectors. */
function readModel(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = bytes.length > 8 ? String.fromCharCode(...bytes.subarray(4, 8)) : "";
  if (magic !== "TFL3") throw new Error(`the model is not a .tflite file: expected "TFL3", found "${magic}"`);
  const u32 = (at: number) => view.getUint32(at, true);
  const root = u32(0);
  const vtable = root - view.getInt32(root, true);
  const vtableLength = view.getUint16(vtable, true);
  const field = (number: number) => {
    const slot = 4 + 2 * number;
    const distance = slot < vtableLength ? view.getUint16(vtable + slot, true) : 0;
    return distance === 0 ? undefined : root + distance;
  };
  const target = (number: number) => {
    const at = field(number);
    return at === undefined ? undefined : at + u32(at);
  };
  const elements = (number: number) => {
    const vector = target(number);
    if (vector === undefined) return [];
    return Array.from({ length: u32(vector) }, (_, i) => vector + 4 + 4 * i + u32(vector + 4 + 4 * i));
  };
  const version = field(VERSION);
  return { version: version === undefined ? 0 : u32(version), target, elements };
}

/**
 * The same model with the metadata attached under the name TFLITE_METADATA.
 *
 * Flatbuffer offsets are relative and point forward only, so a new root table with longer `buffers` and
 * `metadata` vectors is put in front, and the old bytes stay as they are, shifted by a multiple of 64 so that
 * tensors keep their alignment.
 */
export function withMetadata(tflite: Uint8Array, metadata: Uint8Array): Uint8Array {
  const model = readModel(tflite);
  const buffers = model.elements(BUFFERS);
  const entries = model.elements(METADATA);
  const place = layOut(buffers.length, entries.length, metadata.length);
  const bytes = new Uint8Array(place.end + tflite.length);
  const view = new DataView(bytes.buffer);
  const u16 = (at: number, value: number) => view.setUint16(at, value, true);
  const u32 = (at: number, value: number) => view.setUint32(at, value, true);
  const text = (at: number, value: string) => bytes.set(new TextEncoder().encode(value), at);
  const put = (field: number, at: number) => {
    const slot = place.root + 4 + 4 * field;
    u16(place.vtable + 4 + 2 * field, slot - place.root);
    u32(slot, at - slot);
  };
  const vector = (at: number, values: readonly number[]) => {
    u32(at, values.length);
    values.forEach((value, i) => u32(at + 4 + 4 * i, value - (at + 4 + 4 * i)));
  };
  const vtable = (at: number, ofTable: number, slots: readonly number[]) => {
    u16(at, 4 + 2 * slots.length);
    u16(at + 2, 4 + 4 * slots.length);
    slots.forEach((slot, i) => u16(at + 4 + 2 * i, slot));
    view.setInt32(ofTable, ofTable - at, true);
  };

  u32(0, place.root);
  text(4, "TFL3");
  vtable(place.vtable, place.root, [4, 0, 0, 0, 0, 0, 0, 0]);
  u32(place.root + 4, model.version);
  for (const field of KEPT_FIELDS) {
    const at = model.target(field);
    if (at !== undefined) put(field, at + place.end);
  }
  put(BUFFERS, place.buffers);
  put(METADATA, place.metadata);
  vector(place.buffers, [...buffers.map((at) => at + place.end), place.bufferTable]);
  vector(place.metadata, [...entries.map((at) => at + place.end), place.entryTable]);
  vtable(place.entryVtable, place.entryTable, [4, 8]);
  u32(place.entryTable + 4, place.name - (place.entryTable + 4));
  u32(place.entryTable + 8, buffers.length);
  vtable(place.bufferVtable, place.bufferTable, [4]);
  u32(place.bufferTable + 4, place.payload - (place.bufferTable + 4));
  u32(place.name, 15);
  text(place.name + 4, "TFLITE_METADATA\0");
  u32(place.payload, metadata.length);
  bytes.set(metadata, place.payload + 4);
  bytes.set(tflite, place.end);
  return bytes;
}

/** Where each part of the new head lies [bytes]; the payload is 16-aligned as the schema asks, the end 64-aligned. */
function layOut(buffers: number, entries: number, payloadLength: number) {
  const vtable = 8;
  const root = 28;
  const buffersAt = root + 4 + 4 * 8;
  const metadata = buffersAt + 4 + 4 * (buffers + 1);
  const entryVtable = metadata + 4 + 4 * (entries + 1);
  const entryTable = entryVtable + 8;
  const bufferVtable = entryTable + 12;
  const bufferTable = bufferVtable + 8;
  const name = bufferTable + 8;
  const payload = Math.ceil((name + 4 + 16 + 4) / 16) * 16 - 4;
  const end = Math.ceil((payload + 4 + payloadLength) / ALIGNMENT) * ALIGNMENT;
  return {
    vtable,
    root,
    buffers: buffersAt,
    metadata,
    entryVtable,
    entryTable,
    bufferVtable,
    bufferTable,
    name,
    payload,
    end,
  };
}
