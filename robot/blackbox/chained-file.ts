// A recording file with its chain: messages in, links at each flush. For whoever wants one file of one run.
import { recordTopics } from "../../core/topics.ts";
import type { Seconds } from "../../core/units.ts";
import { encode } from "./cdr.ts";
import { Chain, GENESIS, isChained } from "./chain.ts";
import { PICTURE_TYPES, type Noted } from "./noted.ts";
import { RecordingFile } from "./recording-file.ts";
import { isTypeName } from "./schema.ts";

const NANO = 1e9;
const nanoseconds = (time: Seconds) => BigInt(Math.round(time * NANO));

/** Throws the file system's error when it cannot write, and on a message of no known type. Pictures are left out. */
export class ChainedFile {
  readonly #file: RecordingFile;
  readonly #chain: Chain;

  /** `head` is the hash that the part before ended with. Throws when the file exists or cannot be made. */
  constructor(
    path: string,
    about: Readonly<Record<string, string>> = { part: "1" },
    head: Uint8Array = GENESIS,
  ) {
    this.#file = new RecordingFile(path, { ...about, chain: Buffer.from(head).toString("hex") });
    this.#chain = new Chain(head);
  }

  get path(): string {
    return this.#file.path;
  }
  get size(): number {
    return this.#file.size;
  }
  get pending(): number {
    return this.#file.pending;
  }
  /** The hash after all that was noted. */
  get head(): Uint8Array {
    return this.#chain.head;
  }

  note({ topic, type, message, at }: Noted): void {
    if (PICTURE_TYPES.has(type)) return;
    if (!isTypeName(type)) throw new Error(`message type ${type}: expected one of core/messages.ts`);
    const logTime = nanoseconds(at);
    const data = encode(type, message);
    this.#file.add(topic, type, logTime, data);
    if (isChained(topic)) this.#chain.add({ topic, logTime, data });
  }

  /** Puts all that was noted into the file. */
  flush(now: Seconds): void {
    this.#link(now);
    this.#file.flush();
  }

  /** Flushes and ends the file. */
  close(now: Seconds): void {
    this.#link(now);
    this.#file.close();
  }

  /** Lets go of a file that can no longer be written. */
  abandon(): void {
    this.#file.abandon();
  }

  #link(now: Seconds): void {
    const link = this.#chain.link();
    if (link === undefined) return;
    const { name, type } = recordTopics.chain;
    this.#file.add(name, type, nanoseconds(now), encode(type, link));
  }
}
