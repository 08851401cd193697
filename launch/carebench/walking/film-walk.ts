// Frames of a walk or a round for its replay: where the links of person and robot are, ten times a second.
import { bodyName } from "../../../sim/mujoco/mjcf.ts";
import { PATROL_MODEL } from "../../../sim/resting/patrol.ts";
import { WALKER_MODEL } from "../../../sim/walking/walker-device.ts";
import type { WalkingWorld } from "../../../sim/walking/world.ts";
import { TICK } from "../../../sim/world.ts";
import type { Film } from "../film.ts";
import { furnitureOf } from "../furniture.ts";

const PERIOD = 0.1;
const EVERY = Math.round(PERIOD / TICK);
const FILMED = ["resident", WALKER_MODEL, PATROL_MODEL];

/** `look` is called after each tick. */
export function filmWalk({ sim, scene }: Pick<WalkingWorld, "sim" | "scene">): {
  readonly film: Film;
  look(): void;
} {
  const links = scene.models
    .filter(({ name }) => FILMED.includes(name))
    .flatMap((model) => model.links.map((link) => bodyName(model.name, link.name)));
  const bodies = links.map((link) => sim.index("mjOBJ_BODY", link));
  const frames: number[][] = [];
  let ticks = 0;
  return {
    film: { links, period: PERIOD, frames, furniture: furnitureOf(scene) },
    look() {
      if (ticks++ % EVERY !== 0) return;
      const { xpos } = sim.views();
      frames.push(
        bodies.flatMap((body) => [0, 1, 2].map((axis) => Number((xpos[3 * body + axis] ?? NaN).toFixed(3)))),
      );
    },
  };
}
