// Tampering with a recording is found, and where: a changed byte, a message taken out, a part put in another's place.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { ChainLink } from "../../core/messages.ts";
import { recordTopics, services, topics } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { BlackBox } from "./box.ts";
import { encode } from "./cdr.ts";
import { ChainCheck, isChained } from "./chain.ts";
import { partsOf } from "./folder.ts";
import { judge } from "./judge.ts";
import { openRecording, type Recorded } from "./read.ts";
import { RecordingFile } from "./recording-file.ts";
import { CALM, noted } from "./sample.ts";
import { isTypeName } from "./schema.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "chain-"));
  const box = new BlackBox({ folder, session: "s", partTime: seconds(4) });
  for (let half = 0; half < 16; half += 1) {
    const at = seconds(half / 2);
    box.note(noted(topics.safetyState, at, CALM));
    box.note(noted(topics.hardwareCommand, at, { sequence: half }));
    box.note(noted(topics.jointStates, at));
    box.flush(at);
  }
  box.close(seconds(8));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const files = () => partsOf(folder).map(({ path }) => path);
const first = () => files()[0] ?? "";

/** Writes a file anew, well formed, with its messages as `change` gives them back. */
function forge(path: string, change: (message: Recorded) => Uint8Array | undefined) {
  const recording = openRecording(path);
  const messages = [...recording.messages()];
  rmSync(path);
  const file = new RecordingFile(path, recording.about);
  for (const message of messages) {
    const data = change(message);
    if (data !== undefined && isTypeName(message.type))
      file.add(message.topic, message.type, message.logTime, data);
  }
  file.close();
}

test("an untouched recording holds over all its parts", () => {
  expect(files().length).toBe(2);
  expect(judge(files(), {})).toMatchObject({ tampered: undefined, chained: 32, unlinked: 0, ended: true });
});

test("a recording lasts from its earliest message, though a thread that was late is recorded after others", () => {
  const box = new BlackBox({ folder, session: "t" });
  for (const at of [9, 2, 3]) box.note(noted(topics.jointStates, seconds(at)));
  box.close(seconds(9));
  expect(judge(files().slice(2), {})).toMatchObject({ messages: 3, duration: 7 });
});

test("SR-45 a changed command is found by its topic and time, though the file is well formed", () => {
  forge(first(), ({ topic, data, read }) => {
    const message = read() as { readonly sequence: number };
    if (topic !== topics.hardwareCommand.name || message.sequence !== 3) return data;
    return encode("care_interfaces/msg/HardwareCommand", { ...message, sequence: 999 });
  });
  expect(judge(files(), {}).tampered).toBe(
    `${topics.hardwareCommand.name} at 1.500 s is not what was recorded (link 3)`,
  );
});

test("a decision that was taken out is missed", () => {
  forge(first(), ({ topic, logTime, data }) =>
    topic === topics.hardwareCommand.name && logTime === 1_000_000_000n ? undefined : data,
  );
  expect(judge(files(), {}).tampered).toBe("1 messages before link 2 were taken out");
});

test("a whole stretch that was taken out with its link is missed", () => {
  forge(first(), ({ logTime, data }) => (logTime === 1_000_000_000n ? undefined : data));
  expect(judge(files(), {}).tampered).toContain("link 2 is missing");
});

test("a part that was put in another's place does not follow", () => {
  const [a = "", b = ""] = files();
  writeFileSync(b, readFileSync(a));
  expect(judge(files(), {}).tampered).toContain("does not follow from the part before it");
});

test("a flipped byte is found wherever it is, and a flipped byte of a message spares the other chunks", () => {
  const whole = readFileSync(first());
  const found: (string | undefined)[] = [];
  for (let place = 8; place < whole.length; place += 37) {
    const bytes = Buffer.from(whole);
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    writeFileSync(first(), bytes);
    found.push(judge(files(), {}).tampered);
  }
  expect(found.length).toBeGreaterThan(200);
  expect(found.filter((where) => where === undefined)).toEqual([]);
  expect(found.filter((where) => where?.includes("cannot be read")).length).toBeGreaterThan(50);
});

test("what people do and what they are answered is chained, sensors' streams are not", () => {
  expect(isChained(`${services.operatorAct.name}/request`)).toBe(true);
  expect(isChained(`${services.operatorAct.name}/response`)).toBe(true);
  for (const topic of [topics.safetyState, topics.operatorSignal, topics.taskMotion, recordTopics.nodeTurn])
    expect(isChained(topic.name), topic.name).toBe(true);
  expect(isChained(topics.jointStates.name)).toBe(false);
});

test("a link whose hash was made up does not follow from its messages", () => {
  const check = new ChainCheck();
  const link = [...openRecording(first()).messages()].find(({ topic }) => topic === recordTopics.chain.name);
  const read = link?.read() as ChainLink;
  for (const recorded of openRecording(first()).messages()) {
    if (recorded.topic === recordTopics.chain.name) break;
    if (isChained(recorded.topic)) check.add(recorded);
  }
  check.link({ ...read, head: new Uint8Array(32) });
  expect(check.verdict().broken).toBe("link 0 does not follow from its messages");
});
