// What a recorded story of a person alone comes to: when a rise began and ended and how far they leant; how a fall went.
import { inDegrees, radians } from "../../../core/units.ts";
import type { Sample } from "../../../sim/sensors/kinematics.ts";

export interface Rise {
  /** From the trunk's first movement to extended hips, s: phases I to III of Schenkman 1990. */
  readonly duration: number;
  /** The trunk's furthest forward lean in it, deg. */
  readonly lean: number;
}

/** The hips are this far up, as a share of standing, and 3 cm off the seat (DOMAIN §2.1): the rise is on. */
const ALMOST_UP = 0.95;
const OFF_THE_SEAT = 0.03;
/** The trunk moves from this rate on, rad/s (5°/s). */
const MOVES = 0.087;
/** Hips that extend by less than this share of their peak rate have ended extending. */
const ENDED = 0.1;

/** The rise that led to standing, or undefined when there was none. The samples begin on the seat. */
export function riseOf(samples: readonly Sample[]): Rise | undefined {
  const seat = samples[0]?.pelvisHeight ?? NaN;
  const up = samples.findIndex(({ stance }) => stance >= ALMOST_UP);
  if (up < 0) return undefined;
  const off = samples.findLastIndex(({ pelvisHeight }, i) => i < up && !(pelvisHeight > seat + OFF_THE_SEAT));
  const rate = (i: number, of: "trunkLean" | "hipFlexion") => {
    const [a, b] = [samples[i - 1], samples[i]];
    return a && b ? (b[of] - a[of]) / (b.time - a.time) : 0;
  };
  const fastest = peak(Math.max(1, off - 300), off, (i) => rate(i, "trunkLean"));
  const begin = samples.findLastIndex((_, i) => i < fastest && rate(i, "trunkLean") < MOVES);
  const extending = peak(off, up + 50, (i) => -rate(i, "hipFlexion"));
  const most = -rate(extending, "hipFlexion");
  const end = samples.findIndex(
    (_, i) => i >= Math.max(up, extending) && -rate(i, "hipFlexion") < ENDED * most,
  );
  const [first, last] = [samples[begin], samples[end]];
  if (first === undefined || last === undefined) return undefined;
  const leans = samples.slice(begin, end + 1).map(({ trunkLean }) => trunkLean);
  return { duration: last.time - first.time, lean: inDegrees(radians(Math.max(...leans))) };
}

/** Where between two places `of` is largest. */
function peak(from: number, to: number, of: (i: number) => number): number {
  let best = from;
  for (let i = from; i <= to; i++) if (of(i) > of(best)) best = i;
  return best;
}

export interface Fall {
  /** From the last moment with the extrapolated centre of mass over the feet to the pelvis on the floor, s. */
  readonly imbalance: number;
  /** From the start of the pelvis's descent, which does not pause again, to the floor, s. */
  readonly descent: number;
  /** The pelvis's vertical speed at the impact, m/s. */
  readonly speed: number;
  /** The first part of the body that touched the floor. */
  readonly firstDown: string;
}

/** Slower than this the pelvis does not descend, m/s [D]: a tenth of the slowest impacts there are. */
const DESCENDS = 0.1;

/** The fall that ended with the pelvis on the floor, or undefined when there was none. */
export function fallOf(samples: readonly Sample[]): Fall | undefined {
  const at = samples.findIndex(({ down }) => down.includes("pelvis"));
  const impact = samples[at];
  if (impact === undefined) return undefined;
  const before = (holds: (sample: Sample) => boolean) =>
    samples.findLast((sample, i) => i < at && holds(sample))?.time ?? samples[0]?.time ?? NaN;
  return {
    imbalance: impact.time - before(({ margin }) => margin > 0),
    descent: impact.time - before(({ pelvisUp }) => pelvisUp > -DESCENDS),
    speed: -impact.pelvisUp,
    firstDown: samples.find(({ down }) => down.length > 0)?.down[0] ?? "",
  };
}
