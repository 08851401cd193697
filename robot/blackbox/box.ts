// The black box: every message of the graph into files, flushed every half second, rotated, bounded, chained. Never the robot's concern.
import { SafetyState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { GENESIS } from "./chain.ts";
import { ChainedFile } from "./chained-file.ts";
import { addIncident, partPath, partsOf, prepareFolder, prune } from "./folder.ts";
import { PICTURE_TYPES, type Noted } from "./noted.ts";
import { lastHead } from "./read.ts";

export interface BoxOptions {
  readonly folder: string;
  /** Of this start of the robot; sorts by time, and names the files. */
  readonly session: string;
  /** Said at the beginning of every file: the version, which robot it was. */
  readonly about?: Readonly<Record<string, string>>;
  /** Bytes after which a new part begins. */
  readonly partBytes?: number;
  /** After so long a new part begins. */
  readonly partTime?: Seconds;
  /** Bytes that parts without an incident may take together; then the oldest goes. */
  readonly keepBytes?: number;
  /** The same of parts with an incident, which nothing else deletes. */
  readonly keepIncidentBytes?: number;
}

const MEGABYTE = 1 << 20;
/** About 7 min of a simulated ride [measured: 150 kB/s]: small enough to carry away, and to read whole. */
const PART_BYTES = 64 * MEGABYTE;
const PART_TIME = seconds(600);
/** About four hours of rides beside those with incidents. */
const KEEP_BYTES = 2048 * MEGABYTE;
/** [D] 16 GB: eighty incidents of three whole parts, which somebody looks into and carries away long before. */
const KEEP_INCIDENT_BYTES = 256 * PART_BYTES;
/** What waits for a flush that does not come is let go beyond this. */
const MOST_PENDING = 32 * MEGABYTE;
/** A disk that is full is tried again so often, and trusted again after it took everything for so long. */
const RETRY = seconds(5);

interface Open {
  readonly file: ChainedFile;
  readonly part: number;
  readonly since: Seconds;
}

export interface BoxState {
  /** Why nothing is recorded now; undefined when all is well. */
  readonly trouble: string | undefined;
  /** Messages that were said and are in no file. */
  readonly lost: number;
  readonly path: string | undefined;
}

/** Nothing it meets is thrown: a black box in trouble says so in `state`, and tries again. */
export class BlackBox {
  readonly #options: BoxOptions;
  #open: Open | undefined;
  #head: Uint8Array = GENESIS;
  #trouble: string | undefined;
  #retryAt: Seconds = seconds(-Infinity);
  #lost = 0;
  #unflushed = 0;
  #prepared = false;
  #motion: number = SafetyState.SAFE_IDLE;

  constructor(options: BoxOptions) {
    this.#options = options;
  }

  get state(): BoxState {
    return { trouble: this.#trouble, lost: this.#lost, path: this.#open?.file.path };
  }

  /** Messages that never came here: whoever said them could not wait. */
  missed(count: number): void {
    this.#lost += count;
  }

  /** Notes one message. What it cannot write is counted as lost. */
  note(noted: Noted): void {
    if (PICTURE_TYPES.has(noted.type)) return;
    const open = this.#open ?? this.#begin(noted.at);
    if (open === undefined || open.file.pending > MOST_PENDING) {
      this.#lost += 1;
      return;
    }
    try {
      open.file.note(noted);
      this.#unflushed += 1;
    } catch {
      this.#lost += 1; // no message of its type
    }
    if (noted.topic === topics.safetyState.name) this.#watch(noted.message as SafetyState, noted.at, open);
  }

  /** Writes what has gathered; then begins a new part and deletes the oldest where that is due. */
  flush(now: Seconds): void {
    const open = this.#open ?? this.#begin(now);
    if (open === undefined) return;
    try {
      open.file.flush(now);
      this.#head = open.file.head;
      this.#unflushed = 0;
      if (now - open.since >= RETRY) this.#trouble = undefined;
      const { partBytes = PART_BYTES, partTime = PART_TIME } = this.#options;
      if (open.file.size >= partBytes || now - open.since >= partTime) this.#rotate(open, now);
    } catch (error) {
      this.#fail(error, now);
    }
  }

  /** Ends the file; what comes later is lost, and so is what cannot be written then. */
  close(now: Seconds): void {
    this.#retryAt = seconds(Infinity);
    if (this.#open === undefined) return;
    try {
      this.#open.file.close(now);
    } catch (error) {
      this.#trouble = told(error);
      this.#lost += this.#unflushed;
    }
    this.#open = undefined;
  }

  #rotate(open: Open, now: Seconds): void {
    open.file.close(now);
    this.#open = undefined;
    this.#begin(now);
  }

  /** Also at every start: short rides fill a disk as long ones do. */
  #makeRoom(current: string): void {
    const { folder, keepBytes = KEEP_BYTES, keepIncidentBytes = KEEP_INCIDENT_BYTES } = this.#options;
    try {
      prune(folder, { plain: keepBytes, incidents: keepIncidentBytes }, current);
    } catch (error) {
      this.#trouble = told(error);
    }
  }

  #begin(now: Seconds): Open | undefined {
    if (!(now >= this.#retryAt)) return undefined;
    const { folder, session, about } = this.#options;
    try {
      if (this.#trouble !== undefined || !this.#prepared) prepareFolder(folder);
      this.#prepared = true;
      const before = partsOf(folder).findLast((earlier) => earlier.session === session);
      if (this.#head === GENESIS && before !== undefined) this.#head = lastHead(before.path);
      const part = (before?.number ?? 0) + 1;
      const words = { ...about, session, part: String(part) };
      const file = new ChainedFile(partPath(folder, session, part), words, this.#head);
      this.#open = { file, part, since: now };
      this.#makeRoom(file.path);
    } catch (error) {
      this.#fail(error, now);
    }
    return this.#open;
  }

  #fail(error: unknown, now: Seconds): void {
    this.#trouble = told(error);
    this.#retryAt = seconds(now + RETRY);
    this.#lost += this.#unflushed;
    this.#unflushed = 0;
    this.#open?.file.abandon();
    this.#open = undefined;
  }

  /** A stop of a robot that was free to move begins an incident; in safe idle nothing moved that would need explaining. */
  #watch({ motion, broken_requirements: requirements }: SafetyState, at: Seconds, { part }: Open): void {
    const stopped = motion >= SafetyState.PROTECTIVE_STOP;
    const before = this.#motion;
    this.#motion = motion;
    if (!stopped || before >= SafetyState.PROTECTIVE_STOP || before === SafetyState.SAFE_IDLE) return;
    const { folder, session } = this.#options;
    try {
      addIncident(folder, { session, part, at, motion, requirements });
    } catch (error) {
      this.#trouble = told(error);
    }
  }
}

const told = (error: unknown) => (error instanceof Error ? error.message : String(error));
