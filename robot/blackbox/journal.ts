// Lets a node be replayed: wraps it so that each of its turns is told, with all it heard, read of the clock and said.
import { serialize } from "node:v8";
import { NodeTurn } from "../../core/messages.ts";
import type { AnyNode, Io, Running, Stamped, Wiring } from "../../core/node.ts";
import { recordTopics } from "../../core/topics.ts";

type Values = Readonly<Record<string, unknown>>;

/** The content of a NodeTurn. Everything is by subscription, publication or service key of the node's declaration. */
export interface Turn {
  /** The node's parameters; in START, and where somebody has set one since the turn before. */
  readonly parameters?: Values;
  /** What the node was made with from outside the graph; only in START. */
  readonly outside?: Values;
  /** The newest of each topic that has changed since the turn before. */
  readonly heard: Readonly<Record<string, Stamped<unknown>>>;
  /** What `take` gave, call by call. */
  readonly taken: readonly (readonly [key: string, messages: readonly Stamped<unknown>[]])[];
  /** Every look at the clock [s]. */
  readonly clock: readonly number[];
  readonly said: readonly (readonly [key: string, message: unknown])[];
  /** The service and its request; only in SERVE. */
  readonly asked?: readonly [key: string, request: unknown];
  readonly answered?: unknown;
  /** The message of the error that ended the node. */
  readonly threw?: string;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
interface Growing extends Writable<Omit<Turn, "heard" | "taken" | "clock" | "said">> {
  heard: Record<string, Stamped<unknown>>;
  taken: [string, readonly Stamped<unknown>[]][];
  clock: number[];
  said: [string, unknown][];
}

/** The key of the publication that is added to the node's own. */
const TELLS = "journal_turn";

/**
 * The same node, whose turns are published. `outside` is what it was made with that no message tells, and a replay needs.
 * Throws on a node that calls, sends, or offers actions: what such a node is answered comes outside its turns.
 */
export function journalled(spec: AnyNode, outside: Values = {}): AnyNode {
  const foreign = [spec.calls, spec.offers, spec.requests].flatMap((wired) => Object.keys(wired));
  if (foreign.length > 0)
    throw new Error(`node ${spec.name} cannot be journalled: it calls or offers ${foreign.join(", ")}`);
  return {
    ...spec,
    publishes: { ...spec.publishes, [TELLS]: recordTopics.nodeTurn },
    start: (io) => new Journal(spec, io).start(outside),
  };
}

class Journal {
  readonly #spec: AnyNode;
  readonly #io: Io<Wiring>;
  readonly #seen = new Map<string, Stamped<unknown>>();
  #parameters: Values = {};
  #turn: Growing | undefined;
  #sequence = 0;

  constructor(spec: AnyNode, io: Io<Wiring>) {
    this.#spec = spec;
    this.#io = io;
  }

  start(outside: Values): Running<Wiring> {
    const running = this.#take(NodeTurn.START, { outside }, () => this.#spec.start(this.#listened()));
    const served = Object.entries(running.serve ?? {}).map(([key, handler]) => [
      key,
      (request: unknown) =>
        this.#take(NodeTurn.SERVE, { asked: [key, request] }, (turn) => (turn.answered = handler(request))),
    ]);
    return {
      ...running,
      step: () => this.#take(NodeTurn.STEP, {}, () => running.step()),
      serve: Object.fromEntries(served) as NonNullable<Running<Wiring>["serve"]>,
    };
  }

  /** The node's io, with an ear at its clock, its events and what it says. */
  #listened(): Io<Wiring> {
    const { now, take, publish } = this.#io;
    const own = Object.entries(publish).filter(([key]) => key !== TELLS);
    return {
      ...this.#io,
      latest: this.#io.latest, // its getters, not what they tell now
      now: () => {
        const time = now();
        this.#turn?.clock.push(time);
        return time;
      },
      take: Object.fromEntries(
        Object.entries(take).map(([key, get]) => [
          key,
          () => {
            const messages = get();
            if (messages.length > 0) this.#turn?.taken.push([key, messages]);
            return messages;
          },
        ]),
      ),
      publish: Object.fromEntries(
        own.map(([key, say]) => [
          key,
          (message: unknown) => {
            this.#turn?.said.push([key, message]);
            say(message);
          },
        ]),
      ),
    };
  }

  #take<T>(kind: number, about: Partial<Turn>, act: (turn: Growing) => T): T {
    const turn: Growing = {
      ...about,
      ...this.#set(kind),
      heard: this.#news(),
      taken: [],
      clock: [],
      said: [],
    };
    this.#turn = turn;
    try {
      return act(turn);
    } catch (error) {
      turn.threw = error instanceof Error ? error.message : String(error);
      throw error;
    } finally {
      this.#turn = undefined;
      const tell = this.#io.publish[TELLS] as (message: NodeTurn) => void;
      tell({ node: this.#spec.name, sequence: this.#sequence, kind, content: serialize(turn) });
      this.#sequence += 1;
    }
  }

  #set(kind: number): { readonly parameters?: Values } {
    const { parameters } = this.#io;
    const isNew = Object.entries(parameters).some(
      ([name, value]) => !Object.is(this.#parameters[name], value),
    );
    if (!isNew && kind !== NodeTurn.START) return {};
    this.#parameters = { ...parameters };
    return { parameters: this.#parameters };
  }

  #news(): Record<string, Stamped<unknown>> {
    const news: Record<string, Stamped<unknown>> = {};
    for (const key of Object.keys(this.#spec.subscribes)) {
      const last = this.#io.latest[key];
      if (last === undefined || this.#seen.get(key) === last) continue;
      this.#seen.set(key, last);
      news[key] = last;
    }
    return news;
  }
}
