// Whether two policies differ: the exact sign test over the stories and seeds that they both played.
import type { Played } from "./played.ts";
import type { PolicyName } from "./policies.ts";

/** Differences less likely than this by chance count (two-sided). */
const LEVEL = 0.05;

export interface Separation {
  readonly between: readonly [PolicyName, PolicyName];
  /** pairs that only the first, and only the second, passed; the others do not tell them apart */
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

/** Pairs are the same story and the same person; what is not built tells nothing. */
export function separationOf(all: readonly Played[], a: PolicyName, b: PolicyName): Separation {
  const key = ({ story, seed }: Played) => `${story} ${seed}`;
  const of = (policy: PolicyName) =>
    new Map(all.filter((run) => run.built && run.policy === policy).map((run) => [key(run), run.pass]));
  const [passA, passB] = [of(a), of(b)];
  const pairs = [...passA].filter(([pair]) => passB.has(pair));
  const first = pairs.filter(([pair, pass]) => pass && passB.get(pair) === false).length;
  const second = pairs.filter(([pair, pass]) => !pass && passB.get(pair) === true).length;
  const p = signTest(first, second);
  return { between: [a, b], first, second, p, separated: p < LEVEL };
}
