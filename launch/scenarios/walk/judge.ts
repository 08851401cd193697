// The verdict over all walks: gait against the literature, what was held, who fell, and falls from walking.
import { percentile } from "../../bench/statistics.ts";
import { spreadOf } from "../alone/judge.ts";
import { CRISES, type WalkRun } from "./stories.ts";

/**
 * Cadence, steps/min: from the step time of nursing-home residents (Fien 2019: 0.66 ± 0.12 s, here its mean + SD) to the 115
 * of healthy old people. Double support, % of the time, and sway, m: bounds of our own [D] around what is usual at these
 * speeds. Residuals: Hicks 2015. Falls: Choi 2015, mean and SD.
 */
const SOURCE = {
  cadence: { least: 77, most: 115 },
  doubleSupport: { least: 20, most: 45 },
  sway: { least: 0.02, most: 0.1 },
  residual: { force: 0.055, moment: 0.011 },
  imbalance: { mean: 1.271, spread: 0.648 },
  impact: { mean: 2.14, spread: 0.63 },
} as const;
/** Unaided at most one in twenty falls on 10 m of level floor. */
const FALLS = 0.05;
/** Who is caught lightly goes on, most of them. */
const GOES_ON = 0.5;

const present = (values: readonly (number | undefined)[]) => values.filter((value) => value !== undefined);
const told = (values: readonly number[], digits = 2) => {
  if (values.length < 2) return "too few";
  const { mean, sd } = spreadOf(values);
  return `${mean.toFixed(digits)} ± ${sd.toFixed(digits)}`;
};
const within = (value: number, { least, most }: { readonly least: number; readonly most: number }) =>
  value >= least && value <= most;
const near = (
  values: readonly number[],
  { mean, spread }: { readonly mean: number; readonly spread: number },
) => values.length > 1 && Math.abs(spreadOf(values).mean - mean) <= spread;

/** What is told of one kind of walk. */
function gaitFigures(name: string, runs: readonly WalkRun[]) {
  const of = (key: "speed" | "cadence" | "stepLength" | "doubleSupport" | "sway") =>
    present(runs.map((run) => (run.fell ? undefined : run[key])));
  const worst = (pick: (run: WalkRun) => number) => Math.max(...runs.map(pick)).toFixed(3);
  return {
    [`${name}_falls`]: `${runs.filter(({ fell }) => fell).length} of ${runs.length}`,
    [`${name}_arrived`]: `${runs.filter(({ arrived }) => arrived).length} of ${runs.length}`,
    [`${name}_own_speed_m_s`]: told(runs.map(({ own }) => own)),
    [`${name}_speed_m_s`]: told(of("speed")),
    [`${name}_cadence_steps_min`]: told(of("cadence"), 0),
    [`${name}_step_length_m`]: told(of("stepLength")),
    [`${name}_double_support_percent`]: told(of("doubleSupport"), 1),
    [`${name}_sway_m`]: told(of("sway"), 3),
    [`${name}_residual_force_peak_of_weight`]: worst(({ residual }) => residual.force.peak),
    [`${name}_residual_force_rms_of_weight`]: worst(({ residual }) => residual.force.rms),
    [`${name}_residual_moment_peak_of_weight_stature`]: worst(({ residual }) => residual.moment.peak),
    [`${name}_residual_moment_rms_of_weight_stature`]: worst(({ residual }) => residual.moment.rms),
  };
}

/** `again` is the first run once more, in another thread. */
export function judgeWalks(runs: readonly WalkRun[], again: readonly { readonly hash: string }[]) {
  const of = (story: WalkRun["story"]) => runs.filter((run) => run.story === story);
  const unaided = of("unaided");
  const median = (key: "cadence" | "doubleSupport" | "sway") => {
    const values = present(unaided.map((run) => run[key]));
    return values.length === 0 ? NaN : percentile(values, 0.5);
  };
  const share = (story: WalkRun["story"]) => of(story).filter(({ fell }) => fell).length / of(story).length;
  const falls = runs.filter(({ fell, story }) => fell && CRISES.some((one) => one === story));
  const [imbalances, speeds] = [
    present(falls.map(({ imbalance }) => imbalance)),
    present(falls.map(({ impact }) => impact)),
  ];
  const checks = {
    walks_unaided: share("unaided") <= FALLS,
    gait_as_measured:
      within(median("cadence"), SOURCE.cadence) &&
      within(median("doubleSupport"), SOURCE.doubleSupport) &&
      within(median("sway"), SOURCE.sway),
    hardly_held: runs.every(
      ({ residual: { force, moment } }) =>
        force.peak <= SOURCE.residual.force && moment.peak <= SOURCE.residual.moment,
    ),
    caught_lightly_goes_on: share("caught_lightly") <= GOES_ON,
    who_faints_or_collapses_falls: share("faint") === 1 && share("collapse") === 1,
    falls_as_measured: near(imbalances, SOURCE.imbalance) && near(speeds, SOURCE.impact),
    same_seed_same_story: again.every(({ hash }, i) => hash === runs[i]?.hash),
  };
  const crises = CRISES.flatMap((story) => {
    const down = of(story).filter(({ fell }) => fell);
    return [
      [`${story}_falls`, `${down.length} of ${of(story).length}`],
      [`${story}_imbalance_to_impact_s`, told(present(down.map(({ imbalance }) => imbalance)))],
      [`${story}_pelvis_impact_m_s`, told(present(down.map(({ impact }) => impact)))],
    ];
  });
  return {
    ok: Object.values(checks).every(Boolean),
    people: unaided.length,
    ...gaitFigures("unaided", unaided),
    ...gaitFigures("walker", of("walker")),
    ...(Object.fromEntries(crises) as Record<string, string>),
    pelvis_impacts: speeds.length,
    imbalance_to_impact_s: told(imbalances),
    pelvis_impact_m_s: told(speeds),
    ...checks,
  };
}
