// What a node is, said without ROS, threads or sockets: data and one step. launch/ runs it.
import type { Action, Service, Topic } from "./topics.ts";
import type { Seconds } from "./units.ts";

/** A number somebody would turn: its default, unit, range and meaning stand where it is declared. */
export interface Parameter<Value extends number | string | boolean = number | string | boolean> {
  readonly default: Value;
  readonly about: string;
  readonly unit?: string;
  readonly range?: readonly [min: number, max: number];
}

/** A message with the time at which **we** received it, by our own clock. */
export interface Stamped<Message> {
  readonly message: Message;
  readonly receivedAt: Seconds;
}

/** Why an expected answer did not come. */
type Unanswered = "unreachable" | "rejected";
export type Answer<Response> =
  | { readonly ok: true; readonly response: Response }
  | { readonly ok: false; readonly why: Unanswered; readonly detail: string };

/** How an action ended (ROS: succeeded, aborted, canceled; rejected before it began; unreachable: its server is gone). */
export type Outcome = "succeeded" | "aborted" | "canceled" | Unanswered;

/** The server's hold on the one goal it works on. Ending it twice throws. */
export interface ActiveGoal<Goal, Result, Feedback> {
  readonly goal: Goal;
  readonly cancelRequested: boolean;
  feedback(feedback: Feedback): void;
  end(outcome: "succeeded" | "aborted" | "canceled", result: Result): void;
}

/** The client's side of a goal. */
export interface GoalEvents<Result, Feedback> {
  feedback?(feedback: Feedback): void;
  ended(outcome: Outcome, result: Result | undefined, detail: string): void;
}

type Map<T> = Readonly<Record<string, T>>;
export type Wiring = {
  readonly parameters: Map<Parameter>;
  readonly subscribes: Map<Topic>;
  readonly publishes: Map<Topic>;
  readonly serves: Map<Service>;
  readonly calls: Map<Service>;
  readonly offers: Map<Action>;
  readonly requests: Map<Action>;
};
type MessageOf<T> = T extends Topic<infer M> ? M : never;
type Req<T> = T extends Service<infer R, infer _> ? R : never;
type Res<T> = T extends Service<infer _, infer R> ? R : never;
type GoalOf<T> = T extends Action<infer G, infer _, infer __> ? G : never;
type ResultOf<T> = T extends Action<infer _, infer R, infer __> ? R : never;
type FeedbackOf<T> = T extends Action<infer _, infer __, infer F> ? F : never;
type Widen<V> = V extends number ? number : V extends boolean ? boolean : string;

/** All a running node can touch. `latest` is the last message; `take` gives each message of an `event` topic once, in order. */
export interface Io<W extends Wiring> {
  readonly now: () => Seconds;
  readonly parameters: { readonly [K in keyof W["parameters"]]: Widen<W["parameters"][K]["default"]> };
  readonly latest: {
    readonly [K in keyof W["subscribes"]]: Stamped<MessageOf<W["subscribes"][K]>> | undefined;
  };
  readonly take: { readonly [K in keyof W["subscribes"]]: () => Stamped<MessageOf<W["subscribes"][K]>>[] };
  readonly publish: { readonly [K in keyof W["publishes"]]: (message: MessageOf<W["publishes"][K]>) => void };
  readonly call: {
    readonly [K in keyof W["calls"]]: (
      request: Req<W["calls"][K]>,
      done: (answer: Answer<Res<W["calls"][K]>>) => void,
    ) => void;
  };
  /** The goal being worked on, if any. The next one is offered to `accept` when this one has ended. */
  readonly active: {
    readonly [K in keyof W["offers"]]: () =>
      ActiveGoal<GoalOf<W["offers"][K]>, ResultOf<W["offers"][K]>, FeedbackOf<W["offers"][K]>> | undefined;
  };
  readonly send: {
    readonly [K in keyof W["requests"]]: (
      goal: GoalOf<W["requests"][K]>,
      events: GoalEvents<ResultOf<W["requests"][K]>, FeedbackOf<W["requests"][K]>>,
    ) => { cancel(): void };
  };
  /** Asks for a step before the period is over; for adapters whose outside world has just spoken. */
  readonly wake: () => void;
}

/** What a started node answers with. */
export interface Running<W extends Wiring> {
  /** Called once every period, and at once when a `wakes` topic arrives or `wake` was called. */
  step(): void;
  readonly serve?: {
    readonly [K in keyof W["serves"]]: (request: Req<W["serves"][K]>) => Res<W["serves"][K]>;
  };
  /** Why a goal is refused, or undefined to accept it. A goal that arrives while one is active is refused as busy. */
  readonly accept?: {
    readonly [K in keyof W["offers"]]: (goal: GoalOf<W["offers"][K]>) => string | undefined;
  };
  /** Called once at a clean stop. */
  stop?(): void | Promise<void>;
}

export type NodeSpec<W extends Wiring = Wiring> = W & {
  readonly name: string;
  readonly period: Seconds;
  /** Subscriptions whose arrival asks for a step at once. */
  readonly wakes: readonly (keyof W["subscribes"] & string)[];
  start(io: Io<W>): Running<W>;
};
/** A node whose wiring a runner reads as data. */
export type AnyNode = NodeSpec;

type Declared<W extends Wiring> = { readonly name: string; readonly period: Seconds } & {
  readonly wakes?: readonly (keyof W["subscribes"] & string)[];
  start(io: Io<W>): Running<W>;
};
// oxlint-disable-next-line typescript/no-generated-empty-object-type -- wiring that is left out has no keys
type None = Readonly<Record<never, never>>;

/** Declares a node. Wiring that is left out is empty. Throws when a name is not snake_case or the period is not positive. */
export function defineNode<
  const P extends Map<Parameter> = None,
  const I extends Map<Topic> = None,
  const O extends Map<Topic> = None,
  const S extends Map<Service> = None,
  const C extends Map<Service> = None,
  const A extends Map<Action> = None,
  const R extends Map<Action> = None,
>(
  spec: Declared<{
    parameters: P;
    subscribes: I;
    publishes: O;
    serves: S;
    calls: C;
    offers: A;
    requests: R;
  }> & {
    readonly parameters?: P;
    readonly subscribes?: I;
    readonly publishes?: O;
    readonly serves?: S;
    readonly calls?: C;
    readonly offers?: A;
    readonly requests?: R;
  },
): NodeSpec<{ parameters: P; subscribes: I; publishes: O; serves: S; calls: C; offers: A; requests: R }> {
  if (!/^[a-z][a-z0-9_]*$/.test(spec.name)) throw new Error(`node name "${spec.name}": expected snake_case`);
  if (!(spec.period > 0))
    throw new Error(`node ${spec.name}: expected a period above 0 s, got ${spec.period}`);
  const empty = {};
  return {
    parameters: empty as P,
    subscribes: empty as I,
    publishes: empty as O,
    serves: empty as S,
    calls: empty as C,
    offers: empty as A,
    requests: empty as R,
    wakes: [],
    ...spec,
  };
}
