// The extrapolated centre of mass (Hof 2008) along a planned centre of pressure: where it must be now to stay bounded.

export type Floor = readonly [x: number, y: number];

/** The planned centre of pressure is here so long from now; straight lines between. */
export interface Knot {
  readonly in: number;
  readonly at: Floor;
}

/** The pendulum's own frequency, 1/s, of a centre of mass at this height, m. */
export const frequency = (height: number): number => Math.sqrt(9.81 / height);

/** Where the pressure is meant to be now. The first knot is now or in the past. */
export function pressureOf(knots: readonly Knot[]): Floor {
  const next = knots.findIndex((knot) => knot.in > 0);
  const [a, b] = [knots.at(next < 0 ? -1 : Math.max(0, next - 1)), knots[next]];
  if (a === undefined) throw new Error("capture: expected a plan");
  if (next <= 0 || b === undefined) return a.at;
  const u = -a.in / (b.in - a.in);
  return [a.at[0] + u * (b.at[0] - a.at[0]), a.at[1] + u * (b.at[1] - a.at[1])];
}

/** The extrapolated centre of mass of now from which the plan ends at rest over its last knot. */
export function extrapolatedOf(knots: readonly Knot[], omega: number): Floor {
  const last = knots.at(-1);
  if (last === undefined) throw new Error("capture: expected a plan");
  let [x, y] = last.at;
  for (let i = knots.length - 1; i > 0; i--) {
    const [a, b] = [knots[i - 1], knots[i]];
    if (a === undefined || b === undefined) break;
    const start = Math.max(a.in, 0);
    const time = b.in - start;
    if (time <= 0) continue;
    const slope = [(b.at[0] - a.at[0]) / (b.in - a.in), (b.at[1] - a.at[1]) / (b.in - a.in)] as const;
    const decay = Math.exp(-omega * time);
    const begin = [a.at[0] + slope[0] * (start - a.in), a.at[1] + slope[1] * (start - a.in)] as const;
    x = begin[0] + slope[0] / omega + (x - b.at[0] - slope[0] / omega) * decay;
    y = begin[1] + slope[1] / omega + (y - b.at[1] - slope[1] / omega) * decay;
  }
  return [x, y];
}
