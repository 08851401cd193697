// The safety supervisor as a pure step: now, what it remembers and what is seen → what the robot may do, and why.
import { getInitialSnapshot, type SnapshotFrom } from "xstate";
import { seconds, type Seconds } from "../units.ts";
import { atLeast, worst } from "./demands.ts";
import { safetyMachine, type Judged } from "./machine.ts";
import { LOADS, type Load, type Observations } from "./observations.ts";
import type { Rule } from "./rule.ts";
import { rules } from "./rules.ts";
import { kept, observed } from "./steady.ts";
import { track, UNBROKEN, type Track } from "./tracker.ts";

type Snapshot = SnapshotFrom<typeof safetyMachine>;

/** In the order of the constants of SafetyState.motion. */
export const MOTIONS = [
  "safeIdle",
  "ready",
  "moving",
  "holding",
  "lowering",
  "protectiveStop",
  "emergencyStop",
  "fault",
] as const;
export type Motion = (typeof MOTIONS)[number];

/** What besides the rules' observations the machine must know. */
export interface Wishes {
  readonly seen: Observations;
  /** the gate lets somebody's request through */
  readonly wanted: boolean;
  /** the operator in command presses hold-to-run, and said so within `LIMITS.holdAge` */
  readonly held: boolean;
  /** the gate knows the way back to the seat, and is not yet there */
  readonly wayBack: boolean;
  /** the way back has been gone: the person is where they were first touched */
  readonly lowered: boolean;
}

export interface Supervisor {
  readonly at: Seconds;
  readonly snapshot: Snapshot;
  readonly tracks: readonly Track[];
  readonly broken: readonly Rule[];
  /** rules that stopped it since the last reset: what was lowered in spite of does not interrupt lowering again */
  readonly stoppedBy: readonly Rule[];
  readonly lowered: boolean;
  /** an operator asked for a stop since the last step */
  readonly stopAsked: boolean;
}

/** A supervisor that has just booted: safe idle, waits for confirmation on site and start; `latched` before, for a reset too. */
export const bootSupervisor = (table: readonly Rule[] = rules, latched = false): Supervisor => ({
  at: seconds(-Infinity),
  snapshot: getInitialSnapshot(safetyMachine, { latched }),
  tracks: table.map(() => UNBROKEN),
  broken: [],
  stoppedBy: [],
  lowered: false,
  stopAsked: false,
});

/**
 * One step. Never throws and never trusts: time that runs backwards or is not a number breaks the clock rule, and
 * counts as no time at all. `table` is the rule table; only tests give another.
 */
export function step(
  now: Seconds,
  before: Supervisor,
  wishes: Wishes,
  table: readonly Rule[] = rules,
): Supervisor {
  const forwards = now >= before.at;
  const elapsed = seconds(forwards && before.at > -Infinity ? now - before.at : 0);
  const seen: Observations = {
    ...wishes.seen,
    clockWrong: wishes.seen.clockWrong || !forwards,
    operatorStopped: wishes.seen.operatorStopped || before.stopAsked,
  };
  const tracks = table.map((rule, row) => track(rule, before.tracks[row] ?? UNBROKEN, seen, elapsed));
  const broken = kept(
    before.broken,
    table.filter((_, row) => tracks[row]?.broken !== false),
  );
  const judged = judge(broken, before.stoppedBy, { ...wishes, seen });
  const snapshot = observed(before.snapshot, judged);
  return {
    at: forwards ? now : before.at,
    snapshot,
    tracks,
    broken,
    stoppedBy: remembered(before.stoppedBy, broken, snapshot.context.needsReset),
    lowered: wishes.lowered,
    stopAsked: false,
  };
}

const stops = (rule: Rule) => atLeast(rule.demand, "stop");

/** A rule that comes and goes interrupts lowering once, not for ever; it is forgotten when it is reset and gone. */
function remembered(before: readonly Rule[], broken: readonly Rule[], latched: boolean): readonly Rule[] {
  if (before.length === 0 && broken.length === 0) return before;
  return [...new Set([...(latched ? before : []), ...broken.filter(stops)])];
}

/** Whether this broken rule ends a lowering that is under way. Lowering depends on nothing that may fall silent here. */
const interrupts = (rule: Rule, stoppedBy: readonly Rule[], seen: Observations): boolean => {
  if (!stops(rule) || rule.silence || rule.loweringAnswers) return false;
  return rule.deliberate ? rule.broken(seen) : !stoppedBy.includes(rule);
};

/** What the machine sees of the broken rules: all that differs to it. */
export function judge(broken: readonly Rule[], stoppedBy: readonly Rule[], wishes: Wishes): Judged {
  const demands = broken.map((rule) => rule.demand);
  return {
    demand: worst(demands),
    alarm: worst(broken.filter((rule) => !rule.silence).map((rule) => rule.demand)),
    newStop: broken.some((rule) => interrupts(rule, stoppedBy, wishes.seen)),
    distrusted: broken.some((rule) => rule.distrust),
    load: wishes.seen.load,
    wanted: wishes.wanted,
    held: wishes.held,
    lowerable: wishes.wayBack && !broken.some((rule) => rule.forbidsLowering),
  };
}

const STOPPED: ReadonlySet<Motion> = new Set(["protectiveStop", "emergencyStop", "fault"]);
/** It waits for people before it moves as asked: `Observations.stoppedFor` counts it. */
export const isStopped = ({ snapshot }: Pick<Supervisor, "snapshot">): boolean => STOPPED.has(snapshot.value);

/** A stop waits for its reset, or somebody for being lowered: what must outlive a power cut, for the next life knows no rule. */
export const isLatched = ({ snapshot: { context } }: Pick<Supervisor, "snapshot">): boolean =>
  context.needsReset || context.judged.demand === "lower";

/** The index of a load in SafetyState's LOAD constants. */
export const loadCode = (load: Load): number => LOADS.indexOf(load);
