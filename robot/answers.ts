// Whether what is told to move moves, and whether what must change changes: a sensor may repeat itself with fresh stamps.
import { LIMITS } from "../core/safety/limits.ts";
import { milliseconds, seconds, type Seconds } from "../core/units.ts";
import { readingsOf, sensesOf, velocitiesOf, type Reading, type Told } from "./readings.ts";

/** A reading as it arrived, and for how long it has been the same to the last bit while it had to change. */
interface Repeated {
  readonly at: Seconds;
  readonly reading: readonly number[];
  readonly still: Seconds;
}
/** One of `AXES`: how much further it was told to go than it went, in m or rad, forgotten within `FORGOTTEN`. */
interface Followed extends Repeated {
  readonly behind: number;
  /** for how long it has been told to stand, and where it stood when it had settled */
  readonly rested: Seconds;
  readonly stood: readonly number[];
  /** m/s or rad/s: as fast as sound drives would go by now, had they been told what they were told */
  readonly pace: number;
}
export interface Answers {
  readonly axes: readonly (Followed | undefined)[];
  readonly senses: readonly (Repeated | undefined)[];
}
export const NO_ANSWERS: Answers = { axes: [], senses: [] };

/** Within a third of a second a deviation shows, and what drives and stamps lag behind stays small (SR-56) [D]. */
const FORGOTTEN = seconds(0.3);
/**
 * m, but rad for base_yaw, one for each of `AXES`: two to six times the most by which healthy rides deviate, with sensors as
 * on data sheets and control nodes that stall (base 2.8 mm, lift 1.0 mm) [measured]; turning moves the tips of the legs, 0.82 m
 * away, as far as driving. The arms give to who leans on them, 0.05 m and more: of them only what repeats itself counts.
 */
const DEVIATION: readonly number[] = [0.006, 0.0075, 0.006, Infinity, Infinity];
/** s by which sound drives lag behind a velocity that grows: wheels and base 0.054 at 0.5 m/s² in the simulator [measured]. */
const LAGS: readonly number[] = [0.05, 0.05, 0, 0, 0];
/** Drives have come to rest by then, and who hangs in the arms swings no more [D]. */
const SETTLES = milliseconds(500);
/**
 * What base and lift may stray, m and rad as above, from where they stood when they had settled (IEC 61800-5-2, safe operating
 * stop): lift: four times what it gives under the largest load (2.5 mm, sim/mujoco/drives.ts); base: about three times what it is let
 * deviate while it moves, above [D]. Arms give to who leans on them.
 */
const STRAYED: readonly number[] = [0.02, 0.02, 0.01, Infinity, Infinity];
/** Whether an axis that is told to rest deviates when it moves: the lift, which nobody can push; base and arms give. */
const HOLDS: readonly boolean[] = [false, false, true, false, false];
/** m: further than the lift goes between two readings, ten times as fast as it may: a moment of the simulator was restored. */
const LEAP = 0.02;
/** m/s and rad/s: whoever is told to go slower may honestly read the same for 0.3 s, on an encoder of 0.5 mm [D]. */
const CREEP = 0.002;

const isSame = (a: readonly number[], b: readonly number[]) =>
  a.every((value, place) => Object.is(value, b[place]));

/** A reading after the one before, or undefined when it begins anew: ages judge silence, and what is not a number. */
function elapsedSince(before: Repeated | undefined, { at }: Reading): Seconds | undefined {
  if (before === undefined) return undefined;
  const elapsed = seconds(at - before.at);
  return elapsed >= 0 && elapsed <= LIMITS.sensorAge ? elapsed : undefined;
}

function repeated(
  before: Repeated | undefined,
  now: Reading | undefined,
  must: boolean,
): Repeated | undefined {
  if (now === undefined) return undefined;
  const elapsed = elapsedSince(before, now);
  if (before === undefined || elapsed === undefined || !isSame(now.reading, before.reading))
    return { ...now, still: elapsed === 0 && before !== undefined ? before.still : seconds(0) };
  return { ...now, still: seconds(before.still + (must ? elapsed : 0)) };
}

/** [1] what is left after `elapsed` of what fades with a time constant, in s; of none nothing. */
const fades = (elapsed: Seconds, constant: number): number =>
  constant > 0 ? Math.exp((-1 * elapsed) / constant) : 0;

const lagging = (pace: number, velocity: number, elapsed: Seconds, axis: number): number =>
  velocity + (pace - velocity) * fades(elapsed, LAGS[axis] ?? 0);

function followed(
  before: Followed | undefined,
  now: Reading | undefined,
  velocity: number,
  axis: number,
): Followed | undefined {
  const told = Math.abs(velocity) >= CREEP;
  const same = repeated(before, now, told);
  if (same === undefined || now === undefined) return undefined;
  const begun = { rested: seconds(0), stood: now.reading };
  const elapsed = elapsedSince(before, now);
  if (before === undefined || elapsed === undefined) return { ...same, behind: 0, pace: velocity, ...begun };
  const pace = lagging(before.pace, velocity, elapsed, axis);
  const way = wayBetween(before.reading, now.reading);
  if (!told && Math.abs(way) > LEAP) return { ...same, behind: 0, pace, ...begun };
  const missed = told || HOLDS[axis] === true ? pace * elapsed - way : 0;
  const behind = before.behind * fades(elapsed, FORGOTTEN) + missed;
  const rested = seconds(told ? 0 : before.rested + elapsed);
  return { ...same, behind, pace, rested, stood: stoodAt(before, now, rested, axis) };
}

/** Where it is to stay: where it had settled; whoever strayed was seen to, and is watched from where they are then. */
const stoodAt = (before: Followed, now: Reading, rested: Seconds, axis: number): readonly number[] =>
  rested < SETTLES || strayed(before, axis) > 1 ? now.reading : before.stood;

/** [1] how far from where it stood, as a share of what is borne. */
const strayed = ({ stood, reading }: Followed, axis: number): number =>
  Math.abs(wayBetween(stood, reading)) / (STRAYED[axis] ?? NaN);

/** How far an axis went from one reading to the next, in m or rad; the base's place goes along its heading. */
function wayBetween(from: readonly number[], to: readonly number[]): number {
  const [x = NaN, y = NaN, yaw = NaN] = to;
  const [x0 = NaN, y0 = NaN] = from;
  if (to.length > 1) return (x - x0) * Math.cos(yaw) + (y - y0) * Math.sin(yaw);
  return Math.abs(x - x0) > Math.PI ? x - x0 - 2 * Math.PI * Math.sign(x - x0) : x - x0;
}

/** Looks at `now`. `loaded`: the pads touch or bear somebody, whose breath alone changes what the force sensors read. */
export function hearAnswers(now: Seconds, before: Answers, told: Told, loaded: boolean): Answers {
  const velocities = velocitiesOf(told.drives, now);
  const moves = velocities.some((velocity) => Math.abs(velocity) >= CREEP);
  return {
    axes: readingsOf(told).map((reading, axis) =>
      followed(before.axes[axis], reading, velocities[axis] ?? 0, axis),
    ),
    senses: sensesOf(told).map((reading, place) => repeated(before.senses[place], reading, loaded || moves)),
  };
}

const longest = (all: Answers["senses"]) => seconds(Math.max(0, ...all.map((one) => one?.still ?? 0)));

/** As the rules see it (`Observations`). */
export const answersSeen = ({ axes, senses }: Answers) => ({
  deviation: Math.max(0, ...axes.map((one, axis) => Math.abs(one?.behind ?? 0) / (DEVIATION[axis] ?? NaN))),
  unrest: Math.max(0, ...axes.map((one, axis) => (one ? strayed(one, axis) : 0))),
  motionFrozen: longest(axes),
  senseFrozen: longest(senses),
});
