// The verdict over all stories of people alone: success over strength, healthy rises and falls against their sources.
import { percentile } from "../../bench/statistics.ts";
import type { FallRun, RiseRun } from "./stories.ts";

/** Shares of the strength that the person needs to rise alone, in tenths so that the sums are exact. */
export const STRENGTHS = [2, 3, 4, 5, 6, 7, 8, 9, 10].map((tenths) => tenths / 10);
/**
 * Healthy is half as strong again as one needs: young people use about a third of their knee strength to rise, frail
 * ones nearly all of it (Hughes, Myers and Schenkman 1996: 97 % at the lowest chair they can rise from).
 */
export const HEALTHY = 1.5;

/** Where each figure comes from: docs/people.md. Durations s, angles deg, speeds m/s; mean and spread, or bounds. */
export const SOURCE = {
  rise: { least: 1.3, most: 2.1 },
  lean: { least: 35, most: 50 },
  descent: { mean: 0.583, spread: 0.255 },
  imbalance: { mean: 1.271, spread: 0.648 },
  impact: { mean: 2.14, spread: 0.63 },
} as const;
/** With half of what they need at most one in twenty gets up; with all of it at least nine in ten. */
const HARDLY = { strength: 0.5, share: 0.05 } as const;
const NEARLY_ALL = 0.9;

export interface Spread {
  readonly mean: number;
  readonly sd: number;
}
/** Mean and standard deviation of a sample. Throws on fewer than two measurements. */
export function spreadOf(measured: readonly number[]): Spread {
  if (measured.length < 2) throw new Error("spread: expected at least two measurements");
  const mean = measured.reduce((sum, value) => sum + value, 0) / measured.length;
  const squares = measured.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, sd: Math.sqrt(squares / (measured.length - 1)) };
}

const present = (values: readonly (number | undefined)[]) => values.filter((value) => value !== undefined);
const quartiles = (measured: readonly number[]) => {
  const at = (share: number) => percentile(measured, share).toFixed(2);
  return measured.length === 0 ? "none" : `${at(0.5)} (${at(0.25)} to ${at(0.75)})`;
};
const told = (measured: readonly number[]) => {
  if (measured.length < 2) return "too few";
  const { mean, sd } = spreadOf(measured);
  return `${mean.toFixed(3)} ± ${sd.toFixed(3)}`;
};
const within = (value: number, { least, most }: { readonly least: number; readonly most: number }) =>
  value >= least && value <= most;
const near = (
  measured: readonly number[],
  { mean, spread }: { readonly mean: number; readonly spread: number },
) => measured.length > 1 && Math.abs(spreadOf(measured).mean - mean) <= spread;

/** `again` is the first rise and the first fall once more, in another thread. */
export function judgeAlone(
  rises: readonly RiseRun[],
  falls: readonly FallRun[],
  again: readonly { readonly hash: string }[],
) {
  const at = (strength: number) => rises.filter((run) => run.strength === strength);
  const share = (strength: number) => at(strength).filter(({ stood }) => stood).length / at(strength).length;
  const shares = STRENGTHS.map(share);
  const healthy = at(HEALTHY);
  const [times, leans] = [
    present(healthy.map(({ duration }) => duration)),
    present(healthy.map(({ lean }) => lean)),
  ];
  const down = falls.filter(({ fell }) => fell);
  const [descents, imbalances, speeds] = [
    present(down.map(({ descent }) => descent)),
    present(down.map(({ imbalance }) => imbalance)),
    present(down.map(({ speed }) => speed)),
  ];
  const checks = {
    monotone: shares.every((value, i) => i === 0 || value >= (shares[i - 1] ?? NaN)),
    plausible:
      STRENGTHS.every((strength, i) => strength > HARDLY.strength || (shares[i] ?? NaN) <= HARDLY.share) &&
      (shares.at(-1) ?? NaN) >= NEARLY_ALL,
    healthy_rise_as_measured:
      times.length === healthy.length &&
      within(percentile(times, 0.5), SOURCE.rise) &&
      within(percentile(leans, 0.5), SOURCE.lean),
    falls_as_measured:
      near(descents, SOURCE.descent) && near(imbalances, SOURCE.imbalance) && near(speeds, SOURCE.impact),
    who_faints_falls: falls.every(({ cause, fell }) => cause !== "faint" || fell),
    same_seed_same_story: again.every(({ hash }, i) => hash === [rises[0], falls[0]][i]?.hash),
  };
  return {
    ok: Object.values(checks).every(Boolean),
    people: healthy.length,
    strength_percent: STRENGTHS.map((strength) => Math.round(100 * strength)),
    stood_percent: shares.map((value) => Math.round(100 * value)),
    fell_in_rising: rises.filter(({ fell }) => fell).length,
    healthy_rise_s: quartiles(times),
    healthy_lean_deg: quartiles(leans),
    falls: `${down.length} of ${falls.length}`,
    pelvis_impacts: speeds.length,
    descent_s: told(descents),
    imbalance_to_impact_s: told(imbalances),
    pelvis_impact_m_s: told(speeds),
    ...checks,
  };
}
