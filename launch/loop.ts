// Steps nodes in real time on this thread's event loop: periods, wakes, and the first error ends them all.
import type { AnyNode, Parameter } from "../core/node.ts";
import type { Seconds } from "../core/units.ts";
import { hostNode, NodeError, type HostedNode } from "./host.ts";
import type { Hub } from "./hub.ts";
import type { Clock } from "./threads/clock.ts";

/** A node that was started. It hears from its start on; it steps only while it goes. */
export interface LoopedNode {
  readonly name: string;
  go(): void;
  /** What `io.parameters` reads from now on. Throws as the start does, and then nothing has changed. */
  setParameters(values: Readonly<Record<string, Parameter["default"]>>): void;
  /** Steps no more, until it goes again. */
  rest(): void;
  /** A clean end: it neither hears nor steps any more. */
  stop(): Promise<void>;
}
export interface Loop {
  /** Starts a node on a hub: that of its group, or one of its own. Throws NodeError when a parameter is wrong or its start throws. */
  start(spec: AnyNode, hub: Hub, parameters?: Readonly<Record<string, Parameter["default"]>>): LoopedNode;
  stop(): Promise<void>;
}
interface Entry {
  readonly hosted: HostedNode;
  goes: boolean;
  due: number;
  takeBack: () => void;
}

/** Rounds of wakes within one turn of the event loop before other work gets its turn. */
const ROUNDS = 16;

/** ms: a turn that took longer was held up too, and what was said meanwhile is in the next one's mail. */
const HELD_UP = 10;
/** Turns after which a group steps all the same: one that is always held up must not fall silent for it. */
const TURNS = 20;

/**
 * Runs `act` when all that was said to this thread until now has been heard: mail is opened once a turn of Node's event
 * loop, and this very turn may have passed that point.
 */
function onceHeard(act: () => void, turns = TURNS): void {
  setImmediate(() => {
    const opening = performance.now();
    setImmediate(() =>
      performance.now() - opening > HELD_UP && turns > 0 ? onceHeard(act, turns - 1) : act(),
    );
  });
}

/**
 * Each node that goes is stepped every period; a step that comes too late is not made up for. A woken node steps at once, in
 * the same turn of the event loop. Nodes that were held up first hear what was said meanwhile, or they would take their own
 * sleep for the silence of others. `now` is what nodes are told, `pulse` what their periods are measured by. `failed` is
 * called once, with the node's name or `name`, and nothing steps after. `heard` calls when all mail has been opened: that of this
 * thread, where it is left out.
 */
export function openLoop(
  name: string,
  now: () => Seconds,
  pulse: Clock,
  failed: (error: NodeError) => void,
  heard: (act: () => void) => void = onceHeard,
): Loop {
  const entries = new Set<Entry>();
  const names = new Set<string>();
  const woken = new Set<string>();
  let stepping = false;
  let over = false;
  const end = (error?: unknown) => {
    if (over) return;
    over = true;
    for (const { hosted, takeBack } of entries) {
      takeBack();
      hosted.detach();
    }
    if (error !== undefined) failed(error instanceof NodeError ? error : new NodeError(name, error));
  };
  const step = ({ hosted, goes }: Entry) => {
    if (over || !goes) return;
    stepping = true;
    try {
      hosted.step();
    } catch (error) {
      end(error);
    } finally {
      stepping = false;
    }
  };
  const mustSettle = () => woken.size > 0 && !stepping && !over;
  const settle = () => {
    for (let round = 0; round < ROUNDS && mustSettle(); round += 1)
      for (const entry of entries) if (woken.delete(entry.hosted.name)) step(entry);
    if (mustSettle()) setImmediate(settle); // let sockets and timers speak in between
  };
  const isLate = ({ hosted, due, goes }: Entry) => goes && pulse.now() - due > hosted.period;
  const wake = (node: string) => {
    if (!names.has(node)) return; // it has stopped, and something outside still speaks to it
    woken.add(node);
    if (!stepping) queueMicrotask(() => ([...entries].some(isLate) ? heard(settle) : settle()));
  };
  const schedule = (entry: Entry, due: number) => {
    const { period } = entry.hosted;
    entry.due = due;
    const begin = () => {
      if (!entry.goes || entry.due !== due) return;
      const begun = pulse.now();
      step(entry);
      settle();
      // by when it began: a world is due again within what it has told of, however long its step took
      const late = Math.floor((begun - due) / period);
      if (entry.goes && !over) schedule(entry, due + (Math.max(0, late) + 1) * period);
    };
    entry.takeBack = pulse.at(due, () => (isLate(entry) ? heard(begin) : begin()));
  };
  const rest = (entry: Entry) => {
    entry.goes = false;
    entry.takeBack();
    woken.delete(entry.hosted.name);
  };
  return {
    start(spec, hub, parameters) {
      names.add(spec.name);
      const hosted = hostNode(spec, hub, { now, wake, parameters });
      const entry: Entry = { hosted, goes: false, due: Infinity, takeBack: () => {} };
      entries.add(entry);
      return {
        name: hosted.name,
        go() {
          if (entry.goes || over) return;
          entry.goes = true;
          schedule(entry, pulse.now());
        },
        setParameters: (values) => hosted.setParameters(values),
        rest: () => rest(entry),
        async stop() {
          rest(entry);
          entries.delete(entry);
          names.delete(hosted.name);
          hosted.detach();
          await hosted.stop();
        },
      };
    },
    async stop() {
      end();
      for (const { hosted } of entries) await hosted.stop();
    },
  };
}
