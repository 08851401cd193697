// The rhythm of walking: which foot swings from where to where, since when, and where the pressure is meant to go.
import type { Floor, Knot } from "./capture.ts";
import { beyond, nextStep, type Foot, type Goal } from "./footsteps.ts";
import type { Gait } from "./gait.ts";
import type { Side } from "./leg.ts";

/** One step: both feet carry until `lift`, then one swings until `land`; s since it began. */
export interface Step {
  readonly side: Side;
  readonly from: Foot;
  /** Where the foot is meant to land. */
  to: Foot;
  readonly advance: number;
  readonly lift: number;
  readonly land: number;
  readonly first: boolean;
}
export interface Feet {
  readonly left: Foot;
  readonly right: Foot;
}

/** From standing to the first lift, and from the last landing to standing, s [D]. */
const START = 0.8;
const WAIT = 0.25;
const STOP = 0.7;
/** Where the pressure enters and leaves a foot that carries alone, ahead of the ankle, and how far inside; share of stature. */
const ROLL = { from: 0.012, to: 0.045, inside: 0.006 } as const;
const FORESEEN = 3;

export const footOf = (feet: Feet, side: Side): Foot => (side > 0 ? feet.left : feet.right);
const withFoot = (feet: Feet, side: Side, foot: Foot): Feet =>
  side > 0 ? { ...feet, left: foot } : { ...feet, right: foot };

export interface Stride {
  readonly step: Step | undefined;
  /** Since the step, or the standing, began, s. */
  readonly since: number;
  readonly feet: Feet;
  /** Now and later. */
  knots(): Knot[];
  walk(goal: Goal | undefined): void;
  /** Where a foot is that has landed, or stands. */
  land(feet: Feet): void;
  advance(period: number): "landed" | undefined;
  readonly gait: Gait;
  setGait(gait: Gait): void;
}

export function createStride(stature: number, startGait: Gait, start: Feet): Stride {
  let gait = startGait;
  let feet = start;
  let goal: Goal | undefined;
  let step: Step | undefined;
  let since = STOP;
  /** Where the pressure was when this step, or this standing, began. */
  let entered: Floor = middleFloor(feet);

  const point = (foot: Foot, side: Side, at: "from" | "to") =>
    beyond(foot, ROLL[at] * stature, -side * ROLL.inside * stature);

  function planned(of: Feet, side: Side, last: number, first: boolean): Step | undefined {
    if (goal === undefined) return undefined;
    const own = footOf(of, side);
    const next = nextStep(footOf(of, -side as Side), own, side, gait, goal, last);
    if (next === undefined) return undefined;
    const lift = first ? START : gait.doubleSupport;
    const land = lift + gait.stepTime - gait.doubleSupport;
    return { side, from: own, to: next.foot, advance: next.advance, lift, land, first };
  }

  function knots(): Knot[] {
    const list: Knot[] = [{ in: -since, at: entered }];
    if (step === undefined) {
      list.push({ in: STOP - since, at: middleFloor(feet) });
      return list;
    }
    let [at, now, of] = [-since, step as Step | undefined, feet];
    for (let i = 0; now !== undefined && i <= FORESEEN; i++) {
      const stance = -now.side as Side;
      if (now.first) list.push({ in: at + WAIT, at: entered });
      list.push({ in: at + now.lift, at: point(footOf(of, stance), stance, "from") });
      list.push({ in: at + now.land, at: point(footOf(of, stance), stance, "to") });
      at += now.land;
      of = withFoot(of, now.side, now.to);
      now = planned(of, stance, now.advance, false);
    }
    list.push({ in: at + STOP, at: middleFloor(of) });
    return list;
  }

  return {
    get step() {
      return step;
    },
    get since() {
      return since;
    },
    get feet() {
      return feet;
    },
    get gait() {
      return gait;
    },
    setGait: (next) => (gait = next),
    knots,
    walk(next) {
      goal = next;
    },
    land: (now) => (feet = now),
    advance(period) {
      since += period;
      if (step === undefined) {
        if (since >= STOP) {
          const first = planned(feet, -1, 0, true) ?? planned(feet, 1, 0, true);
          if (first !== undefined) [step, since, entered] = [first, 0, middleFloor(feet)];
        }
        return undefined;
      }
      if (since < step.land) return undefined;
      const stance = -step.side as Side;
      entered = point(footOf(feet, stance), stance, "to");
      feet = withFoot(feet, step.side, step.to);
      step = planned(feet, stance, step.advance, false);
      since = 0;
      return "landed";
    },
  };
}

const middleFloor = ({ left, right }: Feet): Floor => {
  const middle = { x: (left.x + right.x) / 2, y: (left.y + right.y) / 2, yaw: left.yaw };
  return beyond(middle, 0.03, 0);
};
