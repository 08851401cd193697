// When a walking person has lost balance, and what they do then: the fall of people alone, from the posture they are in.
import { between, seeded } from "../../core/seeded.ts";
import { seconds, type Metres, type Seconds } from "../../core/units.ts";
import { createPerson } from "../resident/alone/person.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import type { PostureModel } from "../resident/posture.ts";
import type { Effort, Senses } from "../resident/senses.ts";
import type { BodyState } from "./body.ts";
import type { Wanted } from "./control.ts";

/** Lost is who has their mass so far off its way that no step reaches it, share of stature; or leans so, rad; or sinks, m [D]. */
const LOST = { astray: 0.17, tilt: 0.6, sunk: 0.12 } as const;
/** The legs of who collapses keep this share of their strength, after this time, s [D]. */
const GIVES_WAY = { to: 0.06, time: 0.2 } as const;

/** Whether balance has been lost for longer than a reaction takes; to be asked once a tick. */
export function lossWatch(
  p: ResidentParameters,
): (state: BodyState, wanted: Wanted, period: Seconds) => boolean {
  const reaction = between(seeded(p.seed * 6151 + 31), 0.12, 0.25);
  let since = 0;
  return (state, wanted, period) => {
    const [roll, pitch] = state.trunkTurn;
    const keeps =
      wanted.astray < LOST.astray * p.stature &&
      Math.hypot(roll, pitch) < LOST.tilt &&
      wanted.off[2] < LOST.sunk;
    since = keeps ? 0 : since + period;
    return since > reaction;
  };
}

/** What is felt when falling, in the direction that one faces. `knee` is the mean flexion, rad. */
export function sensesOf(state: BodyState, knee: number): Senses {
  const yaw = state.pelvisTurn[2];
  const [cos, sin] = [Math.cos(yaw), Math.sin(yaw)];
  const feet = [0, 1].map((k) => ((state.left.position[k] ?? NaN) + (state.right.position[k] ?? NaN)) / 2);
  const [x, y] = [state.mass[0] - (feet[0] ?? NaN), state.mass[1] - (feet[1] ?? NaN)];
  const [vx, vy] = state.velocity;
  return {
    knee,
    trunkPitch: state.trunkTurn[1],
    massForward: x * cos + y * sin,
    massSpeed: vx * cos + vy * sin,
    massLeft: y * cos - x * sin,
    massLeftSpeed: vy * cos - vx * sin,
    support: 0,
  };
}

export type FallKind = "falling" | "fainted" | "collapsing";

export interface Falling {
  readonly doing: FallKind | "lying";
  step(period: Seconds, senses: Senses): Effort;
  /** Share of strength that a muscle has left. */
  share(muscle: string): number;
}

/** A fall that begins now. */
export function createFalling(
  p: ResidentParameters,
  model: PostureModel,
  seatHeight: Metres,
  kind: FallKind,
): Falling {
  const person = createPerson(p, model, seatHeight, true);
  if (kind === "fainted") person.faint();
  else person.fall();
  let since = 0;
  let tone: NonNullable<Effort["tone"]> = { left: 1, right: 1 };
  return {
    get doing() {
      return person.doing === "lying" ? "lying" : kind;
    },
    step(period, senses) {
      since += period;
      const effort = person.step(seconds(period), senses);
      tone = effort.tone ?? tone;
      return effort;
    },
    share(muscle) {
      const own = muscle.startsWith("left")
        ? tone.left
        : muscle.startsWith("right")
          ? tone.right
          : (tone.left + tone.right) / 2;
      if (kind !== "collapsing" || !/hip|knee|ankle/.test(muscle)) return own;
      return own * Math.max(GIVES_WAY.to, 1 - since / GIVES_WAY.time);
    },
  };
}
