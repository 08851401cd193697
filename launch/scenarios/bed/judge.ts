// The verdict over all movements in bed: who did them over strength, how long they took, and what others have measured.
import { percentile } from "../../bench/statistics.ts";
import { HEALTHY } from "../alone/judge.ts";
import { BED_STORIES, type BedRun, type BedStory } from "./stories.ts";

/** Shares of the strength that the person needs to rise from a chair, for all their muscles: in tenths so that sums are exact. */
export const BED_STRENGTHS = [4, 6, 8, 10, 12, 10 * HEALTHY].map((tenths) => tenths / 10);
/** At least so many of healthy people do it, and at most so many of the weakest [D]. */
const NEARLY_ALL = 0.9;
const HARDLY = 0.2;

const ROLLS: readonly BedStory[] = ["roll_left", "roll_right", "roll_back"];

const shareOf = (runs: readonly BedRun[]) => runs.filter(({ did }) => did).length / runs.length;
const times = (runs: readonly BedRun[]) => runs.flatMap(({ took }) => (took === undefined ? [] : [took]));
function quartiles(measured: readonly number[]): string {
  const at = (share: number) => percentile(measured, share).toFixed(1);
  return measured.length === 0 ? "none" : `${at(0.5)} (${at(0.25)} to ${at(0.75)})`;
}

/** `again` is the first run once more, in another thread. */
export function judgeBed(runs: readonly BedRun[], again: readonly { readonly hash: string }[]) {
  const of = (story: BedStory, strength: number) =>
    runs.filter((run) => run.story === story && run.strength === strength);
  const shares = (story: BedStory) => BED_STRENGTHS.map((strength) => shareOf(of(story, strength)));
  const all = BED_STORIES.map(shares);
  const checks = {
    monotone: all.every((row) => row.every((value, i) => i === 0 || value >= (row[i - 1] ?? NaN))),
    healthy_do_it: all.every((row) => (row.at(-1) ?? NaN) >= NEARLY_ALL),
    the_weakest_do_not: all.every((row) => (row[0] ?? NaN) <= HARDLY),
    nobody_who_rolls_falls: runs.every(({ fell, story }) => !fell || !ROLLS.includes(story)),
    same_seed_same_story: again.every(({ hash }, i) => hash === runs[i]?.hash),
  };
  const figures = BED_STORIES.flatMap((story, i) => [
    [`${story}_percent`, (all[i] ?? []).map((value) => Math.round(100 * value)).join(" ")],
    [
      `${story}_s`,
      BED_STRENGTHS.map((strength) => `${strength}: ${quartiles(times(of(story, strength)))}`).join("; "),
    ],
    [`${story}_fell`, `${runs.filter((run) => run.story === story && run.fell).length}`],
  ]);
  return {
    ok: Object.values(checks).every(Boolean),
    people: of("roll_left", HEALTHY).length,
    strength_percent: BED_STRENGTHS.map((strength) => Math.round(100 * strength)).join(" "),
    ...(Object.fromEntries(figures) as Record<string, string>),
    ...checks,
  };
}
