// Records a ride on virtual time into one file, as the black box records a real one.
import { existsSync } from "node:fs";
import { milliseconds, seconds } from "../../core/units.ts";
import { ChainedFile } from "../../robot/blackbox/chained-file.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";

export interface Recorder {
  readonly note: (noted: Noted) => void;
  /** Ends the file. */
  close(): void;
}

/** As often as the black box flushes. */
const FLUSH = milliseconds(500);

/** Makes the file. Throws one clear error when it exists or cannot be written. */
export function openRecorder(path: string): Recorder {
  if (existsSync(path))
    throw new Error(`--record ${path}: this file exists; a recording is never written over`);
  const file = new ChainedFile(path);
  let flushed = seconds(0);
  let last = seconds(0);
  return {
    note(noted) {
      file.note(noted);
      last = noted.at;
      if (last - flushed < FLUSH) return;
      file.flush(last);
      flushed = last;
    },
    close: () => file.close(last),
  };
}
