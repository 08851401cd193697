// The world that is walked: supervisor × lease × load × gate × who has acted since the last stop, as one number a state.
import type { Rule } from "../../core/safety/rule.ts";
import { LOADS } from "../../core/safety/observations.ts";
import {
  commandInvariants,
  commanding,
  isAnswered,
  PEOPLE,
  presentIn,
  type Commanding,
} from "./commanding.ts";
import { allVerdicts, coarse, verdictKey, type Verdict } from "./judgements.ts";
import { isLatched } from "../../core/safety/supervisor.ts";
import { supervising, type SafetyMachine, type Snapshot } from "./supervising.ts";

/** What the gate last heard of the supervisor, and so does: nothing, follow who holds the lease, or lower. */
const GATE = ["locked", "follows", "lowers"] as const;
/** Deliberate acts since the last stop, in their order. */
export const ACTED = ["nothing", "reset", "confirmed on site", "started"] as const;

/** Whether the gate's news are fresh, and whether the supervisor lives. */
const HEALTH = 2;

/** What a state of the world is made of; each a place in its own table. */
export interface Place {
  readonly machine: number;
  readonly command: number;
  readonly load: number;
  readonly acted: number;
  readonly gate: number;
  /** 1: the gate has heard nothing for longer than it may */
  readonly stale: number;
  /** 1: the supervisor's node is dead */
  readonly dead: number;
}

export interface WorldOptions {
  readonly table: readonly Rule[];
  /** tests give one with a broken guard */
  readonly machine?: SafetyMachine;
  /** for tests, in seconds: verdicts that the machine cannot tell apart are one, and there are two people, not three */
  readonly bounded: boolean;
}
const FEW = PEOPLE.slice(0, 2);

/** The verdicts that are walked. */
export function verdictsOf(table: readonly Rule[], bounded: boolean): Verdict[] {
  const all = allVerdicts(table);
  return bounded
    ? [...new Map(all.map(coarse).map((verdict) => [verdictKey(verdict), verdict])).values()]
    : all;
}

/** The tables, and what of each state the walk asks for again and again. */
export type World = ReturnType<typeof openWorld>;

export function openWorld({ table, machine, bounded }: WorldOptions) {
  const supervisor = supervising(verdictsOf(table, bounded), machine);
  const command = commanding(bounded ? FEW : PEOPLE);
  const sizes = [
    supervisor.automaton.states.length,
    command.states.length,
    LOADS.length,
    ACTED.length,
    GATE.length,
  ];
  const checks = Object.entries(commandInvariants);
  return {
    supervisor,
    command,
    size: sizes.reduce((product, size) => product * size, HEALTH * HEALTH),
    supervised: supervisor.automaton.states.map(supervisedOf),
    commanded: command.states.map((state) => ({
      ...commandedOf(state),
      failing: checks.find(([, holds]) => !holds(state))?.[0],
    })),
  };
}

const supervisedOf = (snapshot: Snapshot) => ({
  value: snapshot.value,
  moves: snapshot.matches("moving") || snapshot.matches("ready"),
  lowers: snapshot.matches("lowering"),
  motion: snapshot.hasTag("motion"),
  idle: snapshot.matches("safeIdle"),
  latched: isLatched({ snapshot }),
  waits: snapshot.context.needsReset || snapshot.context.needsConfirmation || snapshot.context.needsStart,
  gate: snapshot.matches("moving") || snapshot.matches("ready") ? 1 : snapshot.matches("lowering") ? 2 : 0,
});

const isBesides = (state: Commanding) => presentIn(state).some(({ onSite }) => onSite);
const commandedOf = (state: Commanding) => ({
  answered: isAnswered(state),
  besides: isBesides(state),
  /** somebody's press lowers: who is on site, or who commands by their consent */
  canHold: isBesides(state) || (isAnswered(state) && state.authority.commander !== undefined),
  commanded: state.authority.commander !== undefined,
  remote: state.authority.commander?.onSite === false,
  consent: state.authority.consenting !== undefined,
});

export const numberOf = (world: World, place: Place): number => {
  const { machine, command, load, acted, gate, stale, dead } = place;
  const commands = world.command.states.length;
  const place1 = (machine * commands + command) * LOADS.length + load;
  const place2 = (place1 * ACTED.length + acted) * GATE.length + gate;
  return (place2 * HEALTH + stale) * HEALTH + dead;
};

export function placeOf(world: World, state: number): Place {
  let rest = state;
  const take = (size: number): number => {
    const digit = rest % size;
    rest = (rest - digit) / size;
    return digit;
  };
  const dead = take(HEALTH);
  const stale = take(HEALTH);
  const gate = take(GATE.length);
  const acted = take(ACTED.length);
  const load = take(LOADS.length);
  const command = take(world.command.states.length);
  return { machine: rest, command, load, acted, gate, stale, dead };
}
