// A process's part in recording on ROS: it hands its notes to the recorder of this machine, or is the recorder.
import type { Noted } from "../../robot/blackbox/noted.ts";
import { Notes, type Batch } from "../threads/notes.ts";
import { giveNotes, takeNotes } from "./note-lane.ts";

/** [ms] the recorder waits for the last words of the others: less than who ends it waits for it. */
const PATIENCE = 2000;

export interface RosRecording {
  /** Takes what the process's own nodes say. */
  readonly note: (noted: Noted) => void;
  /** Before its nodes stop: the recorder hears out all others. */
  quiet(): Promise<void>;
  /** After its nodes have stopped. */
  end(): void;
}

/** `path`: the socket of this robot's recorder. `take`: of the group that is it. */
export async function joinRecorder(
  path: string,
  take: ((batch: Batch) => void) | undefined,
): Promise<RosRecording> {
  if (take !== undefined) {
    const door = await takeNotes(path, take);
    return {
      note: (noted) => take({ notes: [noted], missed: 0 }),
      quiet: () => door.quiet(PATIENCE),
      end: () => door.close(),
    };
  }
  const notes = new Notes();
  const lane = giveNotes(path, notes);
  return { note: notes.note, quiet: () => Promise.resolve(), end: () => lane.end() };
}
