// What may happen next in the world: an observation, an act, people, the load, a message, a death. And what must hold after it.
import { atLeast } from "../../core/safety/demands.ts";
import { LOADS } from "../../core/safety/observations.ts";
import { commandInvariants } from "./commanding.ts";
import { follow } from "./automaton.ts";
import { possibleJudgements, sceneNumber } from "./forced.ts";
import { CONFIRM, RESET, START } from "./supervising.ts";
import type { WalkOptions } from "./walk.ts";
import { ACTED, numberOf, type Place, type World } from "./world.ts";

export interface Sink {
  to(state: number, event: number): void;
  /** an invariant does not hold after this event */
  fails(invariant: string, event: number): void;
}

const INVARIANTS = {
  act: "no act of a person starts motion",
  order:
    "after a stop nothing moves before reset, confirmation on site and start, in this order; after a demand to lower before the last two",
  remote: "a person touched or borne is not moved unless somebody on site commands or consents",
  lower: "nobody is lowered but by somebody on site, or with their consent",
  consent: "consent ends with the load, and with a stop",
  boot: "boot is safe idle and waits for confirmation and start, and a latched stop is latched still",
  gate: "the gate moves nothing once it has heard nothing for longer than it may",
} as const;

const UNLOADED = LOADS.indexOf("none");
const LOCKED = 0;
const STARTED = ACTED.indexOf("started");

/** Events are numbers: first the inputs of the safety machine, then those of the lease, then loads, then these. */
export const eventsOf = (world: World) => {
  const lease = world.supervisor.automaton.inputs.length;
  const load = lease + world.command.inputs.length;
  const heard = load + LOADS.length;
  return { lease, load, heard, late: heard + 1, dies: heard + 2, boots: heard + 3 };
};

/** Started anew the supervisor has its latch and nothing else; the lanes of the pages ended with it, a task lives on. */
export function reboots(
  { supervisor, supervised, command }: World,
  before: Pick<Place, "machine" | "command">,
) {
  const latched = supervised[before.machine]?.latched === true;
  const task = command.states[before.command]?.task === true;
  return {
    machine: supervisor.automaton.initial[latched ? 1 : 0] ?? unreachable(),
    command: command.initial[task ? 1 : 0] ?? unreachable(),
  };
}

export function steps(world: World, { table, messages }: WalkOptions) {
  const { supervisor, command, supervised, commanded } = world;
  const { automaton } = supervisor;
  const judgements = automaton.inputs.map((input) => (input.type === "OBSERVED" ? input.judged : undefined));
  const possible = possibleJudgements(table, judgements);
  const stopsAlways = judgements.map((judged) => judged !== undefined && atLeast(judged.alarm, "stop"));
  const stopsAwake = judgements.map((judged) => judged !== undefined && atLeast(judged.demand, "stop"));
  const lowersAlways = judgements.map((judged) => judged?.alarm === "lower");
  const lowersAwake = judgements.map((judged) => judged?.demand === "lower");
  const causeRemains = automaton.states.map(({ value, context: { judged } }) =>
    atLeast(value === "safeIdle" ? judged.alarm : judged.demand, "stop"),
  );
  const lowerRemains = automaton.states.map(({ context: { judged } }) => judged.demand === "lower");
  const events = eventsOf(world);
  const inputs = automaton.inputs.length;
  const happenings = command.inputs.length;
  /** A stop takes all acts back, a demand to lower all but the reset; in safe idle mere silence does neither. */
  const actedThen = ({ machine, acted }: Place, event: number): number => {
    const awake = supervised[machine]?.idle === false;
    if (stopsAlways[event] === true || (awake && stopsAwake[event] === true)) return 0;
    const lowers = lowersAlways[event] === true || (awake && lowersAwake[event] === true);
    return lowers ? Math.min(acted, 1) : acted;
  };
  const check = (place: Place, after: Place, event: number, sink: Sink) => {
    const failing = supervisor.failing[place.machine * inputs + event] ?? -1;
    if (failing >= 0) sink.fails(supervisor.names[failing] ?? "", event);
    if (supervised[after.machine]?.moves && after.acted !== STARTED) sink.fails(INVARIANTS.order, event);
  };
  /** Who commands is looked at in the same step as all else. */
  const checkPeople = ({ command: lease, load, machine }: Place, event: number, sink: Sink) => {
    const { moves, lowers } = supervised[machine] ?? unreachable();
    const { answered, canHold } = commanded[lease] ?? unreachable();
    if (moves && load !== UNLOADED && !answered) sink.fails(INVARIANTS.remote, event);
    if (lowers && !canHold) sink.fails(INVARIANTS.lower, event);
  };
  const observe = (place: Place, sink: Sink) => {
    const { answered, commanded: isCommanded, canHold } = commanded[place.command] ?? unreachable();
    for (const event of possible[sceneNumber(place.load !== UNLOADED, answered, isCommanded, canHold)] ??
      []) {
      const machine = follow(automaton, place.machine, event);
      const after = { ...place, machine, acted: actedThen(place, event) };
      check(place, after, event, sink);
      checkPeople(after, event, sink);
      sink.to(numberOf(world, after), event);
    }
  };
  /** Acts count for the order only as people did them, whatever the machine made of them. */
  const actedAfter = ({ acted, machine }: Place, event: number): number => {
    if (event === RESET) return acted === 0 && !causeRemains[machine] ? 1 : acted;
    if (event === CONFIRM) return acted === 1 && !lowerRemains[machine] ? 2 : acted;
    return acted === 2 ? 3 : acted;
  };
  const act = (place: Place, sink: Sink) => {
    const { besides } = commanded[place.command] ?? unreachable();
    const moved = supervised[place.machine]?.motion === true;
    for (const event of besides ? [RESET, CONFIRM, START] : [RESET, START]) {
      const machine = follow(automaton, place.machine, event);
      const after = { ...place, machine, acted: actedAfter(place, event) };
      check(place, after, event, sink);
      if (!moved && supervised[machine]?.motion === true) sink.fails(INVARIANTS.act, event);
      sink.to(numberOf(world, after), event);
    }
  };
  const change = (place: Place, sink: Sink) => {
    const loaded = place.load !== UNLOADED;
    const stopped = supervised[place.machine]?.latched === true;
    const offset = (loaded ? 2 : 0) + (stopped ? 1 : 0);
    for (let input = offset; input < happenings; input += 4) {
      const event = events.lease + input;
      const next = follow(command, place.command, input);
      const now = commanded[next] ?? unreachable();
      if (now.failing !== undefined) sink.fails(now.failing, event);
      if (now.consent && (!loaded || stopped)) sink.fails(INVARIANTS.consent, event);
      sink.to(numberOf(world, { ...place, command: next }), event);
    }
  };
  const tell = (place: Place, sink: Sink) => {
    const { gate = LOCKED } = supervised[place.machine] ?? {};
    if (place.dead === 0) sink.to(numberOf(world, { ...place, gate, stale: 0 }), events.heard);
    // hearing nothing for too long, the gate locks itself (SR-21)
    sink.to(numberOf(world, { ...place, gate: LOCKED, stale: 1 }), events.late);
    if (place.stale === 1 && place.gate !== LOCKED) sink.fails(INVARIANTS.gate, events.late);
    if (place.dead === 0) return sink.to(numberOf(world, { ...place, dead: 1 }), events.dies);
    boot(place, sink);
  };
  const boot = (place: Place, sink: Sink) => {
    const latched = supervised[place.machine]?.latched === true;
    const again = reboots(world, place);
    const now = supervised[again.machine];
    if (!now?.idle || now.latched !== latched || !now.waits) sink.fails(INVARIANTS.boot, events.boots);
    const next = { ...place, ...again, acted: latched ? 0 : 1, dead: 0 };
    sink.to(numberOf(world, next), events.boots);
  };
  return {
    invariants: [...supervisor.names, ...Object.keys(commandInvariants), ...Object.values(INVARIANTS)],
    /** Everything that may happen next from here. */
    from(place: Place, sink: Sink) {
      for (let load = 0; load < LOADS.length; load += 1)
        if (load !== place.load) sink.to(numberOf(world, { ...place, load }), events.load + load);
      if (place.dead === 0) {
        observe(place, sink);
        act(place, sink);
        change(place, sink);
      }
      if (messages) tell(place, sink);
    },
  };
}

function unreachable(): never {
  throw new Error("a place that is in no table");
}
