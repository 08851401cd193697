// Plays stories for all people with all policies over the cores; policies that play a story alike play it once.
import { runParallel, type Job } from "../scenarios/parallel.ts";
import type { Play } from "./play.ts";
import type { Played } from "./played.ts";
import { playedBy, type PolicyName } from "./policies.ts";
import type { Story } from "./story.ts";

const ENTRY = new URL("worker.ts", import.meta.url);

interface Wanted {
  readonly story: Story;
  readonly seed: number;
  readonly policy: PolicyName;
}
const keyOf = ({ story, seed, policy }: Wanted) => `${story.id} ${seed} ${playedBy(story.plot, policy)}`;

/** Every story, seed and policy, in this order; `each` hears of every run as it is played. Rejects with the first error. */
export async function playAll(
  stories: readonly Story[],
  seeds: readonly number[],
  policies: readonly PolicyName[],
  each: (run: Played) => void,
): Promise<readonly Played[]> {
  const all = stories.flatMap((story) =>
    seeds.flatMap((seed) => policies.map((policy): Wanted => ({ story, seed, policy }))),
  );
  // the same seed is the same run, whatever the policy that stands by is called
  const once = [...Map.groupBy(all, keyOf).values()].flatMap(([first]) => first ?? []);
  const jobs = once.map(({ story: { id }, seed, policy }): Job<Play> => ({
    scenario: id,
    seed,
    options: { story: id, policy },
  }));
  const played = await runParallel<Play, Played>(jobs, each, ENTRY);
  const runs = new Map(once.map((one, place) => [keyOf(one), played[place]]));
  return all.flatMap((one) => {
    const run = runs.get(keyOf(one));
    return run === undefined ? [] : [{ ...run, policy: one.policy }];
  });
}
