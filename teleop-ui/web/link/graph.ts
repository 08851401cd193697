// The page's end of the graph, over roslib: what was seen last of each topic, requests, and nothing while disconnected.
import { Action as RosAction, Ros, Service as RosService, Topic as RosTopic } from "roslib";
import type { Action, Service, Topic } from "../../../core/topics.ts";
import { seconds, type Seconds } from "../../../core/units.ts";

export interface Seen<Message> {
  readonly message: Message;
  /** By our own clock. */
  readonly arrivedAt: Seconds;
}
export type Reply<Response> =
  { readonly ok: true; readonly response: Response } | { readonly ok: false; readonly why: string };
export interface GoalEars<Result, Feedback> {
  feedback(feedback: Feedback): void;
  ended(result: Result | undefined, why: string): void;
}
export interface Reading {
  readonly topic: Topic;
  /** ms between two messages at least; what a person reads needs no more. */
  readonly every: number;
}

const RETRY = 1000; // ms
const PATIENCE = 5000; // ms until a service that says nothing counts as unreachable

/**
 * roslib queues what is published while it is disconnected and sends it on reconnect. So every connection gets a
 * roslib of its own that dies with it, and nothing is handed to one that is not connected.
 */
export class Graph {
  readonly #url: string;
  readonly #readings: readonly Reading[];
  readonly #seen = new Map<string, Seen<unknown>>();
  readonly #watchers = new Map<string, Set<(message: unknown) => void>>();
  readonly #listeners = new Set<() => void>();
  readonly #timer: ReturnType<typeof setInterval>;
  #ros: Ros | undefined;
  #publishers = new Map<string, RosTopic>();
  #connected = false;

  constructor(url: string, readings: readonly Reading[]) {
    this.#url = url;
    this.#readings = readings;
    this.#connect();
    this.#timer = setInterval(() => this.#connect(), RETRY);
  }

  connected = () => this.#connected;
  subscribe = (listener: () => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  latest<M>(topic: Topic<M>): Seen<M> | undefined {
    return this.#seen.get(topic.name) as Seen<M> | undefined;
  }

  /** Calls `heard` with each message from now on; returns how to end it. */
  watch<M>(topic: Topic<M>, heard: (message: M) => void): () => void {
    const watchers = this.#watchers.get(topic.name) ?? new Set();
    watchers.add(heard as (message: unknown) => void);
    this.#watchers.set(topic.name, watchers);
    return () => void watchers.delete(heard as (message: unknown) => void);
  }

  /** Returns false, and nothing is sent now or later, when the link is down. */
  publish<M>(topic: Topic<M>, message: M): boolean {
    const publisher = this.#publishers.get(topic.name) ?? this.#advertise(topic);
    if (!publisher || this.#ros?.isConnected !== true) return false;
    publisher.publish(message);
    return true;
  }

  /** Never silent: a dead link or a service that does not answer is an answer too. */
  call<Q, R>({ name, type }: Service<Q, R>, request: Q): Promise<Reply<R>> {
    const ros = this.#ros;
    if (ros?.isConnected !== true) return Promise.resolve({ ok: false, why: "disconnected" });
    return new Promise((done) => {
      const late = setTimeout(() => done({ ok: false, why: "no answer" }), PATIENCE);
      const answer = (reply: Reply<R>) => {
        clearTimeout(late);
        done(reply);
      };
      new RosService<Q, R>({ ros, name, serviceType: type }).callService(
        request,
        (response) => answer({ ok: true, response }),
        (why) => answer({ ok: false, why }),
      );
    });
  }

  /** Returns false when the link is down. */
  send<G, R, F>({ name, type }: Action<G, R, F>, goal: G, ears: GoalEars<R, F>): boolean {
    const ros = this.#ros;
    if (ros?.isConnected !== true) return false;
    new RosAction<G, F, R>({ ros, name, actionType: type }).sendGoal(
      goal,
      (result) => ears.ended(result, ""),
      (feedback) => ears.feedback(feedback),
      (why) => ears.ended(undefined, why),
    );
    return true;
  }

  /** Cancels the action's goals, whichever page sent them. */
  cancel({ name }: Action): Promise<Reply<unknown>> {
    return this.call({ name: `${name}/_action/cancel_goal`, type: "action_msgs/srv/CancelGoal" }, {});
  }

  close() {
    clearInterval(this.#timer);
    this.#ros?.close();
    this.#ros = undefined;
  }

  #connect() {
    if (this.#ros) return;
    const ros = new Ros();
    this.#ros = ros;
    ros.on("connection", () => {
      for (const reading of this.#readings) this.#read(ros, reading);
      this.#turn(true);
    });
    ros.on("close", () => {
      if (this.#ros !== ros) return;
      this.#ros = undefined;
      this.#publishers = new Map();
      this.#turn(false);
    });
    ros.on("error", () => {}); // a close follows, and the next try
    void ros.connect(this.#url);
  }

  #read(ros: Ros, { topic, every }: Reading) {
    const { name, type } = topic;
    new RosTopic({ ros, name, messageType: type, throttle_rate: every, reconnect_on_close: false }).subscribe(
      (message) => {
        this.#seen.set(name, { message, arrivedAt: seconds(performance.now() / 1000) });
        for (const watcher of this.#watchers.get(name) ?? []) watcher(message);
      },
    );
  }

  #advertise({ name, type }: Topic): RosTopic | undefined {
    if (this.#ros?.isConnected !== true) return undefined;
    const topic = new RosTopic({ ros: this.#ros, name, messageType: type, reconnect_on_close: false });
    this.#publishers.set(name, topic);
    return topic;
  }

  #turn(connected: boolean) {
    this.#connected = connected;
    for (const listener of this.#listeners) listener();
  }
}
