// Virtual time: every node in one thread, in a fixed order, faster than real time; the same nodes give the same log.
import type { AnyNode, GoalEvents, Parameter } from "../../core/node.ts";
import { recordTopics, type Action, type Service, type Topic } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { requestAction } from "../actions.ts";
import type { Noted } from "../../robot/blackbox/noted.ts";
import { hostNode, type HostedNode } from "../host.ts";
import { Hub } from "../hub.ts";
import { tap } from "../tap.ts";
import type { LogHash } from "./log-hash.ts";

interface Scheduled extends HostedNode {
  /** Periods begun since the start; the next step is due at `start + beats × period`, so no error adds up. */
  beats: number;
  readonly start: number;
}

/** Steps woken within one instant before the runner calls it a loop. */
const WAKE_LIMIT = 10_000;

/**
 * Runs nodes on virtual time from 0 s. Nodes due at the same time step in the order given; a woken node steps at
 * the same instant, after the step that woke it. Throws NodeError when a node throws.
 */
export class VirtualRun {
  readonly #hub = new Hub();
  readonly #nodes: Scheduled[] = [];
  readonly #woken = new Set<string>();
  readonly #watched = new Map<string, unknown>();
  #time = 0;
  #stepping = false;

  constructor(
    nodes: readonly AnyNode[],
    parameters: Readonly<Record<string, Readonly<Record<string, Parameter["default"]>>>> = {},
    /** Hears every message, from the first node's start on: for a recording. */
    note?: (noted: Noted) => void,
    /** Takes in every message, to compare this run with another: a tenth of its time. */
    log?: LogHash,
  ) {
    if (note !== undefined) this.#hub.tap = tap(() => this.now(), note);
    if (log !== undefined) this.#logInto(log, nodes);
    for (const spec of nodes) this.add(spec, parameters[spec.name]);
  }

  /** Starts another node now. */
  add(spec: AnyNode, parameters?: Readonly<Record<string, Parameter["default"]>>): void {
    if (this.#nodes.some((node) => node.name === spec.name))
      throw new Error(`two nodes are called ${spec.name}`);
    const hosted = hostNode(spec, this.#hub, {
      now: () => this.now(),
      wake: (name) => this.#wake(name),
      parameters,
    });
    this.#nodes.push(Object.assign(hosted, { beats: 0, start: this.#time }));
    this.#settle();
  }

  now(): Seconds {
    return seconds(this.#time);
  }

  /** Lets time pass, stepping every node when it is due. */
  advance(by: Seconds): void {
    const end = this.#time + by;
    this.#settle(); // what was woken from outside, between two calls
    for (;;) {
      const next = this.#next();
      if (next === undefined || due(next) > end) break;
      this.#time = Math.max(this.#time, due(next));
      next.beats += 1;
      this.#step(next);
      this.#settle();
    }
    this.#time = end;
  }

  /** Lets time pass until `holds`, looked at every `every`; returns whether it did within `limit`. */
  advanceUntil(holds: () => boolean, limit: Seconds, every: Seconds = seconds(0.02)): boolean {
    const end = this.#time + limit;
    while (!holds()) {
      if (this.#time >= end) return false;
      this.advance(every);
    }
    return true;
  }

  publish<M>(topic: Topic<M>, message: M): void {
    this.#hub.publish(topic, message);
    this.#settle();
  }

  /** The last message since the first time it was asked for, or the latched one. */
  latest<M>(topic: Topic<M>): M | undefined {
    if (!this.#watched.has(topic.name)) {
      this.#watched.set(topic.name, undefined);
      this.#hub.subscribe(topic, (message) => this.#watched.set(topic.name, message));
    }
    return this.#watched.get(topic.name) as M | undefined;
  }

  on<M>(topic: Topic<M>, heard: (message: M, at: Seconds) => void): () => void {
    return this.#hub.subscribe(topic, (message) => heard(message as M, this.now()));
  }

  /** Calls a service and returns its answer; throws when nobody serves it. */
  call<Q, R>(service: Service<Q, R>, request: Q): R {
    let answer: R | undefined;
    let why = "it did not answer at once";
    this.#hub.ask(service.name, request, (reply) => {
      if (reply.kind !== "end") return;
      if (reply.outcome === "succeeded") answer = reply.payload as R;
      else why = reply.detail;
    });
    this.#settle();
    if (answer === undefined) throw new Error(`${service.name}: ${why}`);
    return answer;
  }

  send<G, R, F>(action: Action<G, R, F>, goal: G, events: GoalEvents<R, F>): { cancel(): void } {
    const sent = requestAction(this.#hub.ask.bind(this.#hub), action, () => {})(goal, events);
    this.#settle();
    return {
      cancel: () => {
        sent.cancel();
        this.#settle();
      },
    };
  }

  has(name: string): boolean {
    return this.#nodes.some((node) => node.name === name);
  }

  /** The node dies: it neither hears nor says anything more. */
  kill(name: string): void {
    const place = this.#nodes.findIndex((node) => node.name === name);
    if (place < 0)
      throw new Error(`no node ${name}; running are ${this.#nodes.map((n) => n.name).join(", ")}`);
    this.#nodes.splice(place, 1).forEach((node) => node.detach());
  }

  async stop(): Promise<void> {
    for (const node of this.#nodes.splice(0)) {
      node.detach();
      await node.stop();
    }
  }

  #logInto(log: LogHash, nodes: readonly AnyNode[]): void {
    const topics = new Map(
      nodes.flatMap((n) => Object.values(n.publishes as Record<string, Topic>)).map((t) => [t.name, t]),
    );
    topics.delete(recordTopics.nodeTurn.name); // how V8 stores a number is not what was said
    for (const topic of topics.values())
      this.#hub.subscribe(topic, (message) => log.add(this.#time, topic.name, message));
  }

  #next(): Scheduled | undefined {
    let next: Scheduled | undefined;
    for (const node of this.#nodes) if (next === undefined || due(node) < due(next)) next = node;
    return next;
  }

  #wake(name: string): void {
    this.#woken.add(name);
  }

  #settle(): void {
    if (this.#stepping) return;
    for (let count = 0; this.#woken.size > 0; count += 1) {
      if (count > WAKE_LIMIT)
        throw new Error(`nodes wake each other without end: ${[...this.#woken].join(", ")}`);
      const node = this.#nodes.find(({ name }) => this.#woken.has(name));
      if (node === undefined) return this.#woken.clear();
      this.#woken.delete(node.name);
      this.#step(node);
    }
  }

  #step(node: HostedNode): void {
    this.#stepping = true;
    try {
      node.step();
    } finally {
      this.#stepping = false;
    }
  }
}

const due = (node: Scheduled) => node.start + node.beats * node.period;
