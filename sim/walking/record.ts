// What a gait laboratory records of a person who walks, one moment after another: mass, feet, and what is on the floor.
import type { Seconds } from "../../core/units.ts";
import type { WalkingWorld } from "./world.ts";

export interface Moment {
  readonly time: Seconds;
  /** The centre of mass along the way and to its left, m. */
  readonly along: number;
  readonly left: number;
  /** Ankles along the way, m, and whether their soles touch. */
  readonly ankles: readonly [left: number, right: number];
  readonly soles: readonly [left: boolean, right: boolean];
  /** The pelvis's height, m, and its upward velocity a moment before, m/s. */
  readonly pelvis: number;
  readonly pelvisUp: number;
  /** The person's links on the floor but for the feet. */
  readonly down: readonly string[];
}

/** To be asked once a tick; `heading` is the way's, from the origin. */
export function recorder(world: WalkingWorld, heading: number): () => Moment {
  const [cos, sin] = [Math.cos(heading), Math.sin(heading)];
  const along = ([x = NaN, y = NaN]: readonly number[]) => x * cos + y * sin;
  const root = world.sim.address("resident").velocity;
  let up = 0;
  return () => {
    const { mass, left, right, pelvis } = world.person.state;
    const touching = world.touching();
    const before = up;
    up = world.sim.views().qvel[root + 2] ?? NaN;
    return {
      time: world.time(),
      along: along(mass),
      left: mass[1] * cos - mass[0] * sin,
      ankles: [along(left.position), along(right.position)],
      soles: [touching.left, touching.right],
      pelvis: pelvis.position[2],
      pelvisUp: before,
      down: touching.down,
    };
  };
}
