// Feeds a node its recorded turns and compares what it says, bit for bit, with what it said then.
import { deserialize } from "node:v8";
import { NodeTurn } from "../../core/messages.ts";
import type { AnyNode, Io, Running, Stamped, Wiring } from "../../core/node.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { firstDifference } from "./difference.ts";
import type { Turn } from "./journal.ts";

/** What a turn came to: as recorded, or the first thing that is not. */
export type Replayed =
  | { readonly same: true }
  | { readonly same: false; readonly where: string; readonly then: string; readonly now: string };

/** Makes a node again from what it was made with. */
export type Maker = (outside: Readonly<Record<string, unknown>>) => AnyNode;

/** A node under replay. It hears nothing but its turns. */
export class NodeReplay {
  readonly #make: Maker;
  readonly #latest: Record<string, Stamped<unknown>> = {};
  /** What the node reads of them, as it was set from turn to turn. */
  readonly #parameters: Record<string, unknown> = {};
  #running: Running<Wiring> | undefined;
  #clock: number[] = [];
  #taken: [string, Stamped<unknown>[]][] = [];
  #said: [string, unknown][] = [];
  #next = 0;

  constructor(make: Maker) {
    this.#make = make;
  }

  /** The next turn. Throws when it does not follow the one before: what lies between was lost. */
  take({ node, sequence, kind, content }: NodeTurn): Replayed {
    if (sequence !== this.#next)
      throw new Error(
        `turn ${this.#next} of ${node} is missing: the recording goes on with turn ${sequence}`,
      );
    this.#next += 1;
    const turn = deserialize(Buffer.from(content)) as Turn;
    Object.assign(this.#latest, turn.heard);
    Object.assign(this.#parameters, turn.parameters);
    this.#clock = [...turn.clock];
    this.#taken = turn.taken.map(([key, messages]) => [key, [...messages]]);
    this.#said = [];
    return this.#judge(turn, this.#act(kind, turn));
  }

  #judge(
    turn: Turn,
    { answered, threw }: { readonly answered?: unknown; readonly threw?: string },
  ): Replayed {
    const unread = this.#clock.length;
    const then = { said: turn.said, answered: turn.answered, threw: turn.threw, clockUnread: 0 };
    const now = { said: this.#said, answered, threw, clockUnread: unread };
    const found = firstDifference(then, now);
    return found === undefined ? { same: true } : { same: false, ...found };
  }

  #act(kind: number, turn: Turn): { readonly answered?: unknown; readonly threw?: string } {
    try {
      if (kind === NodeTurn.START) this.#running = this.#start(turn);
      else if (kind === NodeTurn.STEP) this.#running?.step();
      else if (turn.asked !== undefined) return { answered: this.#serve(turn.asked) };
      return {};
    } catch (error) {
      return { threw: error instanceof Error ? error.message : String(error) };
    }
  }

  #serve([key, request]: readonly [string, unknown]): unknown {
    return this.#running?.serve?.[key]?.(request);
  }

  #start({ outside = {} }: Turn): Running<Wiring> {
    const spec = this.#make(outside);
    return spec.start(this.#io(spec));
  }

  #io(spec: AnyNode): Io<Wiring> {
    const latest = {};
    for (const key of Object.keys(spec.subscribes))
      Object.defineProperty(latest, key, { enumerable: true, get: () => this.#latest[key] });
    const keyed = <T>(wired: Readonly<Record<string, unknown>>, make: (key: string) => T) =>
      Object.fromEntries(Object.keys(wired).map((key) => [key, make(key)]));
    return {
      now: () => this.#now(),
      parameters: this.#parameters,
      latest,
      take: keyed(spec.subscribes, (key) => () => this.#take(key)),
      publish: keyed(spec.publishes, (key) => (message: unknown) => void this.#said.push([key, message])),
      call: {},
      active: {},
      send: {},
      wake: () => {},
    } as unknown as Io<Wiring>;
  }

  #now(): Seconds {
    const time = this.#clock.shift();
    if (time === undefined) throw new Error("it looks at the clock more often than it did then");
    return seconds(time);
  }

  #take(key: string): Stamped<unknown>[] {
    const place = this.#taken.findIndex(([of]) => of === key);
    return this.#taken.splice(place, place < 0 ? 0 : 1)[0]?.[1] ?? [];
  }
}
