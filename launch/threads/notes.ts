// What a thread has said and the recorder has not yet taken: sent in batches, bounded, and never waited for.
import type { Seconds } from "../../core/units.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import type { Hub } from "../hub.ts";
import { tap } from "../tap.ts";
import type { Recording } from "./link.ts";

export interface Batch {
  readonly notes: readonly Noted[];
  /** Messages before these that were let go, because the recorder did not keep up. */
  readonly missed: number;
}

/** About ten seconds of the busiest group's messages: a recorder that starts anew misses none. */
const MOST = 20_000;
/** [ms] notes gather before they go: few crossings, and little that a crash could lose. */
const GATHER_MS = 20;

/**
 * One batch is under way at a time; the next goes when the recorder has taken it. Whoever notes never waits: what
 * does not fit is counted and let go.
 */
export class Notes {
  #waiting: Noted[] = [];
  #missed = 0;
  #underWay = false;
  #send: ((batch: Batch) => void) | undefined;
  #timer: NodeJS.Timeout | undefined;

  note = (noted: Noted): void => {
    if (this.#waiting.length >= MOST) this.#missed += 1;
    else this.#waiting.push(noted);
    if (this.#send !== undefined && !this.#underWay) this.#timer ??= setTimeout(this.#go, GATHER_MS);
  };

  /** A recorder is there: what waits goes to it. Returns what to call when it is gone. */
  give(send: (batch: Batch) => void): () => void {
    this.#send = send;
    this.#go();
    return () => {
      if (this.#send === send) this.#send = undefined;
      this.#underWay = false;
    };
  }

  /** The recorder has taken the last batch. */
  taken(): void {
    this.#underWay = false;
    if (this.#waiting.length > 0) this.#timer ??= setTimeout(this.#go, GATHER_MS);
  }

  /** The thread ends: all that waits goes now, taken or not. */
  drain(): void {
    this.#underWay = false;
    this.#go();
  }

  readonly #go = (): void => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#send === undefined || this.#underWay || this.#waiting.length === 0) return;
    const batch = { notes: this.#waiting, missed: this.#missed };
    this.#waiting = [];
    this.#missed = 0;
    this.#underWay = true;
    this.#send(batch);
  };
}

/** A thread's part in recording, from before its nodes start: it keeps notes for the recorder, or is the recorder. */
export function joinRecording(
  hub: Hub,
  now: () => Seconds,
  recorded: boolean,
  take: ((batch: Batch) => void) | undefined,
): Recording {
  if (take !== undefined) {
    hub.tap = tap(now, (noted) => take({ notes: [noted], missed: 0 }));
    hub.record();
    return { take };
  }
  if (!recorded) return {};
  const notes = new Notes();
  hub.tap = tap(now, notes.note);
  return { notes };
}
