// The bus inside one thread: topics, and exchanges (services and actions are both a question with replies).
import type { Outcome } from "../core/node.ts";
import type { Topic } from "../core/topics.ts";
import type { Seconds } from "../core/units.ts";

/** A reply to a question: any number of feedback replies, then one end. */
export type Reply =
  | { readonly kind: "feedback"; readonly payload: unknown }
  | { readonly kind: "end"; readonly outcome: Outcome; readonly payload: unknown; readonly detail: string };

/** A question as its answerer sees it. */
export interface Exchange {
  readonly payload: unknown;
  readonly reply: (reply: Reply) => void;
  /** What to do when the asker takes the question back. */
  readonly onCancel: (cancel: () => void) => void;
}
export type Answerer = (exchange: Exchange) => void;
/** What hears all that is said in a thread. It never throws. */
export interface Tap {
  said(topic: Topic, message: unknown): void;
  asked(name: string, request: unknown): void;
  replied(name: string, reply: Reply): void;
}
type Deliver = (message: unknown) => void;
interface Subscription {
  readonly deliver: Deliver;
  /** Wants only what was published in this thread: a link to another group, which must not echo. */
  readonly localOnly: boolean;
}
/** What this thread wants to hear from other groups, or answers for them; a recorder wants all they say. */
export type Interest =
  | { readonly kind: "topic"; readonly topic: Topic }
  | { readonly kind: "answer"; readonly name: string }
  | { readonly kind: "record" };
/** Where a message came from: "here", or a link from another group. */
export type Origin = "here" | "afar";

/**
 * Delivers within one thread, at once and by reference: a published message belongs to the graph and is
 * never changed afterwards. Latched topics keep their last message for late subscribers.
 */
export class Hub {
  readonly #subscriptions = new Map<string, Set<Subscription>>();
  readonly #latched = new Map<string, { message: unknown; origin: Origin }>();
  readonly #answerers = new Map<string, Answerer[]>();
  readonly #local = new WeakSet<Answerer>();
  /** Least time between two messages of one stream from another group; undefined takes them as they come. */
  pace: Seconds | undefined;
  /** Hears all that is said or answered in this thread, for a recorder; undefined where nobody records. */
  tap: Tap | undefined;
  readonly #interests = new Map<string, Interest>();
  readonly #told = new Set<(interest: Interest) => void>();

  publish(topic: Topic, message: unknown, origin: Origin = "here"): void {
    if (origin === "here") this.tap?.said(topic, message);
    if (topic.delivery === "latched") this.#latched.set(topic.name, { message, origin });
    for (const subscription of this.#subscriptions.get(topic.name) ?? [])
      if (origin === "here" || !subscription.localOnly) subscription.deliver(message);
  }

  /** How many in this thread will hold a reference to a message of this topic. */
  receivers(topic: Topic): number {
    return this.#subscriptions.get(topic.name)?.size ?? 0;
  }

  subscribe(topic: Topic, deliver: Deliver, localOnly = false): () => void {
    const subscription = { deliver, localOnly };
    const all = this.#subscriptions.get(topic.name) ?? new Set();
    this.#subscriptions.set(topic.name, all.add(subscription));
    if (!localOnly) this.#interest(`topic ${topic.name}`, { kind: "topic", topic });
    const kept = this.#latched.get(topic.name);
    if (kept !== undefined && (kept.origin === "here" || !localOnly)) deliver(kept.message);
    return () => void all.delete(subscription);
  }

  /** Becomes the answerer of `name`; an answerer in this thread comes before one reached over a link. */
  answer(name: string, answerer: Answerer, origin: Origin = "here"): () => void {
    const all = this.#answerers.get(name) ?? [];
    if (origin === "here" && all.length > 0 && all[0] !== undefined && this.#local.has(all[0]))
      throw new Error(`two nodes answer ${name}; a service or action has one server`);
    if (origin === "here") {
      this.#local.add(answerer);
      this.#interest(`answer ${name}`, { kind: "answer", name });
      all.unshift(answerer);
    } else all.push(answerer);
    this.#answerers.set(name, all);
    return () => {
      const place = all.indexOf(answerer);
      if (place >= 0) all.splice(place, 1);
    };
  }

  /** Tells of every interest of this thread, those it has and each new one. */
  interests(tell: (interest: Interest) => void): () => void {
    this.#told.add(tell);
    for (const interest of this.#interests.values()) tell(interest);
    return () => void this.#told.delete(tell);
  }

  /** Wants to record what every other group says. */
  record(): void {
    this.#interest("record", { kind: "record" });
  }

  #interest(name: string, interest: Interest): void {
    if (this.#interests.has(name)) return;
    this.#interests.set(name, interest);
    for (const tell of this.#told) tell(interest);
  }

  /** Asks; with no answerer the question ends at once as unreachable. After its end nothing more is replied. */
  ask(name: string, payload: unknown, replied: (reply: Reply) => void): { cancel(): void } {
    const answerer = this.#answerers.get(name)?.[0];
    const tap = answerer !== undefined && this.#local.has(answerer) ? this.tap : undefined;
    let over = false;
    let cancel = () => {};
    const reply = (given: Reply) => {
      if (over) return;
      over = given.kind === "end";
      tap?.replied(name, given);
      replied(given);
    };
    tap?.asked(name, payload);
    if (answerer === undefined)
      reply({ kind: "end", outcome: "unreachable", payload: undefined, detail: `nobody answers ${name}` });
    else answerer({ payload, reply, onCancel: (wanted) => (cancel = wanted) });
    return {
      cancel: () => {
        if (!over) cancel();
      },
    };
  }
}
