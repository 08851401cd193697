// `npm run scenario -- alone`: people alone, over all strengths and causes of falls, over the cores, to one verdict.
import { runParallel, type Job } from "../parallel.ts";
import type { ScenarioOptions } from "../worker.ts";
import { HEALTHY, judgeAlone, STRENGTHS } from "./judge.ts";
import { writePlots } from "./plots.ts";
import { CAUSES, type FallRun, type RiseRun, type Story } from "./stories.ts";

const jobsOf = (stories: readonly Story[], seeds: readonly number[]) =>
  stories.flatMap((story) =>
    seeds.map((seed): Job<ScenarioOptions> => ({
      scenario: "alone",
      seed,
      options: { eyes: "truth", story },
    })),
  );

/** `each` hears of every story as it ends. With `plots` their pictures are written into docs/img. */
export async function peopleAlone(
  seeds: readonly number[],
  plots: boolean,
  each: (run: RiseRun | FallRun) => void,
) {
  const rising = jobsOf(
    [...STRENGTHS, HEALTHY].map((strength) => ({ strength })),
    seeds,
  );
  const falling = jobsOf(
    CAUSES.map((fall) => ({ fall })),
    seeds,
  );
  const all = await runParallel<ScenarioOptions, RiseRun | FallRun>([...rising, ...falling], each);
  const rises = all.filter((run) => "strength" in run);
  const falls = all.filter((run) => "cause" in run);
  // The first rise and the first fall once more, in other threads: the same seed must give the same story.
  const again = await runParallel<ScenarioOptions, RiseRun | FallRun>([
    ...rising.slice(0, 1),
    ...falling.slice(0, 1),
  ]);
  if (plots) for (const file of writePlots(rises, falls)) console.error(`dolbom: wrote ${file}`);
  return judgeAlone(rises, falls, again);
}
