// The verdict of the benchmark: each family with each policy in a row, what failed and why, and whether the policies differ.
import type { Played } from "./played.ts";
import { worstContact } from "./metrics.ts";
import { POLICY_NAMES, type PolicyName } from "./policies.ts";
import { areApart, OUTCOMES, separationOf, type Separation } from "./separation.ts";
import type { Family } from "./story.ts";

export interface Row {
  readonly family: Family;
  readonly policy: PolicyName;
  /** stories of which every seed is passed, of all stories */
  readonly stories_passed: number;
  readonly stories: number;
  readonly passed: number;
  readonly helped: number;
  readonly unharmed: number;
  readonly runs: number;
  readonly falls: number;
  readonly near_falls: number;
  readonly interventions: number;
  /** worst of all runs, of moments and time the median; undefined where nothing was played */
  readonly peak_support_bw: number | undefined;
  readonly peak_tilt_deg: number | undefined;
  readonly worst_contact_of_limit: number | undefined;
  /** N·m/kg of both legs */
  readonly peak_hip_moment: number | undefined;
  readonly peak_knee_moment: number | undefined;
  readonly least_margin_m: number | undefined;
  readonly median_s: number | undefined;
  /** until the staff were told where somebody is, and what was told wrongly, of night rounds */
  readonly median_found_s: number | undefined;
  readonly told_wrongly: number | undefined;
  /** how often each reason stopped the robot */
  readonly stops: Readonly<Record<string, number>>;
}

export interface Failure {
  readonly story: string;
  readonly policy: PolicyName;
  readonly failed: number;
  readonly runs: number;
  readonly why: readonly string[];
}

export interface Verdict {
  /** every policy that was played is told apart from every other */
  readonly ok: boolean;
  readonly runs: number;
  readonly stories: number;
  readonly rows: readonly Row[];
  readonly separations: readonly Separation[];
  readonly failures: readonly Failure[];
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)];
const sum = (all: readonly number[]) => all.reduce((total, value) => total + value, 0);
const most = (all: readonly number[]) => (all.length === 0 ? undefined : Math.max(...all));
const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[Math.floor((all.length - 1) / 2)];

function countsOf(words: readonly string[]): Record<string, number> {
  return Object.fromEntries(unique(words).map((word) => [word, words.filter((w) => w === word).length]));
}

/** A policy without a task for a story fails it without a run. */
const wasPlayed = ({ place }: Played) => place !== "not played";

/** Of whoever rests while a robot goes round no muscle and no pad is measured. */
export const isRound = ({ false_alarms: alarms }: Played): boolean => alarms !== undefined;

function rowOf(family: Family, policy: PolicyName, runs: readonly Played[]): Row {
  const played = runs.filter(wasPlayed);
  const rounds = played.filter(isRound);
  const bodies = played.filter((run) => !isRound(run));
  const stories = unique(runs.map(({ story }) => story));
  const margins = bodies.flatMap(({ margin_m }) => (margin_m === undefined ? [] : [-margin_m]));
  const worstMargin = most(margins);
  return {
    family,
    policy,
    stories_passed: stories.filter((id) => runs.every((run) => run.story !== id || run.pass)).length,
    stories: stories.length,
    passed: runs.filter(({ pass }) => pass).length,
    helped: runs.filter(({ helped }) => helped).length,
    unharmed: runs.filter(({ unharmed }) => unharmed).length,
    runs: runs.length,
    falls: played.filter(({ fell }) => fell).length,
    near_falls: sum(played.map(({ near_falls }) => near_falls)),
    interventions: sum(played.map(({ interventions }) => interventions)),
    peak_support_bw: most(bodies.map((run) => run.peak_support_bw)),
    peak_tilt_deg: most(bodies.map((run) => run.peak_tilt_deg)),
    worst_contact_of_limit: most(bodies.map(worstContact)),
    peak_hip_moment: median(bodies.map((run) => run.peak_hip_moment)),
    peak_knee_moment: median(bodies.map((run) => run.peak_knee_moment)),
    least_margin_m: worstMargin === undefined ? undefined : -worstMargin,
    median_s: median(played.map(({ duration_s }) => duration_s)),
    median_found_s: median(rounds.flatMap(({ found_s }) => (found_s === undefined ? [] : [found_s]))),
    told_wrongly:
      rounds.length === 0
        ? undefined
        : sum(rounds.map((run) => (run.false_alarms ?? 0) + (run.false_clears ?? 0))),
    stops: countsOf(played.flatMap(({ stops }) => stops)),
  };
}

/** Throws on nothing played: no verdict without a run. */
export function judge(all: readonly Played[]): Verdict {
  if (all.length === 0) throw new Error("carebench: nothing was played");
  const policies = POLICY_NAMES.filter((name) => all.some(({ policy }) => policy === name));
  const of = (pick: (run: Played) => boolean) => all.filter(pick);
  const rows = unique(all.map(({ family }) => family)).flatMap((family) =>
    policies.map((policy) =>
      rowOf(
        family,
        policy,
        of((run) => run.family === family && run.policy === policy),
      ),
    ),
  );
  const pairs = policies.flatMap((a, i) => policies.slice(i + 1).map((b) => [a, b] as const));
  const separations = pairs.flatMap(([a, b]) => OUTCOMES.map((outcome) => separationOf(all, a, b, outcome)));
  const stories = unique(all.map(({ story }) => story));
  const failures = stories.flatMap((story) =>
    policies.flatMap((policy): Failure[] => {
      const runs = of((run) => run.story === story && run.policy === policy);
      const failed = runs.filter(({ pass }) => !pass);
      if (failed.length === 0) return [];
      const why = unique(failed.flatMap((run) => run.why));
      return [{ story, policy, failed: failed.length, runs: runs.length, why }];
    }),
  );
  return {
    ok: pairs.every(([a, b]) => areApart(separations, a, b)),
    runs: all.length,
    stories: stories.length,
    rows,
    separations,
    failures,
  };
}

/** The run that went worst: a fall before anything else, then a failure, then the hardest press or the highest load. */
export function worstOf(all: readonly Played[]): Played | undefined {
  const badness = (run: Played) =>
    (run.fell ? 1000 : 0) +
    (run.pass ? 0 : 100) +
    run.why.length +
    run.peak_support_bw +
    run.fastest_sink_m_s;
  return all.filter(wasPlayed).toSorted((a, b) => badness(b) - badness(a))[0];
}
