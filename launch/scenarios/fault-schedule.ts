// A random schedule of faults: what breaks when, for how long; several at once, in any phase of the ride. A schedule is its seed.
import { between, seeded } from "../../core/seeded.ts";
import { services, topics } from "../../core/topics.ts";
import { seconds, type Seconds } from "../../core/units.ts";
import { BREAKS, type Broken } from "./fault-lines.ts";
import type { Ride } from "./ride.ts";

export interface Fault {
  /** in words */
  readonly what: string;
  readonly from: Seconds;
  readonly until: Seconds;
  begin(ride: Ride): void;
  end(ride: Ride): void;
}

/** What the control group and the task are fed with. */
const LINES = [
  topics.jointStates,
  topics.odometry,
  topics.imu,
  topics.leftWrench,
  topics.rightWrench,
  topics.bodyContacts,
  topics.scan,
  topics.person,
  topics.taskMotion,
].map(({ name }) => name);
const STALLING = ["safety_supervisor", "gate", "stand_up"];
const PEOPLE = ["stop", "link", "estop"] as const;
/** Supervisor and gate share a thread: what stalls or ends it, stalls or ends both. */
export const CONTROL = ["safety_supervisor", "gate"] as const;
const DYING = ["stand_up", ...CONTROL] as const;

/** A ride lasts a minute: a fault begins within it and lasts from one message to longer than every deadline. */
const WITHIN = { first: 0.5, last: 58 } as const;
/** s, and half of them while the person is lifted [measured: the lift begins at 36 to 40 s where nothing breaks]. */
const LIFTING = { first: 36, last: 50 } as const;
const LASTING = { least: 0.03, most: 4 } as const;
/** A thread that stands still and comes back: from longer than the drives wait to longer than every deadline. */
const SILENCE = { least: 0.3, most: 2 } as const;
const MOST_FAULTS = 4;
/** [1] of rides in which the power fails too */
const POWER_SHARE = 0.25;
/** As often as each stands here. */
const KINDS = ["people", "line", "line", "line", "stall", "group", "death"] as const;

const picking =
  (draw: () => number) =>
  <T>(all: readonly T[]): T => {
    const one = all[Math.floor(draw() * all.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  };

/** From one to four faults, and in some rides one of the power, in the order in which they begin. */
export function scheduleOf(seed: number, broken: Broken): readonly Fault[] {
  const draw = seeded(seed * 15_485_863 + 5);
  const pick = picking(draw);
  const faults = Array.from({ length: 1 + Math.floor(draw() * MOST_FAULTS) }, (): Fault => {
    const when = pick([WITHIN, LIFTING]);
    const from = between(draw, when.first, when.last);
    const lasting = between(draw, LASTING.least, LASTING.most);
    const [people, line, stall, dying] = [pick(PEOPLE), pick(LINES), pick(STALLING), pick(DYING)];
    const kind = pick(KINDS);
    const acts = {
      people: { what: people, ...BY_PEOPLE[people] },
      line: onLine(line, pick(BREAKS), broken),
      stall: stalling([stall], broken),
      group: stalling(CONTROL, broken),
      death: death(dying),
    };
    const until = from + (kind === "group" ? between(draw, SILENCE.least, SILENCE.most) : lasting);
    return { ...acts[kind], from: seconds(from), until: seconds(until) };
  });
  return [...faults, ...powerOf(seed, broken)].toSorted((a, b) => a.from - b.from);
}

/** Drawn apart: with or without it, the other faults of a seed are the same. */
function powerOf(seed: number, broken: Broken): readonly Fault[] {
  const draw = seeded(seed * 32_452_843 + 7);
  if (draw() >= POWER_SHARE) return [];
  const pick = picking(draw);
  const when = pick([WITHIN, LIFTING]);
  const from = between(draw, when.first, when.last);
  const until = from + between(draw, LASTING.least, LASTING.most);
  const silent = onLine(topics.battery.name, pick(BREAKS), broken);
  return [{ ...pick([...BY_POWER, silent]), from: seconds(from), until: seconds(until) }];
}

type Acts = Pick<Fault, "what" | "begin" | "end">;

function onLine(line: string, how: (typeof BREAKS)[number], { lines }: Broken): Acts {
  return {
    what: `${line} ${how}`,
    begin: () => void lines.set(line, how),
    end: () => void lines.delete(line),
  };
}

function stalling(nodes: readonly string[], { stalled }: Broken): Acts {
  return {
    what: `${nodes.join(" and ")} stalls`,
    begin: () => nodes.forEach((node) => stalled.add(node)),
    end: () => nodes.forEach((node) => stalled.delete(node)),
  };
}

/** It never comes back by itself. */
const death = (node: string): Acts => ({
  what: `${node} dies`,
  begin: ({ run }) => void (run.has(node) && run.kill(node)),
  end: () => undefined,
});

const nothing = () => undefined;
const inject = (fault: string, on: boolean) => (ride: Ride) =>
  void ride.run.call(services.injectFault, { fault, on });
const BY_PEOPLE: Readonly<Record<(typeof PEOPLE)[number], Omit<Acts, "what">>> = {
  stop: { begin: ({ worker }) => void (worker.stopping = true), end: nothing },
  link: {
    begin: ({ worker }) => void (worker.linkCut = true),
    end: ({ worker }) => void (worker.linkCut = false),
  },
  estop: { begin: inject("estop", true), end: inject("estop", false) },
};
/** A battery that is empty stays so for the rest of the ride; drives without power have it back. */
const BY_POWER: readonly Acts[] = [
  { what: "the supply dies", begin: inject("supply", true), end: nothing },
  { what: "no power for the drives", begin: inject("power", true), end: inject("power", false) },
];

/** In words, for the report. */
export const toldOf = (faults: readonly Fault[]): string =>
  faults
    .map(({ what, from, until }) => `${from.toFixed(1)} s ${what} for ${(until - from).toFixed(2)} s`)
    .join("; ");
