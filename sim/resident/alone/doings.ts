// What a person who moves alone is doing, and what goes over into what: sits, tries to rise, stands, sits down, falls.
import { degrees, type Seconds } from "../../../core/units.ts";
import type { Senses } from "../senses.ts";
import type { ResidentParameters } from "../parameters.ts";
import { losesBalance } from "./balance.ts";
import type { Manner } from "./manner.ts";
import { meantAt, type RisePlan } from "./rise-plan.ts";

export type Doing =
  "sitting" | "rising" | "sinking" | "standing" | "lowering" | "falling" | "fainted" | "lying";

/** What is aimed at, each 0 to 1: way from the seat to standing, lean of that place, weight on the legs, muscle tone. */
export interface Aim {
  rise: number;
  lean: number;
  push: number;
  tone: number;
}

/** How far the muscles' target runs ahead of the knees, as a share of the rise: they push, and never jump [D]. */
const LEAD = 0.12;
/** Up, as a share of the rise; and gained, which shows that it goes on [D]. */
const UP = 0.97;
const GAIN = 0.01;
/** Given up after so long without a gain, s, or when the trunk drops so far below where it is held [D]. */
const PATIENCE = 0.8;
const DROPPED = degrees(20);
/** Legs that push while the trunk drops would only fold it: from the first angle on they ease, at the second they stop [D]. */
const EASE = { from: degrees(10), to: degrees(18) } as const;
/** So far up, who loses balance falls, and no longer sits back [D]. */
const OFF_THE_SEAT = 0.6;
/** Sitting down, or sinking back after a try: from standing to the seat, s, and how far the target yields below [D]. */
const DOWN = { lowering: 2, sinking: 1 } as const;
const YIELD = 0.04;
const SITTING = 0.02;
/** Hardly off the seat, one gives up by sitting back at once [D]. */
const ON_THE_SEAT = 0.15;
/** From leaning to upright on the seat, and from giving up to the next try at the least, s [D]. */
const STRAIGHTEN = 0.8;
const BETWEEN_TRIES = 2;
/** Who falls lets the knees give to this share of the rise, over this time in s, and is limp on the floor later [D]. */
const GIVE = { to: 0.5, time: 0.5, tense: 0.2 } as const;
const LIMP_AFTER = 2.5;
const LIMP = 0.1;
/** Consciousness goes, and with it the muscles' tone, in this time, s [D]. */
const FAINT = 0.3;

export interface Doings {
  readonly doing: Doing;
  readonly tries: number;
  readonly aim: Readonly<Aim>;
  /** The furthest lean of this try, as a share of what balance at rest would need. */
  readonly lean: number;
  /** Nobody steadies themselves any more. */
  readonly fallen: boolean;
  rise(): void;
  sitDown(): void;
  faint(): void;
  /** Balance is lost. */
  fall(): void;
  /** `actual`: how far up the knees say they are, 0 to 1. `dropped`: the trunk below where it is held, rad. */
  step(period: Seconds, actual: number, dropped: number, senses: Senses): void;
}

/** `planOf` is asked for the plan of each try, the first being 1. */
export function createDoings(
  p: ResidentParameters,
  manner: Manner,
  planOf: (attempt: number) => RisePlan,
  stands: boolean,
): Doings {
  let doing: Doing = stands ? "standing" : "sitting";
  let tries = 0;
  let plan = planOf(1);
  const aim: Aim = stands ? { rise: 1, lean: 1, push: 1, tone: 1 } : { rise: 0, lean: 0, push: 0, tone: 1 };
  /** Time in this doing, without a gain, and out of balance; s. */
  let [since, stuck, unbalanced] = [0, 0, 0];
  let best = 0;

  function become(next: Doing): void {
    doing = next;
    since = 0;
  }
  function tryAgain(): void {
    tries += 1;
    [best, stuck] = [0, 0];
    plan = planOf(tries);
    become("rising");
  }
  function goUp(period: Seconds, actual: number, dropped: number): void {
    const meant = meantAt(plan, since);
    aim.lean = meant.lean;
    const pushed = 1 - clamp((dropped - EASE.from) / (EASE.to - EASE.from), 0, 1);
    aim.push = meant.push * pushed;
    aim.rise = Math.min(meant.rise, Math.max(actual, 0) + LEAD * pushed);
    if (actual > best + GAIN) [best, stuck] = [actual, 0];
    else if (since > plan.from) stuck += period;
    if (actual > UP) become("standing");
    else if (stuck > PATIENCE || (dropped > DROPPED && actual < OFF_THE_SEAT)) become("sinking");
  }
  function goDown(period: Seconds, actual: number, kind: "lowering" | "sinking"): void {
    aim.rise = Math.max(0, Math.min(aim.rise, actual + YIELD) - period / DOWN[kind]);
    aim.push = kind === "sinking" ? Math.max(0, aim.push - period / STRAIGHTEN) : 1;
    if (actual < ON_THE_SEAT && kind === "sinking") aim.rise = 0;
    if (aim.rise > SITTING) return;
    aim.lean = Math.max(0, aim.lean - period / STRAIGHTEN);
    aim.push = Math.min(aim.push, aim.lean);
    if (aim.lean > 0) return;
    if (kind === "lowering" || tries >= manner.tries) become("sitting");
    else if (since > BETWEEN_TRIES) tryAgain();
  }

  const acts: Readonly<Record<Doing, (period: Seconds, actual: number, dropped: number) => void>> = {
    sitting: () => Object.assign(aim, { rise: 0, lean: 0, push: 0 }),
    rising: goUp,
    sinking: (period, actual) => goDown(period, actual, "sinking"),
    lowering: (period, actual) => goDown(period, actual, "lowering"),
    standing: (period) =>
      Object.assign(aim, { rise: Math.min(1, aim.rise + period / manner.riseTime), lean: 1, push: 1 }),
    falling(period) {
      aim.tone = Math.max(manner.brace, aim.tone - period / GIVE.tense);
      aim.rise = Math.max(GIVE.to, aim.rise - period / GIVE.time);
      if (since > LIMP_AFTER) become("lying");
    },
    fainted(period) {
      aim.tone = Math.max(manner.slack, aim.tone - period / FAINT);
      aim.push = Math.max(0, aim.push - period / FAINT);
    },
    lying: () => Object.assign(aim, { tone: LIMP, push: 0 }),
  };
  const fallen = () => doing === "falling" || doing === "fainted" || doing === "lying";

  function feelBalance(period: Seconds, actual: number, senses: Senses): void {
    const onFeet = doing === "standing" || (doing !== "sitting" && actual > OFF_THE_SEAT);
    if (!onFeet || fallen()) return;
    unbalanced = losesBalance(senses, p.stature) ? unbalanced + period : 0;
    if (unbalanced > manner.reaction) become("falling");
  }

  return {
    aim,
    get doing() {
      return doing;
    },
    get tries() {
      return tries;
    },
    get lean() {
      return plan.lean;
    },
    get fallen() {
      return fallen();
    },
    rise() {
      if (doing !== "sitting") return;
      tries = 0;
      tryAgain();
    },
    sitDown() {
      if (doing === "standing") become("lowering");
    },
    faint: () => become("fainted"),
    fall: () => become("falling"),
    step(period, actual, dropped, senses) {
      since += period;
      acts[doing](period, actual, dropped);
      feelBalance(period, actual, senses);
    },
  };
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
