// The walk: every state of the world that can be reached, breadth first, with every invariant after every event.
import { LOADS } from "../../core/safety/observations.ts";
import { steps, type Sink } from "./steps.ts";
import { numberOf, openWorld, placeOf, type World, type WorldOptions } from "./world.ts";

export interface WalkOptions extends WorldOptions {
  /** whether news to the gate may be lost and late, and the supervisor may die and come back */
  readonly messages: boolean;
}

export interface Violation {
  readonly invariant: string;
  /** events from the first state on, as numbers of `steps.ts`; the last one leads to the violation */
  readonly events: readonly number[];
  readonly begin: number;
}

export interface Walked {
  readonly world: World;
  readonly states: number;
  readonly transitions: number;
  readonly invariants: readonly string[];
  /** the shortest story of each invariant that does not hold */
  readonly violations: readonly Violation[];
  /** the shortest story that ends in a state that was reached */
  readonly storyTo: (state: number) => Omit<Violation, "invariant">;
  /** whether a state was reached */
  readonly reached: (state: number) => boolean;
}

const UNSEEN = -1;
const BEGINNING = -2;

export function walk(options: WalkOptions): Walked {
  const world = openWorld(options);
  const stepper = steps(world, options);
  const cameFrom = new Int32Array(world.size).fill(UNSEEN);
  const cameBy = new Int16Array(world.size);
  let queue = new Int32Array(1 << 16);
  let length = 0;
  const push = (state: number, from: number, event: number) => {
    cameFrom[state] = from;
    cameBy[state] = event;
    if (length === queue.length) {
      const longer = new Int32Array(2 * length);
      longer.set(queue);
      queue = longer;
    }
    queue[length] = state;
    length += 1;
  };
  for (const state of beginnings(world)) push(state, BEGINNING, 0);

  const found = new Map<string, { readonly from: number; readonly event: number }>();
  let transitions = 0;
  let here = 0;
  const sink: Sink = {
    to(state, event) {
      transitions += 1;
      if (cameFrom[state] === UNSEEN) push(state, here, event);
    },
    fails(invariant, event) {
      if (!found.has(invariant)) found.set(invariant, { from: here, event });
    },
  };
  for (let next = 0; next < length; next += 1) {
    here = queue[next] ?? 0;
    stepper.from(placeOf(world, here), sink);
  }

  const storyTo = (end: number): Omit<Violation, "invariant"> => {
    const events: number[] = [];
    let state = end;
    for (; (cameFrom[state] ?? BEGINNING) !== BEGINNING; state = cameFrom[state] ?? BEGINNING)
      events.unshift(cameBy[state] ?? 0);
    return { events, begin: state };
  };
  const storyOf = (from: number, event: number): Omit<Violation, "invariant"> => {
    const before = storyTo(from);
    return { ...before, events: [...before.events, event] };
  };
  return {
    world,
    states: length,
    transitions,
    invariants: stepper.invariants,
    violations: [...found]
      .map(([invariant, { from, event }]) => ({ invariant, ...storyOf(from, event) }))
      .toSorted((a, b) => a.events.length - b.events.length),
    storyTo,
    reached: (state) => cameFrom[state] !== UNSEEN,
  };
}

/** Switched on, with a latched stop from before and without; the load is not known, nobody is there. */
const beginnings = (world: World): number[] =>
  world.supervisor.automaton.initial.map((machine) =>
    numberOf(world, {
      machine,
      command: world.command.initial[0] ?? 0,
      load: LOADS.indexOf("unknown"),
      acted: world.supervised[machine]?.latched === true ? 0 : 1,
      gate: 0,
      stale: 0,
      dead: 0,
    }),
  );
