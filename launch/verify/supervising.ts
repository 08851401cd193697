// The safety machine as a table: every judgement of the rules with every wish, and the three acts.
import { atLeast } from "../../core/safety/demands.ts";
import { invariants } from "../../core/safety/invariants.ts";
import {
  afterEvent,
  switchedOn,
  type SafetyMachine,
  type Snapshot,
} from "../../core/safety/machine-steps.ts";
import { safetyMachine, type Judged, type SafetyEvent } from "../../core/safety/machine.ts";
import { tabulate, type Automaton } from "./automaton.ts";
import type { Verdict } from "./judgements.ts";

export type { SafetyMachine, Snapshot };

/** Acts first, then every judgement. */
export const RESET = 0;
export const CONFIRM = 1;
export const START = 2;
const ACTS: readonly SafetyEvent[] = [{ type: "RESET" }, { type: "CONFIRM" }, { type: "START" }];

const both = [false, true] as const;

/** Every verdict with every wish; of the load only whether there is one differs to the machine. */
export const judgedBy = (verdicts: readonly Verdict[]): Judged[] =>
  verdicts.flatMap(({ forbidsLowering, ...verdict }) =>
    (["none", "bearing"] as const).flatMap((load) =>
      both.flatMap((wanted) =>
        both.flatMap((held) =>
          (forbidsLowering ? [false] : both).map((lowerable) => ({
            ...verdict,
            load,
            wanted,
            held,
            lowerable,
          })),
        ),
      ),
    ),
  );

/**
 * An observation overwrites all that was judged but for the press. An act leaves what was judged as it is: then demand,
 * distrust, wish, and whether lowering is pressed just now may still matter.
 */
export const machineKey = ({ value, context }: Snapshot): string => {
  const { judged, wasHeld, needsReset, needsConfirmation, needsStart } = context;
  const canLower = judged.lowerable && judged.load !== "none" && !judged.newStop;
  return [
    value,
    needsReset,
    needsConfirmation,
    needsStart,
    judged.demand,
    atLeast(judged.alarm, "stop"),
    judged.distrusted,
    judged.held,
    judged.wanted,
    judged.held && canLower && !wasHeld,
  ].join();
};

export interface Supervising {
  readonly automaton: Automaton<Snapshot, SafetyEvent>;
  /** of each state and input, the place in `names` of the invariant that fails after it; -1 where all hold */
  readonly failing: Int16Array;
  readonly names: readonly string[];
}

/** Runs the machine on everything these verdicts can tell it. Tests give a machine with a broken guard. */
export function supervising(
  verdicts: readonly Verdict[],
  machine: SafetyMachine = safetyMachine,
): Supervising {
  const inputs: SafetyEvent[] = [
    ...ACTS,
    ...judgedBy(verdicts).map((judged) => ({ type: "OBSERVED" as const, judged })),
  ];
  const names = Object.keys(invariants);
  const checks = Object.values(invariants);
  const failing: number[] = [];
  const automaton = tabulate<Snapshot, SafetyEvent>({
    initial: both.map((latched) => switchedOn(machine, latched)),
    inputs,
    key: machineKey,
    next(state, input) {
      const after = afterEvent(machine, state, input);
      failing.push(checks.findIndex((holds) => !holds(after)));
      return after;
    },
  });
  return { automaton, failing: Int16Array.from(failing), names };
}
