// Whether two policies differ: the exact sign test over the stories and seeds that they both played.
import type { Played } from "./played.ts";
import type { PolicyName } from "./policies.ts";

/** What policies are told apart by: whether they help, and whether they harm. */
export const OUTCOMES = ["helped", "unharmed"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** Differences less likely than this by chance count (two-sided), divided among the outcomes looked at (Bonferroni). */
const LEVEL = 0.05 / OUTCOMES.length;

export interface Separation {
  readonly between: readonly [PolicyName, PolicyName];
  readonly outcome: Outcome;
  /** pairs in which the outcome is true of only the first, and of only the second; the others do not tell them apart */
  readonly first: number;
  readonly second: number;
  readonly p: number;
  readonly separated: boolean;
}

/** How likely a split at least this uneven is by chance, two-sided; 1 with nothing to split. */
export function signTest(first: number, second: number): number {
  const all = first + second;
  let [term, tail] = [0.5 ** all, 0];
  for (let k = 0; k <= Math.min(first, second); k += 1) {
    tail += term;
    term *= (all - k) / (k + 1);
  }
  return Math.min(1, 2 * tail);
}

/** Pairs are the same story and the same person. */
export function separationOf(
  all: readonly Played[],
  a: PolicyName,
  b: PolicyName,
  outcome: Outcome,
): Separation {
  const key = ({ story, seed }: Played) => `${story} ${seed}`;
  const of = (policy: PolicyName) =>
    new Map(all.filter((run) => run.policy === policy).map((run) => [key(run), run[outcome]]));
  const [ofA, ofB] = [of(a), of(b)];
  const pairs = [...ofA].filter(([pair]) => ofB.has(pair));
  const first = pairs.filter(([pair, good]) => good && ofB.get(pair) === false).length;
  const second = pairs.filter(([pair, good]) => !good && ofB.get(pair) === true).length;
  const p = signTest(first, second);
  return { between: [a, b], outcome, first, second, p, separated: p < LEVEL };
}

/** Two policies are told apart when either outcome does. */
export const areApart = (separations: readonly Separation[], a: PolicyName, b: PolicyName): boolean =>
  separations.some(({ between: [x, y], separated }) => separated && x === a && y === b);
