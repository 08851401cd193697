// The hash chain: each message that decides, or that a person said, is hashed with the hash of the one before it.
import { hash } from "node:crypto";
import type { ChainLink } from "../../core/messages.ts";
import { actions, recordTopics, services, topics } from "../../core/topics.ts";

/** What a chained message is, as the file holds it. */
export interface Chained {
  readonly topic: string;
  /** [ns] on the graph's clock, as the record holds it. */
  readonly logTime: bigint;
  readonly data: Uint8Array;
}

const HASH_BYTES = 32; // SHA-256
/** Before the first message of a session's first part. */
export const GENESIS = new Uint8Array(HASH_BYTES);

/** How services and actions are called in a recording: their name and what passed. */
const EXCHANGES = [...Object.values(services), ...Object.values(actions)].map(({ name }) => `${name}/`);
/**
 * Everything that arrives whole: decisions, commands, what people asked and what they were answered, and every turn of
 * the nodes that decide. Not the sensors' streams: what a decision saw of them is in its turn.
 */
const CHAINED: ReadonlySet<string> = new Set([
  ...Object.values(topics)
    .filter(({ delivery }) => delivery !== "stream")
    .map(({ name }) => name),
  topics.gateReport.name,
  recordTopics.nodeTurn.name,
]);

export const isChained = (topic: string): boolean =>
  CHAINED.has(topic) || EXCHANGES.some((name) => topic.startsWith(name));

const TIME_BYTES = 8;
const MARK_BYTES = 4;

/** The hash of a message and all before it. */
function next(head: Uint8Array, { topic, logTime, data }: Chained): Uint8Array {
  const time = Buffer.alloc(TIME_BYTES);
  time.writeBigInt64LE(logTime);
  return hash("sha256", Buffer.concat([head, Buffer.from(`${topic}\0`), time, data]), "buffer");
}
const markOf = (head: Uint8Array) => new DataView(head.buffer, head.byteOffset, MARK_BYTES).getUint32(0);

/** Grows with each message; `link` tells what came since the last link, or undefined when nothing did. */
export class Chain {
  #head: Uint8Array;
  #previous: Uint8Array;
  #marks: number[] = [];
  #sequence = 0;

  constructor(head: Uint8Array = GENESIS) {
    this.#head = this.#previous = head;
  }

  get head(): Uint8Array {
    return this.#head;
  }

  add(message: Chained): void {
    this.#head = next(this.#head, message);
    this.#marks.push(markOf(this.#head));
  }

  link(): ChainLink | undefined {
    if (this.#marks.length === 0) return undefined;
    const link: ChainLink = {
      sequence: this.#sequence,
      previous: this.#previous,
      head: this.#head,
      marks: this.#marks,
    };
    this.#sequence += 1;
    this.#previous = this.#head;
    this.#marks = [];
    return link;
  }
}

/** Where the chain of a recording first fails, in words; and how far it held. */
export interface ChainVerdict {
  readonly messages: number;
  readonly links: number;
  /** Messages after the last link: lost with the last second of a crash, or cut off. */
  readonly unlinked: number;
  readonly broken: string | undefined;
  readonly head: Uint8Array;
}

const same = (a: Uint8Array, b: ArrayLike<number>) => Buffer.compare(a, Uint8Array.from(b)) === 0;
const at = ({ topic, logTime }: Chained) => `${topic} at ${(Number(logTime) / 1e9).toFixed(3)} s`;

/** Goes along a recording's chain as it is read, and remembers the first place that does not hold. */
export class ChainCheck {
  #head: Uint8Array;
  #since: { readonly message: Chained; readonly mark: number }[] = [];
  #messages = 0;
  #links = 0;
  #broken: string | undefined;

  /** `head` is what the part before ended with. */
  constructor(head: Uint8Array = GENESIS) {
    this.#head = head;
  }

  add(message: Chained): void {
    this.#head = next(this.#head, message);
    this.#messages += 1;
    this.#since.push({ message, mark: markOf(this.#head) });
  }

  link(link: ChainLink): void {
    this.#broken ??= this.#judge(link);
    this.#links += 1;
    this.#since = [];
    this.#head = Uint8Array.from(link.head); // one change is told once: what follows is judged by itself
  }

  /** Something of the file could not be read at all. */
  damage(where: string): void {
    this.#broken ??= where;
  }

  verdict(): ChainVerdict {
    return {
      messages: this.#messages,
      links: this.#links,
      unlinked: this.#since.length,
      broken: this.#broken,
      head: this.#head,
    };
  }

  #judge(link: ChainLink): string | undefined {
    if (link.sequence !== this.#links)
      return `link ${this.#links} is missing: the file goes on with link ${link.sequence}`;
    const wrong = this.#since.findIndex(({ mark }, place) => mark !== link.marks[place]);
    const bad = this.#since[wrong];
    if (bad !== undefined) return `${at(bad.message)} is not what was recorded (link ${link.sequence})`;
    if (this.#since.length !== link.marks.length)
      return `${link.marks.length - this.#since.length} messages before link ${link.sequence} were taken out`;
    if (!same(this.#head, link.head)) return `link ${link.sequence} does not follow from its messages`;
    return undefined;
  }
}
