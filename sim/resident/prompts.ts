// What the robot may say to the resident, what they do then, and what they answer.
import type { Intention } from "./behaviour.ts";

export interface Response {
  readonly intention?: Intention;
  /** The text key of what they answer. */
  readonly answer?: string;
}

/** By text key. A resident does nothing on any other sentence. */
export const PROMPTS: Readonly<Record<string, Response>> = {
  "say.may_i_help": { intention: "ready", answer: "heard.yes" },
  "say.raise_arms": { intention: "ready" },
  "say.lean_forward": { intention: "lean" },
  "say.stand_up": { intention: "stand" },
  "say.sit_down": { intention: "sit" },
  "say.let_go": { intention: "free" },
  "say.rest": { intention: "rest" },
};
