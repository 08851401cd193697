// What the black box costs at a ride's full rate: the processor time that recording adds to all threads, as a share of one core.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { NodeTurn } from "../../core/messages.ts";
import { recordTopics, topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { BlackBox } from "../../robot/blackbox/box.ts";
import { partsOf } from "../../robot/blackbox/folder.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import { residentOf, WEAK } from "../scenarios/residents.ts";
import { confirmAndStart, openRide } from "../scenarios/ride.ts";
import { rounded, type Verdict } from "./verdict.ts";

export interface BlackBoxCost {
  /** [1] of one core, all threads together. */
  readonly core_share: number;
  /** [1] of one core, in the control group's thread alone: telling its turns and handing all over. */
  readonly control_share: number;
  readonly messages_per_s: number;
  readonly kilobytes_per_s: number;
}

/** Approach, question, contact and the beginning of the lift. */
const RIDE = seconds(20);
/** As in the running graph: how long notes gather, and how often the box flushes. */
const GATHER = milliseconds(20);
const FLUSH = milliseconds(500);

const CONTROL: ReadonlySet<string> = new Set(
  [topics.safetyState, topics.hardwareCommand, topics.gateReport, topics.lease, recordTopics.nodeTurn].map(
    ({ name }) => name,
  ),
);

/** Rides once on virtual time, then does again for each of its messages what recording does, and nothing else. */
export async function measureBlackBox(): Promise<BlackBoxCost> {
  const noted = await ride();
  const [control, others] = [true, false].map((wanted) =>
    batchesOf(noted.filter(({ topic }) => CONTROL.has(topic) === wanted)),
  );
  const turns = noted
    .filter(({ topic }) => topic === recordTopics.nodeTurn.name)
    .map(({ message }): unknown => deserialize((message as NodeTurn).content));
  const all = [...(control ?? []), ...(others ?? [])].toSorted((a, b) => timeOf(a) - timeOf(b));
  const tell = () => turns.forEach((turn) => void serialize(turn));
  const hand = () => (control ?? []).forEach((batch) => void serialize(batch));
  inFolder((folder) => record(folder, all)); // compiled before it is measured
  const told = spent(tell);
  const handed = spent(hand);
  let bytes = 0;
  const recorded = inFolder((folder) => {
    const time = spent(() => record(folder, all));
    bytes = partsOf(folder).reduce((sum, part) => sum + part.bytes, 0);
    return time;
  });
  return {
    core_share: (told + recorded) / RIDE,
    control_share: (told + handed) / RIDE,
    messages_per_s: noted.length / RIDE,
    kilobytes_per_s: bytes / RIDE / 1000,
  };
}

/** A tenth of a core is more than a black box may take. */
const MOST = 0.1;

export async function benchBlackBox(): Promise<Verdict> {
  const cost = await measureBlackBox();
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  return {
    ok: cost.core_share <= MOST,
    text: [
      `${percent(cost.core_share)} of one core, of which ${percent(cost.control_share)} in the control group`,
      `${cost.messages_per_s.toFixed(0)} messages/s, ${cost.kilobytes_per_s.toFixed(0)} kB/s`,
    ],
    figures: rounded({ ...cost }),
  };
}

async function ride(): Promise<Noted[]> {
  const noted: Noted[] = [];
  const opened = await openRide(residentOf(1, WEAK, false), "truth", { note: (one) => noted.push(one) });
  confirmAndStart(opened);
  opened.standUp();
  const begun = opened.run.now();
  opened.run.advance(RIDE);
  await opened.run.stop();
  return noted.filter(({ at }) => at > begun);
}

const timeOf = (batch: readonly Noted[]) => batch.at(-1)?.at ?? seconds(0);

/** As one thread hands them over. */
function batchesOf(noted: readonly Noted[]): Noted[][] {
  const batches = new Map<number, Noted[]>();
  for (const one of noted) {
    const place = Math.floor(one.at / GATHER);
    batches.set(place, [...(batches.get(place) ?? []), one]);
  }
  return [...batches.values()];
}

/** Each batch crosses to another thread, as a copy, and is noted there. */
function record(folder: string, batches: readonly Noted[][]): void {
  const box = new BlackBox({ folder, session: "bench" });
  let flushed = seconds(0);
  for (const batch of batches) {
    const now = timeOf(batch);
    for (const one of deserialize(serialize(batch)) as Noted[]) box.note(one);
    if (now - flushed < FLUSH) continue;
    flushed = now;
    box.flush(now);
  }
  box.close(flushed);
}

function inFolder<T>(act: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "blackbox-bench-"));
  try {
    return act(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const MICROSECONDS = 1e6;
/** Processor time of the whole process [s], garbage collection with it: what a busy machine does beside does not count. */
function spent(act: () => void): number {
  const before = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / MICROSECONDS;
}
