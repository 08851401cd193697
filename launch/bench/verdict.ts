// What a bench answers with: whether it is good enough, a few lines for a person, and figures with units in their names.
export interface Verdict {
  readonly ok: boolean;
  readonly text: readonly string[];
  readonly figures: Readonly<Record<string, number>>;
}

const DIGITS = 1000;

/** The figures as they are printed: three digits after the point. */
export const rounded = (figures: Verdict["figures"]): Verdict["figures"] =>
  Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, round(value)]));
export const round = (value: number): number => Math.round(value * DIGITS) / DIGITS;
