// Plays one story with one policy and one seed on virtual time, with true eyes and a care worker who does what care workers do.
import { storyOf } from "./catalogue.ts";
import type { Film } from "./film.ts";
import type { Measured, Watch } from "./metrics.ts";
import { alone, withRobot } from "./play-seat.ts";
import { playSit } from "./play-sit.ts";
import { playNight } from "./night/play-night.ts";
import { POLICIES, taskIn, type Policy, type PolicyName } from "./policies.ts";
import { cannot, passOf, type Place, type Played } from "./played.ts";
import type { Story } from "./story.ts";
import { playWalk } from "./walking/play-walk.ts";

export interface Play {
  readonly story: string;
  readonly policy: PolicyName;
  /** Takes frames for the report. */
  readonly film?: boolean;
}

export async function play(seed: number, { story: id, policy, film = false }: Play): Promise<Played> {
  const story = storyOf(id);
  const acted = await act(story, seed, policy, film);
  if (acted === undefined) return cannot(story, policy, seed);
  const { seen, end, place, film: frames, ...rest } = acted;
  return {
    story: id,
    family: story.family,
    policy,
    seed,
    place,
    pelvis_end: end.pelvis,
    support_end_bw: end.support,
    ...rest,
    ...seen,
    ...passOf(story.rule.goal, place, seen),
    ...(frames === undefined ? {} : { film: frames }),
  };
}

/** Undefined when the policy has nothing that could try. */
async function act(
  story: Story,
  seed: number,
  policy: PolicyName,
  film: boolean,
): Promise<Acted | undefined> {
  const { task, walker, rounder }: Policy = POLICIES[policy];
  const { plot } = story;
  if (plot.kind === "walk")
    return walker === "missing" ? undefined : playWalk(story, plot, seed, walker, film);
  if (plot.kind === "night") return playNight(story, plot, seed, rounder, film);
  if (plot.kind === "sit") return playSit(story, plot, seed, task, film);
  const helps = taskIn(plot, POLICIES[policy]);
  return helps === undefined ? alone(story, plot, seed, film) : withRobot(story, plot, seed, helps, film);
}

export interface Acted {
  readonly seen: Measured;
  /** [1] of standing height, and of body weight, in the end */
  readonly end: Pick<Watch, "pelvis" | "support">;
  readonly place: Place;
  /** [s] until the task, or the try, was over */
  readonly duration_s: number;
  /** what the task itself answered */
  readonly told: string;
  /** how often the care worker had to step in */
  readonly interventions: number;
  readonly film: Film | undefined;
}
