// Tests of the box over real files: what it keeps, what it never keeps, when it begins anew, and what it may delete.
import { mkdtempSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { McapIndexedReader } from "@mcap/core";
import { open } from "node:fs/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { SafetyState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { BlackBox, type BoxOptions } from "./box.ts";
import { decompress } from "./compression.ts";
import { incidentsOf, partsOf } from "./folder.ts";
import { openRecording } from "./read.ts";
import { repair } from "./repair.ts";
import { CALM, noted, STOPPED } from "./sample.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "blackbox-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const boxOf = (change: Partial<BoxOptions> = {}) => new BlackBox({ folder, session: "s", ...change });
const files = () => partsOf(folder).map(({ path }) => path);
const messagesOf = (path: string) => [...openRecording(path).messages()];
const only = () => {
  const [path = ""] = files();
  return path;
};
/** Ten seconds of a robot, four messages a second, flushed twice a second. */
function record(box: BlackBox, from: number, till: number, change: object = CALM) {
  for (let half = 2 * from; half < 2 * till; half += 1) {
    const at = seconds(half / 2);
    box.note(noted(topics.safetyState, at, { ...change }));
    box.note(noted(topics.jointStates, at));
    box.flush(at);
  }
}

test("every message is read back with its topic, type, time and content, in order", () => {
  const box = boxOf();
  record(box, 0, 10);
  box.close(seconds(10));
  const read = messagesOf(only()).filter(({ topic }) => topic === topics.jointStates.name);
  expect(read.map(({ logTime }) => Number(logTime))).toEqual(Array.from({ length: 20 }, (_, i) => i * 5e8));
  expect(read[0]).toMatchObject({ type: "sensor_msgs/msg/JointState" });
  expect(read[0]?.read()).toMatchObject({ header: { frame_id: "김순자 님" } });
  expect(openRecording(only())).toMatchObject({ ended: true, about: { session: "s", part: "1" } });
});

test("SR-45 pictures are never recorded", () => {
  const box = boxOf();
  box.note(noted(topics.image, seconds(0)));
  box.note(noted(topics.compressedImage, seconds(0)));
  box.note(noted(topics.jointStates, seconds(0)));
  box.close(seconds(1));
  expect(messagesOf(only()).map(({ topic }) => topic)).toEqual([topics.jointStates.name]);
  expect(box.state.lost).toBe(0);
});

test("a message that came before a flush is in the file when the process dies after it", () => {
  const box = boxOf();
  record(box, 0, 3);
  // no close: the file is as a crash leaves it
  const recording = openRecording(only());
  expect(recording.ended).toBe(false);
  expect([...recording.messages()].filter(({ topic }) => topic === topics.safetyState.name)).toHaveLength(6);
});

test.each([1, 5, 9, 100, 1000])("a file cut %i bytes before its end opens with all chunks before", (cut) => {
  const box = boxOf();
  record(box, 0, 10);
  truncateSync(only(), statSync(only()).size - cut);
  const read = messagesOf(only()).filter(({ topic }) => topic === topics.jointStates.name);
  expect(read.length).toBeGreaterThan(15);
  expect(read.length).toBeLessThanOrEqual(20);
});

test("a file that was cut short is ended, and then any indexed reader of MCAP opens it", async () => {
  const box = boxOf();
  record(box, 0, 10);
  truncateSync(only(), statSync(only()).size - 5);
  const before = messagesOf(only()).length;
  expect(repair(only())).toBe(true);
  expect(repair(only())).toBe(false);
  expect(openRecording(only()).ended).toBe(true);
  expect(await indexed(only())).toBe(before);
});

test("a file that ended cleanly is opened by an indexed reader of MCAP", async () => {
  const box = boxOf();
  record(box, 0, 10);
  box.close(seconds(10));
  expect(await indexed(only())).toBe(messagesOf(only()).length);
});

test("a part is followed by the next when it is old or large enough, and none is lost between", () => {
  const box = boxOf({ partTime: seconds(3) });
  record(box, 0, 10);
  box.close(seconds(10));
  expect(files().length).toBe(4);
  const all = files().flatMap(messagesOf);
  expect(all.filter(({ topic }) => topic === topics.jointStates.name)).toHaveLength(20);
});

test("the oldest parts are deleted beyond the bound, and those of an incident or beside it are not", () => {
  const box = boxOf({ partTime: seconds(1), keepBytes: 1 });
  record(box, 0, 5);
  record(box, 5, 6, STOPPED);
  record(box, 6, 12);
  box.close(seconds(12));
  const incident = incidentsOf(folder)[0];
  expect(incident).toMatchObject({ session: "s", at: 5, requirements: ["SR-1"] });
  const kept = partsOf(folder).map(({ number }) => number);
  const stop = incident?.part ?? NaN;
  expect(kept).toEqual([stop, stop + 1, 12]);
});

test("SR-45 incidents have a bound of their own, beyond which the oldest goes: a disk is never filled by stops", () => {
  const box = boxOf({ partTime: seconds(1), keepBytes: 1, keepIncidentBytes: 1 });
  for (let second = 0; second < 12; second += 4) {
    record(box, second, second + 2);
    record(box, second + 2, second + 4, STOPPED);
  }
  box.close(seconds(12));
  expect([incidentsOf(folder).length, partsOf(folder).length]).toEqual([3, 1]);
});

test("rides too short for a second part are bounded too: each start makes room", () => {
  for (const session of ["a", "b", "c"]) {
    const box = boxOf({ session, keepBytes: 1 });
    record(box, 0, 1);
    box.close(seconds(1));
  }
  expect(partsOf(folder).map(({ session }) => session)).toEqual(["c"]);
});

test("a stop that lasts is one incident, and the next stop another", () => {
  const box = boxOf();
  record(box, 0, 1);
  record(box, 1, 2, STOPPED);
  record(box, 2, 4);
  record(box, 4, 6, STOPPED);
  expect(incidentsOf(folder).map(({ at }) => at)).toEqual([1, 4]);
});

test("a stop out of safe idle, as at every start, is no incident and protects no file", () => {
  const box = boxOf();
  record(box, 0, 1, { motion: SafetyState.SAFE_IDLE });
  record(box, 1, 2, STOPPED);
  expect(incidentsOf(folder)).toEqual([]);
});

test("a box started anew in the same session goes on with the next part", () => {
  record(boxOf(), 0, 2);
  const next = boxOf();
  record(next, 2, 4);
  next.close(seconds(4));
  expect(partsOf(folder).map(({ number }) => number)).toEqual([1, 2]);
});

test("a message of no known type is counted as lost, and the others are kept", () => {
  const box = boxOf();
  box.note({ topic: "/x", type: "x/msg/Y", message: {}, at: seconds(0) });
  box.note(noted(topics.jointStates, seconds(0)));
  box.close(seconds(1));
  expect(box.state.lost).toBe(1);
  expect(messagesOf(only())).toHaveLength(1);
});

test("what is no recording is refused with its name", () => {
  const path = join(folder, "x.mcap");
  writeFileSync(path, "not a recording");
  expect(() => openRecording(path)).toThrow(`${path}: this is no MCAP file`);
  expect(readdirSync(folder)).toEqual(["x.mcap"]);
});

/** Messages that the library's own reader finds by the file's index. */
async function indexed(path: string): Promise<number> {
  const file = await open(path);
  try {
    const reader = await McapIndexedReader.Initialize({
      readable: {
        size: async () => BigInt((await file.stat()).size),
        read: async (offset, length) => {
          const buffer = new Uint8Array(Number(length));
          await file.read(buffer, 0, buffer.length, Number(offset));
          return buffer;
        },
      },
      decompressHandlers: { zstd: (bytes) => decompress("zstd", bytes) },
    });
    let count = 0;
    for await (const message of reader.readMessages()) count += message.data.length > 0 ? 1 : 0;
    return count;
  } finally {
    await file.close();
  }
}
