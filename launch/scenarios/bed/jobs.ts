// `npm run scenario -- bed`: people who move in bed, each movement over all strengths, over the cores, to one verdict.
import { runParallel, type Job } from "../parallel.ts";
import type { ScenarioOptions } from "../worker.ts";
import { BED_STRENGTHS, judgeBed } from "./judge.ts";
import { BED_STORIES, type BedRun } from "./stories.ts";

/** `each` hears of every story as it ends. */
export async function peopleInBed(seeds: readonly number[], each: (run: BedRun) => void) {
  const jobs = BED_STORIES.flatMap((story) =>
    BED_STRENGTHS.flatMap((strength) =>
      seeds.map((seed): Job<ScenarioOptions> => ({
        scenario: "bed",
        seed,
        options: { eyes: "truth", bed: { story, strength } },
      })),
    ),
  );
  const runs = await runParallel<ScenarioOptions, BedRun>(jobs, each);
  // The first story once more, in another thread: the same seed must give the same story.
  return judgeBed(runs, await runParallel<ScenarioOptions, BedRun>(jobs.slice(0, 1)));
}
