// The line on which the bench asks and its threads and processes answer, beside the graph that is measured.
import type { ChildProcess } from "node:child_process";
import { BroadcastChannel } from "node:worker_threads";
import type { Acts, Answers, Order } from "./orders.ts";

export interface Line {
  send(value: unknown): void;
  on(heard: (value: unknown) => void): void;
  close(): void;
}
/** One that is asked. */
export interface Peer {
  ask<K extends Order["do"]>(order: Extract<Order, { do: K }>): Promise<Answers[K]>;
  close(): void;
}
interface Answered {
  readonly answer: unknown;
}

/** To a thread of this process; both sides open it by the same name. */
export function threadLine(name: string): Line {
  const channel = new BroadcastChannel(name);
  return {
    send: (value) => channel.postMessage(value),
    on: (heard) => void (channel.onmessage = (event) => heard((event as { data: unknown }).data)),
    close: () => channel.close(),
  };
}

/** To a child process. */
export const childLine = (child: ChildProcess): Line => ({
  send: (value) => void child.send(value as object),
  on: (heard) => void child.on("message", heard),
  close: () => child.disconnect(),
});

/** To the process that began this one; when it is gone, this one ends too. */
export function parentLine(): Line {
  process.on("disconnect", () => process.exit(0));
  return {
    send: (value) => void process.send?.(value),
    on: (heard) => void process.on("message", heard),
    close: () => process.disconnect(),
  };
}

/** Asks one thing at a time. */
export function peerOn(line: Line): Peer {
  let answered: (value: unknown) => void = () => {};
  line.on((value) => answered((value as Answered).answer));
  return {
    ask: async (order) => {
      const { promise, resolve } = Promise.withResolvers<unknown>();
      answered = resolve;
      line.send(order);
      return (await promise) as never;
    },
    close: () => line.close(),
  };
}

/** Does what is asked and answers. */
export function answerOn(line: Line, acts: Acts): void {
  const act = async (order: Order) => {
    const known = acts[order.do] as ((order: Order) => unknown) | undefined;
    if (known === undefined) throw new Error(`bench graph: nobody here can ${order.do}`);
    line.send({ answer: await known(order) } satisfies Answered);
  };
  line.on((order) => void act(order as Order));
}
