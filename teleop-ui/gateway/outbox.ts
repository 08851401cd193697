// What waits to be sent to one client: replies and events in order, streams newest-wins, within a send budget.
import type { Seconds } from "../../core/units.ts";

/** The socket as an outbox needs it; `sent` is called when a text has left our buffers. */
export interface Socket {
  readonly bufferedAmount: number; // bytes not yet taken by the network
  send(text: string, sent: () => void): void;
  close(code: number, reason: string): void;
}

/** A message on its way to any number of clients, turned into text once, and only if one of them takes it. */
export interface Line {
  readonly text: string;
}

interface Stream {
  readonly waiting: Line[];
  dueAt: number; // s, earliest moment of the next one
  gap: number; // s, between two
  keep: number;
}

/** Two camera pictures of the ward as base64: less would starve the picture, more would make it old. */
const BUDGET = 64 * 2 ** 10;
/** Replies are never dropped; a client that lets this many pile up is gone and is told so. */
const MOST_REPLIES = 2000;
const OVERLOADED = 1013; // RFC 6455 registry: try again later

/** Streams cost a slow client's neighbours nothing: what it has not taken is replaced by the newest. */
export class Outbox {
  readonly #socket: Socket;
  readonly #replies: string[] = [];
  readonly #streams = new Map<string, Stream>();
  #now = 0;
  #closed = false;
  /** Stream messages that a newer one replaced, since the client came. */
  replaced = 0;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Sends in order and never drops: replies, events, status. */
  reply(text: string) {
    if (this.#closed) return;
    this.#replies.push(text);
    this.#flush();
  }

  /** Opens a stream, at most one message each `gap` seconds; `keep` is how many may wait (newest wins at one). */
  open(topic: string, gap: Seconds, keep: number) {
    const known = this.#streams.get(topic);
    if (known) Object.assign(known, { gap, keep, dueAt: 0 });
    else this.#streams.set(topic, { waiting: [], dueAt: 0, gap, keep });
  }

  close(topic: string) {
    this.#streams.delete(topic);
  }

  stream(topic: string, line: Line) {
    const stream = this.#streams.get(topic);
    if (!stream) return;
    stream.waiting.push(line);
    while (stream.waiting.length > stream.keep) {
      stream.waiting.shift();
      this.replaced += 1;
    }
  }

  /** Sends what is due at `now`. */
  advance(now: Seconds) {
    this.#now = now;
    this.#flush();
  }

  /** The client is gone: nothing more is sent. */
  end() {
    this.#closed = true;
    this.#replies.length = 0;
    this.#streams.clear();
  }

  #flush() {
    if (this.#replies.length > MOST_REPLIES) {
      this.end();
      this.#socket.close(OVERLOADED, "too slow");
    }
    while (!this.#closed && this.#socket.bufferedAmount < BUDGET) {
      const text = this.#replies.shift() ?? this.#nextDue();
      if (text === undefined) return;
      this.#socket.send(text, () => this.#flush());
    }
  }

  /** The stream that has waited longest since it was last served goes first, so that none starves. */
  #nextDue(): string | undefined {
    let chosen: Stream | undefined;
    for (const stream of this.#streams.values())
      if (stream.waiting.length > 0 && stream.dueAt <= this.#now && (!chosen || stream.dueAt < chosen.dueAt))
        chosen = stream;
    if (!chosen) return undefined;
    chosen.dueAt = this.#now + chosen.gap;
    return chosen.waiting.shift()?.text;
  }
}
