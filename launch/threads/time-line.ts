// The line from the machine's time to simulated time: where it begins, how steep it is, and where it stops. Pure.

/** All times in nanoseconds: whole numbers, exact for a hundred days. */
export interface TimeLine {
  /** The machine's time, since the graph's opening, from which on it holds. */
  readonly from: number;
  /** Simulated time then. */
  readonly at: number;
  /** [1] simulated time a machine's time, until `from`: a change takes effect a little later than it is made. */
  readonly before: number;
  /** The same from then on. */
  readonly rate: number;
  /** Simulated time stands still here; infinite while it is to go on. */
  readonly until: number;
}

/** As the machine's own time. */
export const PLAIN: TimeLine = { from: 0, at: 0, before: 1, rate: 1, until: Infinity };

/** The simulated time that a line shows at this time of the machine. */
export function shownBy({ from, at, before, rate, until }: TimeLine, machine: number): number {
  const since = machine - from;
  return Math.min(at + since * (since < 0 ? before : rate), until);
}

/** How long the machine's time has to go on until the line shows `due`; infinite when it never will. */
export function waitUntil(line: TimeLine, machine: number, due: number): number {
  const { from, at, before, rate, until } = line;
  const shown = shownBy(line, machine);
  if (due <= shown) return 0;
  if (due > until) return Infinity;
  if (machine >= from) return (due - shown) / rate;
  return due <= at ? (due - shown) / before : from - machine + (due - at) / rate;
}

export const standsAt = (line: TimeLine, machine: number): boolean => shownBy(line, machine) >= line.until;

export interface Turn {
  readonly rate?: number;
  /** Where it is to stop, told the simulated time at which the change takes effect; left out, where it was to stop. */
  readonly until?: (at: number) => number;
}

/** The line after a change that takes effect at `from`: what was shown before is not set back. */
export function turned(line: TimeLine, from: number, { rate = line.rate, until }: Turn): TimeLine {
  const at = shownBy(line, from);
  const before = standsAt(line, from) ? 0 : line.rate;
  return { from, at, before, rate, until: until?.(at) ?? line.until };
}
