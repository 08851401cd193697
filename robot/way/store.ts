// What of the way back outlives the control group: one small file, the newest way whole or not at all. What cannot be read is no way.
import { readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { metres } from "../../core/units.ts";
import { NO_WAY, type Way } from "./way.ts";

/** Where the gate keeps its way back; handed to its node, which itself touches no file. */
export interface WayStore {
  /** The way that was kept last, before this start. */
  readonly kept: Way;
  /** Keeps it, without making the caller wait. A failure is told once and tried again with the next change. */
  keep(way: Way): void;
}

/** Remembers nothing: where nothing is ever switched off. */
export const NO_WAYS: WayStore = { kept: NO_WAY, keep: () => {} };

const number = z.number(); // finite: JSON knows no other
const posture = z.strictObject({ x: number, y: number, yaw: number, joints: z.array(number) });
const wayOnDisk = z.strictObject({
  points: z.array(posture),
  contact: z.int().min(0),
  lost: posture.optional(),
  spacing: number.positive(),
});

/** Opens the way in this file. Of several ways that come while one is being written, the newest follows. */
export function openWays(path: string, failed: (why: string) => void): WayStore {
  let waiting: Way | undefined;
  let isWriting = false;
  const write = async (way: Way) => {
    const draft = `${path}.${process.pid}`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(draft, way.contact === undefined ? "" : JSON.stringify(way), { flush: true });
      await rename(draft, path);
    } catch (error) {
      failed(`the way back could not be kept in ${path}: ${String(error)}`);
    }
  };
  const writeAll = async () => {
    isWriting = true;
    for (let next = waiting; next !== undefined; next = waiting) {
      waiting = undefined;
      await write(next);
    }
    isWriting = false;
  };
  return {
    kept: read(path),
    keep(way) {
      waiting = way;
      if (!isWriting) void writeAll();
    },
  };
}

function read(path: string): Way {
  try {
    const way = wayOnDisk.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return way.success ? { ...way.data, lost: way.data.lost, spacing: metres(way.data.spacing) } : NO_WAY;
  } catch {
    return NO_WAY;
  }
}
