// The chance of a walk: one seeded source, so that a walk that went wrong can be walked again.
import { seeded } from "../../core/seeded.ts";

export interface Dice {
  /** uniform in [0, 1) */
  readonly draw: () => number;
  readonly chance: (of: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
}

export function dice(seed: number): Dice {
  const draw = seeded(seed);
  return {
    draw,
    chance: (of) => draw() < of,
    pick: <T>(list: readonly T[]) => list[Math.floor(draw() * list.length)] as T,
  };
}
