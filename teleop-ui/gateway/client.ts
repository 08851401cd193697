// One connected page (or tool): what it has asked for, what it is owed, and how often it was refused.
import { milliseconds, type Seconds } from "../../core/units.ts";
import { Outbox, type Line, type Socket } from "./outbox.ts";
import type { TopicKey } from "./permissions.ts";
import { readOperation, type Level, type Op, type Operation } from "./protocol.ts";
import { textOf } from "./wire.ts";

interface Wish {
  readonly gap: Seconds;
  readonly keep: number;
}

/** rosbridge's order: a client that set "error" hears errors only. */
const LOUDNESS: Readonly<Record<Level, number>> = { info: 0, warning: 1, error: 2, none: 3 };
/** What a subscription may keep waiting at most, whatever the client asks for. */
const MOST_KEPT = 100;

export class Client {
  /** Operations that arrived and were not worked on yet. */
  readonly inbox: Operation[] = [];
  readonly #outbox: Outbox;
  readonly #wishes = new Map<TopicKey, Map<string, Wish>>();
  #level: Level = "error";
  /** Frames and operations that were refused since the client came. */
  refusals = 0;

  constructor(socket: Socket) {
    this.#outbox = new Outbox(socket);
  }

  get replaced() {
    return this.#outbox.replaced;
  }

  /** Takes one text frame from the network. */
  receive(text: string) {
    const taken = readOperation(text);
    if (taken.ok) this.inbox.push(taken.operation);
    else this.refuse(taken.why, taken.id);
  }

  /** Answers with one status error; nothing else happens. */
  refuse(why: string, id: string | undefined) {
    this.refusals += 1;
    this.status("error", why, id);
  }

  status(level: Exclude<Level, "none">, msg: string, id: string | undefined) {
    if (LOUDNESS[level] >= LOUDNESS[this.#level]) this.reply({ op: "status", level, msg, id });
  }

  hear(level: Level) {
    this.#level = level;
  }

  /** Never dropped, in order. */
  reply(message: unknown) {
    this.#outbox.reply(textOf(message));
  }

  subscribe(key: TopicKey, op: Op<"subscribe">) {
    const wishes = this.#wishes.get(key) ?? new Map<string, Wish>();
    const keep = Math.min(Math.max(1, op.queue_length), MOST_KEPT);
    wishes.set(op.id ?? op.topic, { gap: milliseconds(op.throttle_rate), keep });
    this.#wishes.set(key, wishes);
    this.#open(key, wishes);
  }

  /** Without an id every subscription of this client to the topic ends. */
  unsubscribe(key: TopicKey, id: string | undefined) {
    const wishes = this.#wishes.get(key);
    if (!wishes) return;
    if (id === undefined) wishes.clear();
    else wishes.delete(id);
    if (wishes.size > 0) return this.#open(key, wishes);
    this.#wishes.delete(key);
    this.#outbox.close(key);
  }

  wants(key: TopicKey) {
    return this.#wishes.has(key);
  }

  /** One of a stream: a newer one takes its place while it waits. */
  stream(key: TopicKey, line: Line) {
    this.#outbox.stream(key, line);
  }

  /** One of an event topic: each arrives. */
  event(line: Line) {
    this.#outbox.reply(line.text);
  }

  advance(now: Seconds) {
    this.#outbox.advance(now);
  }

  end() {
    this.inbox.length = 0;
    this.#wishes.clear();
    this.#outbox.end();
  }

  /** As in rosbridge, the most demanding of several subscriptions to one topic counts for all of them. */
  #open(key: TopicKey, wishes: ReadonlyMap<string, Wish>) {
    const all = [...wishes.values()];
    const gap = Math.min(...all.map((w) => w.gap)) as Seconds;
    this.#outbox.open(key, gap, Math.max(...all.map((w) => w.keep)));
  }
}
