// How rules clear, walked by itself: the real tracker on every history of cause and load, against what each way of clearing promises.
import { LIMITS } from "../../core/safety/limits.ts";
import type { Load } from "../../core/safety/observations.ts";
import { CALM } from "../../core/safety/rehearsal.ts";
import type { Clears, Rule } from "../../core/safety/rule.ts";
import { track, UNBROKEN, type Track } from "../../core/safety/tracker.ts";
import { seconds } from "../../core/units.ts";

/** Looks in the time after which a rule clears: enough that one of them falls short of it. */
const LOOKS = 4;
/** Looks of a history: a cause that must last does so, drains, and comes again [D]. */
const DEPTH = 24;
const TICK = seconds(LIMITS.clearAfter / LOOKS);

/** One rule's memory, and what of its history the promises are made of. */
interface Remembered {
  readonly memory: Track;
  /** looks since its cause was there, and since somebody was in the arms, no further counted than matters */
  readonly absent: number;
  readonly free: number;
}

/** Whether a broken rule may, and so must, be so no longer. */
const PROMISES: Readonly<Record<Clears, (of: Omit<Remembered, "memory">) => boolean>> = {
  itself: ({ absent }) => absent >= LOOKS,
  reset: ({ absent }) => absent >= LOOKS,
  release_and_reset: ({ absent }) => absent >= LOOKS,
  mode_change: ({ absent, free }) => Math.min(absent, free) >= LOOKS,
  restart: () => false,
};

const SCENES = [false, true].flatMap((cause) =>
  (["none", "touching", "bearing", "unknown"] as const).map((load) => ({ cause, load })),
);
type Tracker = typeof track;

export interface Cleared {
  /** rules that differ in how they clear, or how long their cause must last */
  readonly kinds: number;
  readonly states: number;
  /** each told once, as the kind that does not keep its promise */
  readonly stories: readonly string[];
}

/** Tests give a tracker that is broken. */
export function clearing(table: readonly Rule[], tracker: Tracker = track): Cleared {
  const kinds = new Map(table.map((rule) => [`${rule.clears}, lasts ${rule.lasts ?? 0} s`, rule]));
  const walked = [...kinds].map(([name, rule]) => ({ name, ...walkKind(rule, tracker) }));
  return {
    kinds: kinds.size,
    states: walked.reduce((sum, { states }) => sum + states, 0),
    stories: walked.flatMap(({ name, failed }) =>
      failed === undefined ? [] : [`a rule that clears on ${name}: ${failed}`],
    ),
  };
}

/** Every history of one kind of rule, its cause replaced by a button. */
function walkKind(kind: Rule, tracker: Tracker): { readonly states: number; readonly failed?: string } {
  const rule: Rule = { ...kind, broken: (seen) => seen.estopPressed };
  const known = new Set<string>();
  let layer: readonly Remembered[] = [{ memory: UNBROKEN, absent: LOOKS, free: LOOKS }];
  for (let depth = 0; depth < DEPTH; depth += 1) {
    const next: Remembered[] = [];
    for (const before of layer)
      for (const { cause, load } of SCENES) {
        const after = look(rule, tracker, before, cause, load);
        const failed = judge(rule, before, after, cause);
        if (failed !== undefined) return { states: known.size, failed };
        const key = JSON.stringify(after);
        if (!known.has(key)) next.push(after);
        known.add(key);
      }
    layer = next;
  }
  return { states: known.size };
}

const look = (rule: Rule, tracker: Tracker, before: Remembered, cause: boolean, load: Load): Remembered => ({
  memory: tracker(rule, before.memory, { ...CALM, estopPressed: cause, load }, TICK),
  absent: cause ? 0 : Math.min(LOOKS, before.absent + 1),
  free: load === "none" ? Math.min(LOOKS, before.free + 1) : 0,
});

/** What is promised and not so, if anything is. */
function judge(rule: Rule, before: Remembered, after: Remembered, cause: boolean): string | undefined {
  const due = PROMISES[rule.clears](after);
  if (!before.memory.broken) {
    return after.memory.broken && !cause ? "it breaks without its cause" : undefined;
  }
  if (after.memory.broken === !due) return undefined;
  return due ? "it stays broken when it is due to clear" : "it clears before it may";
}
