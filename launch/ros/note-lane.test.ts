// The way from a process to the recorder of its machine: in order, over a recorder's death, bounded, and closed to what is no batch.
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seconds } from "../../core/units.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import { Notes, type Batch } from "../threads/notes.ts";
import { giveNotes, takeNotes } from "./note-lane.ts";

let folder = "";
const closing: (() => void)[] = [];
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), "notes-"))));
afterEach(() => {
  closing.splice(0).forEach((close) => close());
  rmSync(folder, { recursive: true, force: true });
});

const until = (holds: () => boolean) => vi.waitUntil(holds, { timeout: 50_000 });
const one = (place: number): Noted => ({
  topic: "/t",
  type: "t",
  message: { place, nothing: NaN, least: -0, many: 2n ** 63n, ranges: Float32Array.of(1, Infinity) },
  at: seconds(place),
});
async function recorder(taken: Noted[]) {
  const door = await takeNotes(join(folder, "in", "notes"), ({ notes }: Batch) => void taken.push(...notes));
  closing.push(() => door.close());
  return door;
}
function sayer() {
  const notes = new Notes();
  const lane = giveNotes(join(folder, "in", "notes"), notes);
  closing.push(() => lane.end());
  return { notes, lane };
}
const placesOf = (taken: readonly Noted[]) =>
  taken.map(({ message }) => (message as { readonly place: number }).place);

test("what was said before the recorder was there arrives first, then all else in order, every bit of it", async () => {
  const { notes } = sayer();
  const taken: Noted[] = [];
  notes.note(one(0));
  await recorder(taken);
  await until(() => taken.length === 1);
  for (let place = 1; place < 500; place += 1) notes.note(one(place));
  await until(() => taken.length === 500);
  expect(placesOf(taken)).toEqual([...Array(500).keys()]);
  expect(taken[7]).toEqual(one(7));
});

test("a batch larger than a socket holds at once arrives whole", async () => {
  const taken: Noted[] = [];
  await recorder(taken);
  const { notes } = sayer();
  const message = new Uint8Array(20_000_000).fill(7);
  notes.note({ ...one(0), message });
  await until(() => taken.length === 1);
  expect(Buffer.compare(taken[0]?.message as Uint8Array, message)).toBe(0);
});

test("a recorder that dies is found again by who speaks, and so are its last words when that one ends", async () => {
  const [first, second]: [Noted[], Noted[]] = [[], []];
  const door = await recorder(first);
  const { notes, lane } = sayer();
  notes.note(one(0));
  await until(() => first.length === 1);
  door.close();
  await until(() => {
    notes.note(one(1));
    return first.length === 1;
  });
  const again = await recorder(second);
  await until(() => second.length > 0);
  notes.note(one(2));
  lane.end();
  await again.quiet(60_000);
  expect(placesOf(second).at(-1)).toBe(2);
});

test("the recorder waits for nobody longer than its patience, and who is no sayer of ours is hung up on", async () => {
  const taken: Noted[] = [];
  const door = await recorder(taken);
  const stranger = createConnection(join(folder, "in", "notes"));
  stranger.on("error", () => {});
  await until(() => !stranger.connecting);
  await door.quiet(10);
  stranger.write(Buffer.from("GET / HTTP/1.1\r\n\r\n"));
  await door.quiet(60_000);
  expect(taken).toEqual([]);
  expect(statSync(join(folder, "in", "notes")).mode & 0o777).toBe(0o600);
});
