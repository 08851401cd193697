// What a recorded walk comes to: speed, cadence, step length, double support and sway over its middle; and how a fall went.
import type { Moment } from "../../../sim/walking/record.ts";

export interface Walk {
  /** m/s */
  readonly speed: number;
  /** steps a minute */
  readonly cadence: number;
  /** m */
  readonly stepLength: number;
  /** Share of the time with both soles on the floor, %. */
  readonly doubleSupport: number;
  /** From side to side within a stride, mean over strides, m. */
  readonly sway: number;
}

/** The middle of the way, m: after the start, before the stop. */
const MIDDLE = { from: 2, to: 8 } as const;
/** A sole that was in the air for so long has swung, s. */
const SWUNG = 0.1;

interface Landing {
  readonly time: number;
  readonly side: 0 | 1;
  readonly at: number;
}

/** Each landing of a foot that had swung. The ankle's place is that of a moment later, when the foot is flat. */
function landings(moments: readonly Moment[]): Landing[] {
  const found: Landing[] = [];
  for (const side of [0, 1] as const) {
    let air = 0;
    moments.forEach((moment, i) => {
      const before = moments[i - 1]?.time ?? moment.time;
      if (!moment.soles[side]) air += moment.time - before;
      else if (air > SWUNG) {
        const flat = moments[Math.min(i + 10, moments.length - 1)];
        found.push({ time: moment.time, side, at: flat?.ankles[side] ?? NaN });
      }
      if (moment.soles[side]) air = 0;
    });
  }
  return found.toSorted((a, b) => a.time - b.time);
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Of who has crossed the middle of the way; undefined when they have not. */
export function walkOf(moments: readonly Moment[]): Walk | undefined {
  const [first, last] = [
    moments.find(({ along }) => along >= MIDDLE.from),
    moments.find(({ along }) => along >= MIDDLE.to),
  ];
  if (first === undefined || last === undefined) return undefined;
  const middle = moments.filter(({ time }) => time >= first.time && time <= last.time);
  const steps = landings(middle);
  const apart = steps.slice(1).map((step, i) => step.time - (steps[i]?.time ?? NaN));
  const lengths = steps.slice(1).map((step, i) => step.at - (steps[i]?.at ?? NaN));
  const ofOneSide = steps.filter(({ side }) => side === 0);
  const sways = ofOneSide.slice(1).map((step, i) => {
    const from = ofOneSide[i]?.time ?? NaN;
    const lefts = middle.filter(({ time }) => time >= from && time <= step.time).map(({ left }) => left);
    return Math.max(...lefts) - Math.min(...lefts);
  });
  return {
    speed: (last.along - first.along) / (last.time - first.time),
    cadence: 60 / mean(apart),
    stepLength: mean(lengths),
    doubleSupport: (100 * middle.filter(({ soles: [a, b] }) => a && b).length) / middle.length,
    sway: mean(sways),
  };
}

export interface WalkFall {
  /** From the loss of balance to the pelvis on the floor, s; the pelvis's downward speed then, m/s. */
  readonly imbalance: number;
  readonly impact: number;
  readonly firstDown: string;
}

/** The fall that ended with the pelvis on the floor; balance was lost at `lost`, s. */
export function walkFallOf(moments: readonly Moment[], lost: number): WalkFall | undefined {
  const impact = moments.find(({ down }) => down.includes("pelvis"));
  if (impact === undefined) return undefined;
  const firstDown = moments.find(({ down }) => down.length > 0)?.down[0] ?? "";
  return { imbalance: impact.time - lost, impact: -impact.pelvisUp, firstDown };
}
