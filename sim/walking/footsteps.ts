// Where the next foot goes: towards a place on the floor, turning no more than legs can, and beside the other at the end.
import type { Gait } from "./gait.ts";
import type { Side } from "./leg.ts";

/** A foot on the floor: its ankle, m, and where it points, rad. */
export interface Foot {
  readonly x: number;
  readonly y: number;
  readonly yaw: number;
}

/** To a place; `heading` is how one stands there at last, as one comes where it is left out. */
export interface Goal {
  readonly x: number;
  readonly y: number;
  readonly heading?: number | undefined;
  /** So near is near enough, m; as near as feet can where it is left out. */
  readonly within?: number;
}

/** A step turns at most so far, rad: the knees' rotation is all that turns these legs. */
const TURN = 0.35;
/** Nearer than this one walks on without looking where the place lies, m. */
const NEAR = 0.15;
/** Who would have to turn by this turns on the spot first, rad [D]. */
const TURNS_FIRST = 0.8;
/** Where near enough is enough, a place beside one, so many times as far as near, is passed [D]. */
const PASSED = 6;
/** There, a step turns at most so far, rad; nearer than this, m, it is this share of what is left, and at least so long, m [D]. */
const VEERS = 0.1;
const STRAIGHT_ON = 1.2;
const SLOWS = 0.25;
const SLOWEST = 0.06;
const ARRIVED = 0.08;
const ALIGNED = 0.06;
/** Feet that would move less than this stand side by side, m. */
const BESIDE = 0.07;
const ABOUT_BESIDE = 0.14;
/** Near the place, a step goes at most so far to the side, m. */
const ASIDE = 0.06;
/** A step is longer or shorter than the one before by at most this share of a full one. */
const CHANGE = 0.45;

/** The middle between both feet, as one of them knows it. */
function middleOf(foot: Foot, side: Side, width: number): Foot {
  const half = (-side * width) / 2;
  return { x: foot.x - half * Math.sin(foot.yaw), y: foot.y + half * Math.cos(foot.yaw), yaw: foot.yaw };
}

/** A place ahead of and to the left of a foot or a middle, m. */
export const beyond = ({ x, y, yaw }: Foot, ahead: number, left: number): readonly [x: number, y: number] => [
  x + ahead * Math.cos(yaw) - left * Math.sin(yaw),
  y + ahead * Math.sin(yaw) + left * Math.cos(yaw),
];

export interface Step {
  readonly foot: Foot;
  /** Of the middle between the feet, m. */
  readonly advance: number;
}

interface Aim {
  /** Of the middle between the feet: ahead and to the left, m, and turned, rad. */
  readonly ahead: number;
  readonly left: number;
  readonly turn: number;
  readonly there: boolean;
}

/** Near enough is enough: feet side by side, wherever one faces; a place that is passed is reached. */
function aimNear(goal: Goal, within: number, middle: Foot, gait: Gait): Aim {
  const far = aimFar(goal, middle, gait);
  const distance = Math.hypot(goal.x - middle.x, goal.y - middle.y);
  const behind =
    Math.abs(wrapped(Math.atan2(goal.y - middle.y, goal.x - middle.x) - middle.yaw)) > Math.PI / 2;
  const there = distance < within || (behind && distance < PASSED * within);
  if (there) return { ahead: 0, left: 0, turn: 0, there };
  const turn = clamp(far.turn, -VEERS, VEERS);
  if (distance >= STRAIGHT_ON) return { ...far, turn };
  // Close to it one walks straight on rather than turn to a place beside one, and slows down for what one pushes.
  const slower = Math.max(SLOWEST, SLOWS * distance);
  return { ...far, ahead: Math.min(gait.stepLength, slower), turn };
}

/** On towards the place, the less the more one must turn. */
function aimFar(goal: Goal, middle: Foot, gait: Gait): Aim {
  const [dx, dy] = [goal.x - middle.x, goal.y - middle.y];
  const off = wrapped(Math.atan2(dy, dx) - middle.yaw);
  const straight = Math.max(0, 1 - Math.abs(off) / TURNS_FIRST);
  const ahead = Math.min(Math.hypot(dx, dy), gait.stepLength * straight);
  return { ahead, left: 0, turn: clamp(off, -TURN, TURN), there: false };
}

/** Exactly there, facing as one is meant to. */
function aimAt(goal: Goal, middle: Foot, gait: Gait): Aim {
  const [dx, dy] = [goal.x - middle.x, goal.y - middle.y];
  const distance = Math.hypot(dx, dy);
  if (distance >= NEAR) return aimFar(goal, middle, gait);
  const [cos, sin] = [Math.cos(middle.yaw), Math.sin(middle.yaw)];
  const turn = clamp(wrapped((goal.heading ?? middle.yaw) - middle.yaw), -TURN, TURN);
  return {
    ahead: clamp(dx * cos + dy * sin, -0.1, NEAR),
    left: clamp(dy * cos - dx * sin, -ASIDE, ASIDE),
    turn,
    there: distance < ARRIVED && Math.abs(turn) < ALIGNED,
  };
}

/** The next place of the foot on `side`, which stands at `own` now; undefined when one is there and stands well. */
export function nextStep(
  stance: Foot,
  own: Foot,
  side: Side,
  gait: Gait,
  goal: Goal,
  last: number,
): Step | undefined {
  const middle = middleOf(stance, side > 0 ? -1 : 1, gait.stepWidth);
  const { within } = goal;
  const aim = within === undefined ? aimAt(goal, middle, gait) : aimNear(goal, within, middle, gait);
  const advance = Math.min(aim.ahead, Math.max(0, last) + CHANGE * gait.stepLength);
  const yaw = middle.yaw + aim.turn;
  const [x, y] = beyond({ ...middle, yaw }, advance, aim.left + (side * gait.stepWidth) / 2);
  const parallel = Math.abs(wrapped(own.yaw - yaw)) < 2 * ALIGNED || within !== undefined;
  const beside = Math.hypot(x - own.x, y - own.y) < (within === undefined ? BESIDE : ABOUT_BESIDE);
  if (aim.there && beside && parallel) return undefined;
  return { foot: { x, y, yaw }, advance };
}

export const wrapped = (angle: number): number => Math.atan2(Math.sin(angle), Math.cos(angle));
const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));
