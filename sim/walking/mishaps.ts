// What happens to people who walk: a push on the chest, and a foot that is caught in mid-swing.
import type { Vec3 } from "../../core/frames.ts";
import { bodyName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { triple } from "./body.ts";
import type { Disturbance, Pedestrian } from "./pedestrian.ts";

/** What catches a foot holds it like this, N/m and N·s/m, with at most so much, N [D]: a carpet's edge, a cable. */
const CATCH = { stiff: 8000, damped: 200, most: 400 } as const;
/** Feet are caught where trips happen most, in mid-swing: share of the way. */
const MID_SWING = 0.4;

export interface Mishaps {
  /** N in the world, on the chest, for so long, s. */
  push(force: Vec3, duration: number): void;
  /** The next foot that swings is caught in mid-swing and held for so long, s. */
  stumble(duration: number): void;
  readonly going: Disturbance;
  step(period: number): void;
}

export function mishapsOf(sim: Simulation, person: Pedestrian): Mishaps {
  const chest = 6 * sim.index("mjOBJ_BODY", bodyName("resident", "thorax"));
  const feet = { [1]: "left_foot", [-1]: "right_foot" } as const;
  let pushed = { force: [0, 0, 0] as Vec3, left: 0 };
  let planned = 0;
  let caught: { readonly body: number; readonly at: Vec3; left: number; before: Vec3 } | undefined;

  function hold(period: number): void {
    const { swinging } = person;
    if (planned > 0 && swinging !== undefined && swinging.share > MID_SWING) {
      const body = sim.index("mjOBJ_BODY", bodyName("resident", feet[swinging.side]));
      const at = triple(sim.views().xpos, body);
      caught = { body, at, left: planned, before: at };
      planned = 0;
    }
    if (caught === undefined) return;
    const now = triple(sim.views().xpos, caught.body);
    const { at, before } = caught;
    caught.left -= period;
    caught.before = now;
    const pull = (k: 0 | 1) =>
      CATCH.stiff * (at[k] - now[k]) - (CATCH.damped * (now[k] - before[k])) / period;
    const [x, y] = [pull(0), pull(1)];
    const share = Math.min(1, CATCH.most / Math.max(1e-9, Math.hypot(x, y)));
    const over = caught.left <= 0;
    sim.views().applied.set(over ? [0, 0, 0] : [share * x, share * y, 0], 6 * caught.body);
    if (over) caught = undefined;
  }

  return {
    push(force, duration) {
      pushed = { force, left: duration };
    },
    stumble(duration) {
      planned = duration;
    },
    get going() {
      return caught === undefined ? (pushed.left > 0 ? "pushed" : "none") : "caught";
    },
    step(period) {
      if (pushed.left > 0) {
        pushed.left -= period;
        sim.views().applied.set(pushed.left > 0 ? pushed.force : [0, 0, 0], chest);
      }
      hold(period);
    },
  };
}
