// `npm run scenario -- walk`: people who walk, unaided, with the walker, and in crises, over the cores, to one verdict.
import { runParallel, type Job } from "../parallel.ts";
import type { ScenarioOptions } from "../worker.ts";
import { judgeWalks } from "./judge.ts";
import { CRISES, WALKS, type WalkRun } from "./stories.ts";

/** `each` hears of every story as it ends. */
export async function peopleWalk(seeds: readonly number[], each: (run: WalkRun) => void) {
  const jobs = [...WALKS, ...CRISES].flatMap((walk) =>
    seeds.map((seed): Job<ScenarioOptions> => ({ scenario: "walk", seed, options: { eyes: "truth", walk } })),
  );
  const runs = await runParallel<ScenarioOptions, WalkRun>(jobs, each);
  // The first story once more, in another thread: the same seed must give the same story.
  return judgeWalks(runs, await runParallel<ScenarioOptions, WalkRun>(jobs.slice(0, 1)));
}
