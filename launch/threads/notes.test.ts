// Notes for the recorder: in batches, one under way at a time, bounded, and never waited for.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { seconds } from "../../core/units.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import { Notes, type Batch } from "./notes.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const one = (place: number): Noted => ({ topic: "/t", type: "t", message: place, at: seconds(place) });
const placesOf = ({ notes }: Batch) => notes.map(({ message }) => message);

test("what was noted before a recorder came goes to it first, then batch after batch in order", () => {
  const notes = new Notes();
  const sent: Batch[] = [];
  notes.note(one(0));
  notes.note(one(1));
  vi.runAllTimers();
  notes.give((batch) => sent.push(batch));
  notes.note(one(2));
  vi.runAllTimers();
  expect(sent.map(placesOf)).toEqual([[0, 1]]); // the next waits until this one was taken
  notes.taken();
  vi.runAllTimers();
  expect(sent.map(placesOf)).toEqual([[0, 1], [2]]);
});

test("a recorder that does not take costs a bounded heap, and is told how much it missed", () => {
  const notes = new Notes();
  const sent: Batch[] = [];
  notes.give((batch) => sent.push(batch));
  notes.note(one(0));
  vi.runAllTimers();
  for (let place = 1; place <= 25_000; place += 1) notes.note(one(place));
  vi.runAllTimers();
  expect(sent).toHaveLength(1);
  notes.taken();
  vi.runAllTimers();
  expect(sent[1]?.notes).toHaveLength(20_000);
  expect(sent[1]?.missed).toBe(5000);
});

test("when the recorder is gone notes gather for the next one", () => {
  const notes = new Notes();
  const sent: Batch[] = [];
  const gone = notes.give((batch) => sent.push(batch));
  notes.note(one(0));
  vi.runAllTimers();
  gone();
  notes.note(one(1));
  vi.runAllTimers();
  expect(sent).toHaveLength(1);
  notes.give((batch) => sent.push(batch));
  expect(placesOf(sent[1] ?? { notes: [], missed: 0 })).toEqual([1]);
});
