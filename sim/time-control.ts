// What turns the time of a simulated world, seen from the simulator: only the runner of a simulated graph can give one.
import type { Seconds } from "../core/units.ts";

/** What time waits for, where it is held up: the world, and the eyes that look at it. */
export type Part = "world" | "eyes";

export interface TimeControl {
  readonly paused: boolean;
  /** Simulated seconds a second while it is not paused. */
  readonly speed: number;
  /** [1] simulated seconds a second that the last second or two really had: less than `speed` where a part lags. */
  readonly pace: number;
  pause(): void;
  run(): void;
  /** Time goes on by so much, from now, and stands. */
  step(by: Seconds): void;
  setSpeed(speed: number): void;
  /** Time stands while this is done, then goes on as before: nobody hears silence from a world that is busy. */
  whileStanding(act: () => void): void;
  /**
   * A part of the simulation has come so far, on the graph's clock, and has said so. From its first word on no time passes
   * without it: where it is held up, time stands for everybody, and goes on from there. A part that may die is not waited
   * for for ever.
   */
  lived(part: Part, until: Seconds): void;
  /** Told after each change, and when time has come to a stand. */
  onChange(changed: () => void): void;
}

/** [1] slower than a tenth nothing is seen to move; faster than four times no machine of two cores keeps up with the eyes [D]. */
export const SPEEDS = { least: 0.1, most: 4 } as const;
