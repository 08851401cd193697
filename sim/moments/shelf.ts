// Where moments are kept: a file each in one folder, written whole or not at all.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { readMoment, textOfMoment, type Moment } from "./moment.ts";

export interface Shelf {
  /** Throws when the name is no plain file name or the file cannot be written. */
  save(name: string, moment: Moment): void;
  /** Throws one error that names the moment and says what is wrong with it. */
  read(name: string): Moment;
}

const PLAIN = /^[A-Za-z0-9_-]{1,64}$/;
const ENDING = ".json";

/** The name under which a shelf gives a file that lies elsewhere. */
export const momentName = (file: string): string => basename(file, ENDING);

/** `given` is the path of one more moment that is read by its `momentName`, wherever it lies. */
export function openShelf(folder: string, given?: string): Shelf {
  const path = (name: string): string => {
    if (!PLAIN.test(name))
      throw new Error(`moment "${name}": expected 1 to 64 of letters, digits, - and _, and nothing else`);
    return join(folder, `${name}${ENDING}`);
  };
  return {
    save(name, moment) {
      const file = path(name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(`${file}.new`, textOfMoment(moment));
      renameSync(`${file}.new`, file);
    },
    read: (name) => readMomentFile(given !== undefined && name === momentName(given) ? given : path(name)),
  };
}

/** Throws one error that names the file and says what is wrong with it. */
export function readMomentFile(file: string): Moment {
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new Error(`cannot read the moment ${file}`, { cause });
  }
  try {
    return readMoment(text);
  } catch (cause) {
    throw new Error(`the moment ${file} ${cause instanceof Error ? cause.message : String(cause)}`, {
      cause,
    });
  }
}
