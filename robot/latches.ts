// What of a stop outlives a power cut: one small file, written whole or not at all. What cannot be read counts as latched.
import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** Where the supervisor keeps its latch; handed to its node, which itself touches no file. */
export interface LatchStore {
  /** Whether a stop was latched when it was last written. */
  readonly wasLatched: boolean;
  /** Keeps it, without making the caller wait. A failure is told once and tried again with the next change. */
  keep(latched: boolean): void;
}

/** Remembers nothing: for virtual time, where nothing is switched off. */
export const FORGETFUL: LatchStore = { wasLatched: false, keep: () => {} };

const LATCHED = "latched\n";
const FREE = "free\n";

/** Opens the latch in this file. A robot that has never run has none; anything else that is not plainly free is latched. */
export function openLatches(path: string, failed: (why: string) => void): LatchStore {
  let writing = Promise.resolve();
  let count = 0;
  const write = async (latched: boolean, draft: string) => {
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(draft, latched ? LATCHED : FREE, { flush: true });
      await rename(draft, path);
    } catch (error) {
      failed(
        `the latch could not be kept in ${path}: ${error instanceof Error ? error.message : String(error)}`,
      );
    }
  };
  return {
    wasLatched: read(path),
    keep(latched) {
      count += 1;
      const draft = `${path}.${process.pid}.${count}`;
      writing = writing.then(() => write(latched, draft));
    },
  };
}

function read(path: string): boolean {
  try {
    return readFileSync(path, "utf8") !== FREE;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ENOENT";
  }
}
