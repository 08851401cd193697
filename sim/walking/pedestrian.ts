// A person who stands, walks and falls: each tick they feel their body, plan their feet, and drive their muscles.
import type { Vec3 } from "../../core/frames.ts";
import type { Metres, Seconds } from "../../core/units.ts";
import type { Simulation } from "../mujoco/simulation.ts";
import { jointName } from "../resident/joints.ts";
import { connect } from "../resident/nerves.ts";
import type { ResidentParameters } from "../resident/parameters.ts";
import { postureModel } from "../resident/posture.ts";
import { bodyReader, footprint, type BodyState } from "./body.ts";
import { createControl } from "./control.ts";
import { createFalling, lossWatch, sensesOf, type Falling, type FallKind } from "./falling.ts";
import { beyond, type Foot, type Goal } from "./footsteps.ts";
import { gaitOf, type Gait } from "./gait.ts";
import type { Side } from "./leg.ts";
import { muscleDrive, type Load } from "./muscle-drive.ts";
import { createResidual, type ResidualTally } from "./residual.ts";
import { createStride } from "./stride.ts";
import { freeArms, reaching, upright } from "./upper-body.ts";

/** What the hands hold: where each palm should be, what it is meant to bear, and what is felt there; N on the person. */
export interface Held {
  readonly palms: readonly [left: Vec3 | undefined, right: Vec3 | undefined];
  readonly meant: readonly Load[];
  readonly felt: readonly Load[];
  /** How much slower than of oneself one has to walk, 0 to 1, so as not to run into what one holds. */
  readonly pace: number;
}

/** What happens to the body from outside. */
export type Disturbance = "none" | "pushed" | "caught";
export type PedestrianDoing = "standing" | "walking" | FallKind | "lying";

export interface Pedestrian {
  readonly doing: PedestrianDoing;
  readonly gait: Gait;
  readonly state: BodyState;
  /** The foot in the air and the share of its way that it has gone. */
  readonly swinging: { readonly side: Side; readonly share: number } | undefined;
  readonly residual: ResidualTally;
  /** Goes there, and stands. */
  walk(goal: Goal): void;
  /** Comes to a stand with the next steps. */
  stop(): void;
  /** Consciousness goes; or the legs give way. */
  faint(): void;
  collapse(): void;
  /** Drives the muscles for one tick. While something disturbs, nothing else holds the body. */
  act(disturbance: Disturbance, held: Held | undefined): void;
  /** Feels the body after the tick. */
  feel(): void;
}

export interface PedestrianOptions {
  readonly seatHeight: Metres;
  readonly firstMotor: number;
  readonly stiffness: readonly number[];
  /** m/s; the person's own where it is left out. */
  readonly speed?: number | undefined;
}

const MODEL = "resident";
/** Muscles go over from walking to falling in this time, s [D]. */
const GO_OVER = 0.15;
/** Who stops does so so far ahead, in steps [D]. */
const STOPS_IN = 0.8;

/** A person who stands already. */
export function createPedestrian(
  sim: Simulation,
  p: ResidentParameters,
  period: Seconds,
  { seatHeight, firstMotor, stiffness, speed }: PedestrianOptions,
): Pedestrian {
  const posture = postureModel(p, seatHeight);
  const nerves = connect(sim, p, posture, firstMotor, stiffness);
  const drive = muscleDrive(sim, MODEL, firstMotor, stiffness);
  const read = bodyReader(sim, MODEL, period);
  const pelvis = 6 * sim.index("mjOBJ_BODY", `${MODEL}/pelvis`);
  const knees = ["left", "right"].map(
    (side) => sim.address(`${MODEL}/${jointName(`${side}_shank`)}`).position,
  );
  const own = gaitOf(p, speed);
  const lost = lossWatch(p);
  const residual = createResidual(p);
  let state = read();
  const feet = () => ({ left: footprint(p.stature, state.left), right: footprint(p.stature, state.right) });
  const stride = createStride(p.stature, own, feet());
  const control = createControl(p, stride, state);
  let falling: Falling | undefined;
  let fallingFor = 0;
  let before = new Float64Array(0);

  function fall(kind: FallKind): void {
    if (falling !== undefined) return;
    falling = createFalling(p, posture, seatHeight, kind);
    before = sim.views().ctrl.slice(firstMotor, firstMotor + stiffness.length);
    residual.letGo();
    sim.views().applied.fill(0, pelvis, pelvis + 6);
  }

  /** In a fall muscles alone act, and what they do is what people do who fall alone. */
  function fallOn(on: Falling): void {
    fallingFor += period;
    const { qpos, ctrl } = sim.views();
    const knee = knees.reduce((sum, at) => sum + (qpos[at] ?? NaN), 0) / knees.length;
    const { tone: _, ...effort } = on.step(period, sensesOf(state, knee));
    nerves.act(effort);
    const u = Math.min(1, fallingFor / GO_OVER);
    before.forEach(
      (value, i) => (ctrl[firstMotor + i] = value + u * ((ctrl[firstMotor + i] ?? NaN) - value)),
    );
    drive.tense((muscle) => on.share(muscle));
  }

  function walkOn(disturbance: Disturbance, held: Held | undefined): void {
    stride.setGait(held === undefined ? own : gaitOf(p, own.speed * held.pace));
    if (stride.advance(period) === "landed") stride.land(feet());
    const wanted = control.step(state, period, held?.felt ?? []);
    const arms = held === undefined ? {} : reaching(p.stature, state, held.palms);
    const angles = { ...wanted.angles, ...upright(state), ...freeArms(wanted.angles), ...arms };
    drive.act(angles, [...wanted.loads, ...(held?.meant ?? [])], period);
    residual.step(wanted, period, disturbance !== "none");
    sim.views().applied.set(residual.wrench, pelvis);
    if (lost(state, wanted, period)) fall("falling");
  }

  return {
    get doing() {
      return falling?.doing ?? (stride.step === undefined ? "standing" : "walking");
    },
    gait: own,
    get state() {
      return state;
    },
    get swinging() {
      const { step, since } = stride;
      if (falling !== undefined || step === undefined || since < step.lift) return undefined;
      return { side: step.side, share: (since - step.lift) / (step.land - step.lift) };
    },
    get residual() {
      return residual.tally;
    },
    walk: (goal) => stride.walk(goal),
    stop() {
      const { left, right } = stride.feet;
      const yaw = state.pelvisTurn[2];
      const middle: Foot = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, yaw };
      const [x, y] = beyond(middle, STOPS_IN * own.stepLength, 0);
      stride.walk({ x, y, heading: yaw });
    },
    faint: () => fall("fainted"),
    collapse: () => fall("collapsing"),
    act(disturbance, held) {
      if (falling === undefined) walkOn(disturbance, held);
      else fallOn(falling);
    },
    feel() {
      state = read();
    },
  };
}
