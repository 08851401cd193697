// What every source of pictures gives: frames with the time at which they were taken.
import type { Seconds } from "../../core/units.ts";
import type { Picture } from "../picture.ts";

export interface Frame extends Picture {
  /** From the start of the source; 0 for a single picture. */
  readonly time: Seconds;
}
export interface Source {
  readonly kind: "picture" | "video";
  /** How many frames will come. */
  readonly count: number;
  frames(): AsyncIterable<Frame>;
}
