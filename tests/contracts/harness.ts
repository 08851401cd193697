// One way to drive a runner, so that the same contract is asked of each: groups of nodes and a probe beside them.
import type { GoalEvents, Answer } from "../../core/node.ts";
import type { Action, Service, Topic } from "../../core/topics.ts";
import { seconds } from "../../core/units.ts";
import { requestAction } from "../../launch/actions.ts";
import { openGraph, type EmbeddedGraph } from "../../launch/threads/graph.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { contractNodes, type ContractNode } from "./nodes.ts";

export interface Harness {
  publish<M>(topic: Topic<M>, message: M): void;
  on<M>(topic: Topic<M>, heard: (message: M) => void): void;
  call<Q, R>(service: Service<Q, R>, request: Q, done: (answer: Answer<R>) => void): void;
  send<G, R, F>(action: Action<G, R, F>, goal: G, events: GoalEvents<R, F>): { cancel(): void };
  /** Lets time pass until it holds; throws when it does not within what the runner calls long. */
  until(holds: () => boolean): Promise<void>;
  /** Errors the runner told of, with the node's name. */
  readonly errors: readonly string[];
  stop(): Promise<void>;
}
export type Groups = Readonly<Record<string, readonly ContractNode[]>>;
export type Parameters = Readonly<Record<string, Readonly<Record<string, number>>>>;
export type Open = (groups: Groups, parameters?: Parameters) => Promise<Harness>;

export const openVirtual: Open = async (groups, parameters = {}) => {
  const errors: string[] = [];
  const run = new VirtualRun(
    Object.values(groups)
      .flat()
      .map((name) => contractNodes[name]),
    parameters,
  );
  const guarded = <T>(act: () => T): T | undefined => {
    try {
      return act();
    } catch (error) {
      errors.push(String(error));
      return undefined;
    }
  };
  return {
    errors,
    publish: (topic, message) => guarded(() => run.publish(topic, message)),
    on: (topic, heard) => void run.on(topic, heard),
    call: (service, request, done) => {
      try {
        done({ ok: true, response: run.call(service, request) });
      } catch (error) {
        done({ ok: false, why: "unreachable", detail: String(error) });
      }
    },
    send: (action, goal, events) => run.send(action, goal, events),
    until: async (holds) => {
      if (!run.advanceUntil(holds, seconds(60), seconds(0.001)))
        throw new Error(`still not: ${String(holds)}`);
    },
    stop: () => run.stop(),
  };
};

export const openEmbedded: Open = async (groups, parameters = {}) => {
  const errors: string[] = [];
  const module = new URL("nodes.ts", import.meta.url).href;
  const graph: EmbeddedGraph = await openGraph(
    Object.entries(groups).map(([name, nodes]) => ({
      name,
      module,
      options: { nodes, parameters },
      onDeath: "again",
    })),
    { died: (group, message) => errors.push(`group ${group}: ${message}`) },
  );
  const harness: Harness = {
    errors,
    publish: (topic, message) => graph.hub.publish(topic, message),
    on: (topic, heard) => void graph.hub.subscribe(topic, (message) => heard(message as never)),
    call: (service, request, done) =>
      void graph.hub.ask(service.name, request, (reply) => {
        if (reply.kind !== "end") return;
        if (reply.outcome === "succeeded") done({ ok: true, response: reply.payload as never });
        else done({ ok: false, why: "unreachable", detail: reply.detail });
      }),
    send: (action, goal, events) =>
      requestAction(graph.hub.ask.bind(graph.hub), action, () => {})(goal, events),
    until: async (holds) => {
      const end = performance.now() + 20_000;
      while (!holds()) {
        if (performance.now() > end) throw new Error(`still not: ${String(holds)}`);
        await new Promise((resolve) => setTimeout(resolve, 2));
      }
    },
    stop: () => graph.stop(),
  };
  return harness;
};
