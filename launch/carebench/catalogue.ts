// All stories of the care benchmark.
import { BYSTANDER } from "./stories/bystander.ts";
import { INTERRUPTED } from "./stories/interrupted.ts";
import { MISUSE } from "./stories/misuse.ts";
import { NIGHT_ROUND } from "./stories/night-round.ts";
import { SIT_DOWN } from "./stories/sit-down.ts";
import { WALKING } from "./stories/walking.ts";
import { STAND_UP } from "./stories/stand-up.ts";
import { TRANSFER } from "./stories/transfer.ts";
import type { Story } from "./story.ts";

export const CATALOGUE: readonly Story[] = [
  ...STAND_UP,
  ...INTERRUPTED,
  ...MISUSE,
  ...SIT_DOWN,
  ...WALKING,
  ...BYSTANDER,
  ...TRANSFER,
  ...NIGHT_ROUND,
];

/** Throws for a story that is not in the catalogue. */
export function storyOf(id: string): Story {
  const story = CATALOGUE.find((one) => one.id === id);
  if (story === undefined) throw new Error(`story "${id}": not in the catalogue`);
  return story;
}
