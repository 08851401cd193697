// Gives one declared node its io on a hub: what every runner shares, whatever its clock and threads.
import type { AnyNode, Io, Parameter, Running, Stamped, Wiring } from "../core/node.ts";
import type { Action, Service, Topic } from "../core/topics.ts";
import type { Seconds } from "../core/units.ts";
import { offerAction, requestAction } from "./actions.ts";
import type { Hub } from "./hub.ts";

/** Names the node whose code threw. */
export class NodeError extends Error {
  readonly node: string;
  constructor(node: string, cause: unknown) {
    super(`node ${node}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
    this.node = node;
  }
}

export interface HostedNode {
  readonly name: string;
  readonly period: Seconds;
  step(): void;
  /** What `io.parameters` reads from now on. Throws as the start does, and then nothing has changed. */
  setParameters(values: Readonly<Record<string, Parameter["default"]>>): void;
  /** Drops every subscription, service and action; the node hears and says nothing more. */
  detach(): void;
  stop(): Promise<void>;
}

export interface HostOptions {
  readonly now: () => Seconds;
  /** Called when the node asks for a step before its period is over. */
  readonly wake: (node: string) => void;
  readonly parameters?: Readonly<Record<string, Parameter["default"]>> | undefined;
}

/** An event topic holds this many messages nobody has taken; more means the node is not stepping. */
const QUEUE_LIMIT = 10_000;

const entries = <T>(map: Readonly<Record<string, T>>) => Object.entries(map);
const mapped = <T, U>(map: Readonly<Record<string, T>>, make: (value: T, key: string) => U) =>
  Object.fromEntries(entries(map).map(([key, value]) => [key, make(value, key)]));

/** Starts a node on a hub. Throws NodeError when a parameter is wrong or its start throws. */
export function hostNode(spec: AnyNode, hub: Hub, options: HostOptions): HostedNode {
  const undo: (() => void)[] = [];
  const guard = <T>(act: () => T): T => {
    try {
      return act();
    } catch (cause) {
      throw cause instanceof NodeError ? cause : new NodeError(spec.name, cause);
    }
  };
  const { latest, take } = subscribe(spec, hub, options, undo);
  const ask = asker(hub, undo);
  let running: Running<Wiring> | undefined;
  const accepts = (key: string, goal: unknown) => guard(() => running?.accept?.[key]?.(goal));
  const offers = mapped(spec.offers as Record<string, Action>, (action, key) =>
    offerAction(
      hub,
      action,
      (goal) => accepts(key, goal),
      () => options.wake(spec.name),
    ),
  );
  for (const offered of Object.values(offers)) undo.push(offered.withdraw);
  const parameters = guard(() => parametersOf(spec, options.parameters ?? {}));
  const io = {
    now: options.now,
    parameters,
    latest,
    take,
    publish: mapped(
      spec.publishes as Record<string, Topic>,
      (topic) => (message: unknown) => hub.publish(topic, message),
    ),
    call: mapped(
      spec.calls as Record<string, Service>,
      (service) => (request: unknown, done: (answer: unknown) => void) =>
        ask(service.name, request, (reply) => {
          if (reply.kind !== "end") return;
          done(
            reply.outcome === "succeeded"
              ? { ok: true, response: reply.payload }
              : { ok: false, why: reply.outcome, detail: reply.detail },
          );
          options.wake(spec.name);
        }),
    ),
    active: mapped(offers, (offered) => offered.active),
    send: mapped(spec.requests as Record<string, Action>, (action) =>
      requestAction(ask, action, () => options.wake(spec.name)),
    ),
    wake: () => options.wake(spec.name),
  } as unknown as Io<Wiring>;
  running = guard(() => spec.start(io));
  for (const [key, service] of entries(spec.serves as Record<string, Service>))
    undo.push(serve(hub, service, key, running, guard));
  return {
    name: spec.name,
    period: spec.period,
    step: () => guard(() => running.step()),
    setParameters: (values) =>
      guard(() => void Object.assign(parameters, parametersOf(spec, { ...parameters, ...values }))),
    detach: () => undo.splice(0).forEach((drop) => drop()),
    stop: async () => {
      await running.stop?.();
    },
  };
}

/** Asks on a node's behalf; a node that dies takes its open questions back. */
function asker(hub: Hub, undo: (() => void)[]): Hub["ask"] {
  const open = new Map<symbol, { cancel(): void }>();
  undo.push(() => open.forEach((question) => question.cancel()));
  return (name, payload, replied) => {
    const id = Symbol(name);
    let over = false;
    const question = hub.ask(name, payload, (reply) => {
      over ||= reply.kind === "end";
      if (over) open.delete(id);
      replied(reply);
    });
    if (!over) open.set(id, question);
    return question;
  };
}

function subscribe(spec: AnyNode, hub: Hub, options: HostOptions, undo: (() => void)[]) {
  // a plain object of one shape: nodes read it in every step
  const latest: Record<string, Stamped<unknown> | undefined> = mapped(spec.subscribes, () => undefined);
  const queues = new Map<string, Stamped<unknown>[]>();
  for (const [key, topic] of entries(spec.subscribes as Record<string, Topic>)) {
    const queue: Stamped<unknown>[] = [];
    queues.set(key, queue);
    const wakes = spec.wakes.includes(key);
    undo.push(
      hub.subscribe(topic, (message) => {
        const stamped = { message, receivedAt: options.now() };
        latest[key] = stamped;
        if (topic.delivery === "event" && queue.push(stamped) > QUEUE_LIMIT)
          throw new NodeError(
            spec.name,
            new Error(`${topic.name}: ${QUEUE_LIMIT} messages wait and none is taken`),
          );
        if (wakes) options.wake(spec.name);
      }),
    );
  }
  return { latest, take: mapped(Object.fromEntries(queues), (queue) => () => queue.splice(0)) };
}

function serve(
  hub: Hub,
  service: Service,
  key: string,
  running: Running<Wiring>,
  guard: <T>(act: () => T) => T,
) {
  const handler = running.serve?.[key];
  if (handler === undefined)
    throw new Error(`service ${service.name} is declared but has no handler "${key}"`);
  return hub.answer(service.name, ({ payload, reply }) =>
    reply({ kind: "end", outcome: "succeeded", payload: guard(() => handler(payload)), detail: "" }),
  );
}

/** The node's parameters with overrides. Throws on an unknown name, a wrong type or a value out of range. */
export function parametersOf(spec: AnyNode, given: Readonly<Record<string, Parameter["default"]>>) {
  const declared = spec.parameters;
  for (const [name, value] of entries(given)) {
    const parameter = declared[name];
    if (parameter === undefined)
      throw new Error(
        `unknown parameter ${name}; expected one of ${Object.keys(declared).join(", ") || "none"}`,
      );
    if (typeof value !== typeof parameter.default)
      throw new Error(
        `parameter ${name}: expected a ${typeof parameter.default}, got ${JSON.stringify(value)}`,
      );
    const [low, high] = parameter.range ?? [-Infinity, Infinity];
    if (typeof value === "number" && !(value >= low && value <= high))
      throw new Error(`parameter ${name}: expected ${low} to ${high} ${parameter.unit ?? ""}, got ${value}`);
  }
  return mapped(declared, (parameter, name) => given[name] ?? parameter.default);
}
