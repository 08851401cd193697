// What the robot may say to the resident, what they do then, and what they answer.
import type { Intention } from "./behaviour.ts";

export interface Response {
  readonly intention?: Intention;
  /** The text key of what they answer. */
  readonly answer?: string;
}

/** By text key. A resident does nothing on any other sentence. */
export const PROMPTS: Readonly<Record<string, Response>> = {
  "say.ask": { answer: "heard.yes" },
  "say.contact": { intention: "ready" },
  "say.lean_forward": { intention: "lean" },
  "say.stand_up": { intention: "stand" },
  "say.release": { intention: "free" },
  "say.lower": { intention: "sit" },
};
