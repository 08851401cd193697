// The way down: from every state with a person borne people can lower them, whatever that does not forbid it stays broken; and then let them go, in this life or the next.
import type { Rule } from "../../core/safety/rule.ts";
import { LOADS } from "../../core/safety/observations.ts";
import { follow } from "./automaton.ts";
import { possibleJudgements, sceneNumber } from "./forced.ts";
import { verdictKey, type Verdict } from "./judgements.ts";
import { reboots } from "./steps.ts";
import { CONFIRM, RESET, START } from "./supervising.ts";
import type { Walked } from "./walk.ts";
import { placeOf, verdictsOf, type World, type WorldOptions } from "./world.ts";

/** One thing that stays as it is while people find their way. */
interface Way {
  readonly name: string;
  readonly loaded: boolean;
  /** places of the judgements that are made meanwhile */
  readonly judged: readonly number[];
  readonly arrived: (machine: number) => boolean;
  /** the robot is started anew first, for a rule that waits for that */
  readonly anew?: true;
}

export interface WaysDown {
  /** states from which ways were looked for, over all that may stay broken */
  readonly checked: number;
  /** how many things may stay broken on the way down */
  readonly persisting: number;
  /** a state from which there is no way, and what stayed broken */
  readonly stuck: readonly { readonly name: string; readonly state: number }[];
}

type Asked = Pick<WorldOptions, "table" | "bounded">;

/** Looks for the way from every state the walk has reached. */
export function waysDown({ table, bounded }: Asked, walked: Walked): WaysDown {
  const { world } = walked;
  const ways = waysOf(verdictsOf(table, bounded), world);
  const met = metBy(walked);
  const stuck: { name: string; state: number }[] = [];
  let checked = 0;
  for (const way of ways) {
    const good = reachable(table, world, way);
    const here = way.loaded ? met.loaded : met.unloaded;
    for (let place = 0; place < here.length; place += 1) {
      const state = here[place] ?? -1;
      if (state < 0) continue;
      checked += 1;
      if (good[way.anew ? rebooted(world, place) : place] === 0) {
        stuck.push({ name: way.name, state });
        break;
      }
    }
  }
  return { checked, persisting: ways.filter(({ loaded }) => loaded).length, stuck };
}

/** Machine and lease after they were started anew. */
function rebooted(world: World, place: number): number {
  const commands = world.command.states.length;
  const command = place % commands;
  const again = reboots(world, { machine: (place - command) / commands, command });
  return again.machine * commands + again.command;
}

/** Rules that forbid lowering, and an emergency stop that is still pressed, are another matter: there the advice says what to do. */
const leavesAWay = (verdict: Verdict) =>
  !verdict.forbidsLowering && !verdict.distrusted && verdict.demand !== "emergency" && !verdict.newStop;

function waysOf(verdicts: readonly Verdict[], world: World): Way[] {
  const { automaton } = world.supervisor;
  const places = (wanted: Verdict, loaded: boolean) =>
    automaton.inputs.flatMap((input, place) => {
      if (input.type !== "OBSERVED" || (input.judged.load !== "none") !== loaded) return [];
      const forbidsLowering = loaded && !input.judged.lowerable;
      return verdictKey({ ...input.judged, forbidsLowering }) === verdictKey(wanted) ? [place] : [];
    });
  const down = verdicts.filter(leavesAWay).map((verdict) => ({
    name: `a person borne is lowered while a demand of ${verdict.demand} (${verdict.alarm} but for silence) lasts`,
    loaded: true,
    judged: places(verdict, true),
    arrived: (machine: number) => world.supervised[machine]?.lowers === true,
  }));
  const calm = {
    demand: "none",
    alarm: "none",
    newStop: false,
    distrusted: false,
    forbidsLowering: false,
  } as const;
  const away = {
    name: "a person who is down is let go",
    loaded: false,
    judged: places(calm, false),
    arrived: (machine: number) => world.supervised[machine]?.moves === true,
  };
  const later = {
    ...away,
    name: "a person who is down is let go by the robot's next life",
    anew: true,
  } as const;
  return [...down, away, later];
}

/** For machine and lease together, one reached state of each; -1 where none was. */
function metBy({ world, reached }: Walked) {
  const size = world.supervisor.automaton.states.length * world.command.states.length;
  const loaded = new Int32Array(size).fill(-1);
  const unloaded = new Int32Array(size).fill(-1);
  for (let state = 0; state < world.size; state += 1) {
    if (!reached(state)) continue;
    const { machine, command, load, dead } = placeOf(world, state);
    if (dead === 0)
      (LOADS[load] === "none" ? unloaded : loaded)[machine * world.command.states.length + command] = state;
  }
  return { loaded, unloaded };
}

/** 1 for each state of machine and lease from which people arrive. */
function reachable(table: readonly Rule[], world: World, way: Way): Uint8Array {
  const { supervisor, command, commanded, supervised } = world;
  const { automaton } = supervisor;
  const commands = command.states.length;
  const judged = automaton.inputs.map((input, place) =>
    input.type === "OBSERVED" && way.judged.includes(place) ? input.judged : undefined,
  );
  const possible = possibleJudgements(table, judged);
  const good = new Uint8Array(automaton.states.length * commands);
  /** Places of judgements and acts that may follow under each lease. */
  const inputs = commanded.map((who) => {
    const { besides, answered, commanded: isCommanded, canHold } = who;
    const seen = possible[sceneNumber(way.loaded, answered, isCommanded, canHold)] ?? [];
    return [...seen, ...(besides ? [RESET, CONFIRM, START] : [RESET, START])];
  });
  const happenings = Array.from({ length: command.inputs.length / 4 }, (_, place) => 4 * place);
  const leads = (machine: number, lease: number): boolean => {
    const offset = (way.loaded ? 2 : 0) + (supervised[machine]?.latched === true ? 1 : 0);
    return (
      way.arrived(machine) ||
      (inputs[lease] ?? []).some(
        (input) => good[follow(automaton, machine, input) * commands + lease] === 1,
      ) ||
      happenings.some((place) => good[machine * commands + follow(command, lease, place + offset)] === 1)
    );
  };
  for (let changed = true; changed;) {
    changed = false;
    for (let place = 0; place < good.length; place += 1) {
      const lease = place % commands;
      if (good[place] === 1 || !leads((place - lease) / commands, lease)) continue;
      good[place] = 1;
      changed = true;
    }
  }
  return good;
}
