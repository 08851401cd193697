// Ties of the running world: two bodies are joined at a point, and let go, while it runs.
import type { Vec3 } from "../../core/frames.ts";
import { conjugate, rotate } from "../sdf/pose.ts";
import type { Simulation } from "./simulation.ts";

/** MuJoCo keeps so many numbers a tie: the point in the first body's frame, then in the second's. */
const NUMBERS = 11;

export interface Ties {
  /** Joins both bodies where `point` of the world is now, so that nothing snaps. */
  join(place: number, point: Vec3): void;
  letGo(place: number): void;
  joined(place: number): boolean;
}

/** The ties of a world in the order in which `toMjcf` was given them, all of them apart. */
export function tiesOf(sim: Simulation, bodies: readonly (readonly [first: string, second: string])[]): Ties {
  const { engine, model, data } = sim;
  const ids = bodies.map((pair) => pair.map((name) => sim.index("mjOBJ_BODY", name)));
  const active = bodies.map(() => 0);
  const tell = () => engine.mj_setState(model, data, active, engine.mjtState.mjSTATE_EQ_ACTIVE.value);

  function inBody(body: number, point: Vec3): Vec3 {
    const { xpos, xquat } = sim.views();
    const [w = NaN, x = NaN, y = NaN, z = NaN] = xquat.subarray(4 * body, 4 * body + 4);
    const [ox = NaN, oy = NaN, oz = NaN] = xpos.subarray(3 * body, 3 * body + 3);
    return rotate(conjugate([x, y, z, w]), [point[0] - ox, point[1] - oy, point[2] - oz]);
  }
  return {
    join(place, point) {
      (ids[place] ?? []).forEach((body, i) =>
        model.eq_data.set(inBody(body, point), NUMBERS * place + 3 * i),
      );
      active[place] = 1;
      tell();
    },
    letGo(place) {
      active[place] = 0;
      tell();
    },
    joined: (place) => active[place] === 1,
  };
}
