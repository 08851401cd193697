// The black box's folder: its parts by session and number, its incidents, and which parts may be deleted to make room.
import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Incident } from "../../core/incident.ts";
import { repair } from "./repair.ts";

/** One file of a session. */
export interface Part {
  readonly session: string;
  readonly number: number;
  readonly path: string;
  readonly bytes: number;
}

const NAME = /^(?<session>.+)-p(?<number>\d{4})\.mcap$/;
const DIGITS = 4;
const INCIDENTS = "incidents.jsonl";
/** [ms] A file that was written to within this time may belong to a box that runs. */
const LIVE_MS = 10_000;

export const partPath = (folder: string, session: string, number: number): string =>
  join(folder, `${session}-p${String(number).padStart(DIGITS, "0")}.mcap`);

/** All parts, oldest first. Empty when there is no such folder. */
export function partsOf(folder: string): Part[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .toSorted()
    .flatMap((name) => {
      const { session, number } = NAME.exec(name)?.groups ?? {};
      if (session === undefined) return [];
      const path = join(folder, name);
      return [{ session, number: Number(number), path, bytes: sizeOf(path) }];
    });
}

/** A file that somebody takes away meanwhile has no size. */
function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** Makes the folder if need be and ends what crashes left open in it. Throws when it cannot be made. */
export function prepareFolder(folder: string): void {
  mkdirSync(folder, { recursive: true });
  for (const { path } of partsOf(folder)) {
    const changed = statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity;
    if (Date.now() - changed > LIVE_MS) mend(path);
  }
}

function mend(path: string): void {
  try {
    repair(path);
  } catch {
    return; // it stays as it is: the reader tells what is wrong with it when somebody opens it
  }
}

/** Throws the file system's error. */
export function addIncident(folder: string, incident: Incident): void {
  appendFileSync(join(folder, INCIDENTS), `${JSON.stringify(incident)}\n`);
}

/** Every incident that was noted, oldest first; a line cut short by a crash is left out. */
export function incidentsOf(folder: string): Incident[] {
  const path = join(folder, INCIDENTS);
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .flatMap((line) => {
      try {
        const read = JSON.parse(line) as Partial<Incident>;
        const { session, part, at, motion, requirements } = read;
        if (typeof session !== "string" || typeof part !== "number" || typeof at !== "number") return [];
        return [{ session, part, at, motion: motion ?? NaN, requirements: requirements ?? [] }];
      } catch {
        return [];
      }
    });
}

const isProtected = (part: Part, incidents: readonly Incident[]): boolean =>
  incidents.some(
    ({ session, part: number }) => session === part.session && Math.abs(number - part.number) <= 1,
  );

/** [bytes] that may be kept: of parts that explain no incident, and of those that do. */
export interface Room {
  readonly plain: number;
  readonly incidents: number;
}

/** Deletes the oldest parts of each kind beyond its room; never the one at `current`. Throws the file system's error. */
export function prune(folder: string, room: Room, current: string): void {
  const incidents = incidentsOf(folder);
  const { kept = [], plain = [] } = Object.groupBy(partsOf(folder), (part) =>
    isProtected(part, incidents) ? "kept" : "plain",
  );
  shorten(plain, room.plain, current);
  shorten(kept, room.incidents, current);
}

function shorten(parts: readonly Part[], room: number, current: string): void {
  let total = parts.reduce((sum, { bytes }) => sum + bytes, 0);
  for (const { path, bytes } of parts) {
    if (total <= room) return;
    if (path === current) continue;
    rmSync(path, { force: true });
    total -= bytes;
  }
}
