// What the bench of the graph asks of its threads and processes, and what they answer.
import { topics, type Topic } from "../../../core/topics.ts";

/** A small message of a sensor, a small one with strings and lists, and a megabyte. */
export const LOADS = ["wrench", "safety", "image"] as const;
export type Load = (typeof LOADS)[number];
export const TOPIC_OF: Readonly<Record<Load, Topic>> = {
  wrench: topics.leftWrench,
  safety: topics.safetyState,
  image: topics.image,
};

/** At an even pace, for latency; or as fast as the sender's event loop turns, for throughput. */
export type Pace = "paced" | "flood";

export type Order =
  | { readonly do: "listen"; readonly load: Load; readonly pace: Pace }
  /** `duration` in ms */
  | { readonly do: "say"; readonly load: Load; readonly pace: Pace; readonly duration: number }
  | { readonly do: "tell" }
  | { readonly do: "pulses" };

export interface Heard {
  readonly count: number;
  /** ms from stamp to receiver, of paced messages */
  readonly ages: readonly number[];
  /** ms between the first and the last */
  readonly lasted: number;
}
export interface Answers {
  readonly listen: true;
  /** How many were said. */
  readonly say: number;
  readonly tell: Heard;
  /** ms between one step and the next, since it was last asked */
  readonly pulses: readonly number[];
}
/** What a thread or process of the bench does when it is asked. */
export type Acts = Partial<{
  readonly [K in Order["do"]]: (order: Extract<Order, { do: K }>) => Answers[K] | Promise<Answers[K]>;
}>;
