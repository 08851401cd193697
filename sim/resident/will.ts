// Whose will a resident follows: the prompts of who helps them, or their own, when they rise alone.
import type { Metres, Seconds } from "../../core/units.ts";
import { createPerson } from "./alone/person.ts";
import { createBehaviour, type Intention } from "./behaviour.ts";
import type { ResidentParameters } from "./parameters.ts";
import type { PostureModel } from "./posture.ts";
import type { Effort, Senses } from "./senses.ts";
import { createTroubles } from "./troubles.ts";

/** `rise`: stands up alone, and goes on alone until they sit again. */
export type Will = Intention | "rise";

export interface Resident {
  /** Hears a prompt, which takes effect after this person's reaction time; what they want themselves, at once. */
  intend(will: Will, now: Seconds): void;
  /** One look at the senses, every `period`. */
  step(now: Seconds, period: Seconds, senses: Senses): Effort;
}

/** Somebody who rises alone hears only that they should sit down: nobody leans on pads while on their way up without them. */
export function createResident(
  p: ResidentParameters,
  model: PostureModel,
  seatHeight: Metres,
  stands = false,
): Resident {
  const helped = createBehaviour(p, model, seatHeight);
  const person = createPerson(p, model, seatHeight, stands);
  const troubled = createTroubles(p, model);
  let alone = stands;
  return {
    intend(will, now) {
      if (will === "rise") {
        alone = true;
        person.rise();
      } else if (!alone || person.doing === "sitting") {
        alone = false;
        helped.intend(will, now);
      } else if (will === "sit") person.sitDown();
    },
    step(now, period, senses) {
      const meant = alone ? person.step(period, senses) : helped.step(now, period, senses);
      return troubled(period, senses, meant);
    },
  };
}
