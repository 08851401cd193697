// Somebody who moves in bed: asleep and slack, they rouse, do what they mean to do stage by stage as far as their muscles can, and rest again.
import { minimumJerk } from "../../core/motion/minimum-jerk.ts";
import { inDegrees, metres, radians, seconds, type Seconds } from "../../core/units.ts";
import { axisName } from "../mujoco/mjcf.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { DAMPING_TIME, MUSCLES } from "../resident/muscles.ts";
import { rotate } from "../sdf/pose.ts";
import { poseOfBody } from "../sensors/placed.ts";
import { anglesOf, LIE, type Felt, type Stage } from "./bed-moves.ts";
import type { Side } from "./beds.ts";
import { bedMuscles, type Resting } from "./people.ts";
import { ASLEEP, restPosture, type How } from "./postures.ts";
import { ROLL, ROLL_BACK } from "./rolls.ts";
import { sitBalance } from "./sit-balance.ts";
import { SIT_UP } from "./sit-up.ts";

export type BedMove = "roll" | "roll_back" | "sit_up";
/** `resting`: as they lie now; `sits`: on the edge; `gave_up`: tried in vain, and rests again. */
export type BedDoing = BedMove | "resting" | "sits" | "gave_up";

const STAGES: Readonly<Record<BedMove, readonly Stage[]>> = {
  roll: ROLL,
  roll_back: ROLL_BACK,
  sit_up: SIT_UP,
};
/** One waits so long, s, for the body to follow; and rouses, or goes slack again, in this time, s [D]. */
const PATIENCE = 1;
const ROUSES = 0.3;

export interface Mover {
  readonly doing: BedDoing;
  /** Begins a movement, to that side, at once; the one before is left. */
  move(what: BedMove, side: Side): void;
  /** What the muscles are told now; once every `period`. */
  step(period: Seconds): void;
}

/** Of somebody who lies on their back as `layDown` put them; `firstMotor` is where their own muscles begin. */
export function moverOf(sim: Simulation, { name, resident, on }: Resting, firstMotor: number): Mover {
  const full = bedMuscles(resident, (joint, index) => axisName(name, joint, index));
  const thorax = sim.index("mjOBJ_BODY", `${name}/thorax`);
  const posture = (how: How) => {
    const { angles } = restPosture(how, resident, metres(on.z));
    return MUSCLES.map((muscle) => angles[muscle.name] ?? 0);
  };
  const base = { lying: posture("supine"), sitting: posture("edge") };
  const balance = sitBalance();
  let doing: BedDoing = "resting";
  let near: Side = "left";
  let left: readonly Stage[] = [];
  let [meant, from, to] = [base.lying, base.lying, base.lying];
  let [since, tone] = [seconds(0), ASLEEP as number];

  /** How far an axis of the trunk points up. */
  const up = (axis: readonly [number, number, number]) => rotate(poseOfBody(sim, thorax).rotation, axis)[2];
  function feel(): Felt {
    const turned = Math.atan2(-up([0, 1, 0]), up([1, 0, 0])) * (near === "left" ? 1 : -1);
    return { turned: inDegrees(radians(turned)), upright: up([0, 0, 1]) };
  }
  function enter(stages: readonly Stage[]): void {
    left = stages;
    [since, from] = [seconds(0), meant];
    const [stage] = left;
    if (stage === undefined) return;
    const wanted = anglesOf(stage, near);
    to = MUSCLES.map((muscle, i) => wanted[muscle.name] ?? base[stage.as][i] ?? 0);
  }
  function advance(period: Seconds): void {
    const [stage, ...after] = left;
    if (stage === undefined) return;
    since = seconds(since + period);
    if (since < stage.takes) return;
    if (stage.until === undefined || stage.until(feel())) {
      enter(after);
      if (after.length === 0 && doing !== "gave_up") doing = stage.as === "sitting" ? "sits" : "resting";
    } else if (since > stage.takes + PATIENCE) {
      doing = "gave_up";
      enter(LIE);
    }
  }
  function tense(period: Seconds): void {
    const wanted = left.length > 0 || doing === "sits" ? 1 : ASLEEP;
    const change = period / ROUSES;
    tone = Math.max(tone - change, Math.min(tone + change, wanted));
    const { effortRange } = sim.views();
    full.forEach(({ lower, upper }, i) =>
      effortRange.set([lower * tone, upper * tone], 2 * (firstMotor + i)),
    );
  }
  /** Who sits, or is about to, holds themself upright. */
  function steadied(period: Seconds): Readonly<Record<string, number>> {
    if (doing !== "sits" && left[0]?.as !== "sitting") return {};
    const [back, aside] = [Math.asin(within(up([1, 0, 0]))), -Math.asin(within(up([0, 1, 0])))];
    return balance.step(radians(back), radians(aside), period);
  }

  return {
    get doing() {
      return doing;
    },
    move(what, side) {
      [doing, near] = [what, side];
      enter(STAGES[what]);
    },
    step(period) {
      advance(period);
      tense(period);
      const [stage] = left;
      const share = stage === undefined ? 1 : minimumJerk(since / stage.takes);
      const before = meant;
      meant = from.map((angle, i) => angle + share * ((to[i] ?? angle) - angle));
      const steady = steadied(period);
      const { ctrl } = sim.views();
      meant.forEach((angle, i) => {
        const ahead = (DAMPING_TIME * (angle - (before[i] ?? angle))) / period;
        ctrl[firstMotor + i] = angle + ahead + (steady[MUSCLES[i]?.name ?? ""] ?? 0);
      });
    },
  };
}

const within = (sine: number): number => Math.max(-1, Math.min(1, sine));
