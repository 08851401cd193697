// The supervisor's proof: every reachable state with every invariant, and from each with a person borne a way down.
import { rules } from "../../core/safety/rules.ts";
import type { Rule } from "../../core/safety/rule.ts";
import { tell } from "./story.ts";
import type { SafetyMachine } from "./supervising.ts";
import { walk } from "./walk.ts";
import { waysDown } from "./ways-down.ts";

export interface Proof {
  readonly ok: boolean;
  readonly states: number;
  readonly transitions: number;
  readonly invariants: number;
  readonly violations: number;
  /** states of supervisor and lease from which a way down was looked for, over all that may stay broken meanwhile */
  readonly ways_checked: number;
  readonly stuck: number;
  readonly seconds: number;
  /** the shortest counter-example of each violation, in English */
  readonly stories: readonly string[];
}

export interface ProofOptions {
  readonly table?: readonly Rule[];
  readonly machine?: SafetyMachine;
  /** news to the gate may be lost and late, the supervisor may die */
  readonly messages: boolean;
  readonly bounded: boolean;
}

/** Walks it all. About 20 s without messages, a minute with them, and 200 MB. */
export function proveSupervisor({ table = rules, machine, messages, bounded }: ProofOptions): Proof {
  const began = performance.now();
  const walked = walk({ table, messages, bounded, ...(machine === undefined ? {} : { machine }) });
  const down = waysDown({ table, bounded }, walked);
  const stories = [
    ...walked.violations.map((violation) => tell(walked.world, violation)),
    ...down.stuck.map(({ name, state }) =>
      tell(walked.world, { ...walked.storyTo(state), invariant: `there is no way by which ${name}` }),
    ),
  ];
  return {
    ok: stories.length === 0,
    states: walked.states,
    transitions: walked.transitions,
    invariants: walked.invariants.length,
    violations: walked.violations.length,
    ways_checked: down.checked,
    stuck: down.stuck.length,
    seconds: (performance.now() - began) / 1000,
    stories: stories.map((lines) => lines.join("\n")),
  };
}
