// What a rule looks at and where its limits lie, found by asking the rule itself: nothing of the table is written down twice.
import { LOADS, type Observations } from "../../../core/safety/observations.ts";
import { CALM } from "../../../core/safety/rehearsal.ts";
import type { Rule } from "../../../core/safety/rule.ts";
import { newtons, type Newtons } from "../../../core/units.ts";
import { kindOf, KEYS, type Key } from "./conditions.ts";

/** A moment that may be changed in place: rules are asked some hundred thousand times. */
type Draft = Record<Key, unknown>;
const asSeen = (draft: Draft) => draft as unknown as Observations;

/** [1] shares of the permitted support, neither at its limit. */
const HALF = 0.5;
const THIRD = 1 / 3;

/** Moments in which rules are asked: each load, with a task at work and without, and `share` of `supportLimit` borne. */
const moments = (share: number, supportLimit: Newtons): Draft[] =>
  LOADS.flatMap((load) =>
    [true, false].map((taskActive) => ({
      ...CALM,
      supportForce: newtons(supportLimit * share),
      supportLimit,
      load,
      taskActive,
    })),
  );

/** What is past every limit: some rules look further only when something is wrong. */
const STRANGE: readonly unknown[] = [NaN, Infinity, -Infinity];
const strangeOf = (key: Key): readonly unknown[] => {
  if (kindOf(key) === "load") return LOADS;
  return kindOf(key) === "fact" ? [true, false] : STRANGE;
};

/** What was found of a rule: it is a pure function and stays so. */
const asked = new WeakMap<Rule, readonly Key[]>();

/** The observations that a rule reads, in the order of the page, whatever else is going on. */
export function looksAt(rule: Rule): readonly Key[] {
  const known = asked.get(rule) ?? readBy(rule);
  asked.set(rule, known);
  return known;
}

function readBy(rule: Rule): Key[] {
  const read = new Set<string | symbol>();
  for (const moment of moments(HALF, CALM.supportLimit)) {
    const watched = asSeen(
      new Proxy(moment, {
        get: (target, key) => {
          read.add(key);
          return target[key as Key];
        },
      }),
    );
    rule.broken(watched);
    // a set takes in what is added to it on the way: what is read only when another value is strange is found too
    for (const key of read) {
      const calm = moment[key as Key];
      for (const value of strangeOf(key as Key)) {
        moment[key as Key] = value;
        rule.broken(watched);
      }
      moment[key as Key] = calm;
    }
  }
  return KEYS.filter((key) => read.has(key));
}

/** From a thousandth to ten thousand, finely enough that two limits of one rule lie in two gaps. */
const GRID: readonly number[] = [0, ...Array.from({ length: 71 }, (_, place) => 10 ** (place / 10 - 3))];
const HALVINGS = 40;
/** Decimals that a limit may have: finer than any in the table. */
const DECIMALS = 9;

/** Where the answer changes between two values. */
function edge(asks: (value: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  const before = asks(low);
  for (let n = 0; n < HALVINGS; n += 1) {
    const middle = (low + high) / 2;
    if (asks(middle) === before) low = middle;
    else high = middle;
  }
  return Number(high.toFixed(DECIMALS));
}

function changesOf(asks: (value: number) => boolean): number[] {
  const answers = GRID.map(asks);
  return GRID.flatMap((value, place) =>
    place > 0 && answers[place] !== answers[place - 1] ? [edge(asks, GRID[place - 1] ?? 0, value)] : [],
  );
}

/** The values of `key`, not negative, at which one of `table`, all of which look at it, changes its answer. */
function limitsWhile(drafts: () => Draft[], key: Key, table: readonly Rule[]): number[] {
  const found = table.flatMap((rule) =>
    drafts().flatMap((moment) =>
      changesOf((value) => {
        moment[key] = value;
        return rule.broken(asSeen(moment));
      }),
    ),
  );
  return [...new Set(found)].toSorted((a, b) => a - b);
}

/** Limits of one observation; `fixed` are those which no other observation moves. Both ascending. */
export interface Limits {
  readonly all: readonly number[];
  readonly fixed: readonly number[];
}

/** Found among the rules that look at `key`; none for what is no number. */
export function limitsOf(key: Key, table: readonly Rule[]): Limits {
  if (kindOf(key) === "fact" || kindOf(key) === "load") return { all: [], fixed: [] };
  const looking = table.filter((rule) => looksAt(rule).includes(key));
  const all = limitsWhile(() => moments(HALF, CALM.supportLimit), key, looking);
  const others = new Set(limitsWhile(() => moments(THIRD, newtons(2 * CALM.supportLimit)), key, looking));
  return { all, fixed: all.filter((limit) => others.has(limit)) };
}

/** One value in each gap between limits, beside the calm one; of an unknown one NaN, of a source that never spoke Infinity. */
export function valuesOf(key: Key, limits: readonly number[]): number[] {
  const calm = Number(CALM[key]);
  const gaps = [0, ...limits].map((low, place) => {
    const high = limits[place] ?? Infinity;
    return { low, high, middle: high === Infinity ? low + low / 2 : (low + high) / 2 };
  });
  const others = gaps.filter(({ low, high }) => !(calm >= low && calm <= high));
  const unheard = kindOf(key) === "age" || kindOf(key) === "span" ? [Infinity] : [];
  return [calm, ...others.map(({ middle }) => middle), ...unheard, NaN];
}
