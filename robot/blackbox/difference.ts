// The first difference between two values, down to the bit: -0 is not 0, and NaN is NaN.

export interface Difference {
  /** Where, e.g. "said[0][1].speed_scale". */
  readonly where: string;
  readonly then: string;
  readonly now: string;
}

/** The first place where two plain values differ, or undefined. */
export function firstDifference(then: unknown, now: unknown, where = ""): Difference | undefined {
  if (Object.is(then, now)) return undefined;
  if (!isBranch(then) || !isBranch(now) || kindOf(then) !== kindOf(now))
    return { where, then: shown(then), now: shown(now) };
  const keys = new Set([...Object.keys(then), ...Object.keys(now)]);
  for (const key of keys) {
    const found = firstDifference(then[key], now[key], joined(where, key));
    if (found !== undefined) return found;
  }
  return undefined;
}

type Branch = Readonly<Record<string, unknown>>;
const isBranch = (value: unknown): value is Branch => typeof value === "object" && value !== null;
const kindOf = (value: Branch) => Object.prototype.toString.call(value);
const joined = (where: string, key: string) =>
  /^\d+$/.test(key) ? `${where}[${key}]` : where === "" ? key : `${where}.${key}`;

const MOST = 200;
/** Short enough for a line. */
function shown(value: unknown): string {
  const text = Object.is(value, -0)
    ? "-0"
    : typeof value === "number"
      ? String(value)
      : JSON.stringify(value);
  return text === undefined ? "nothing" : text.length > MOST ? `${text.slice(0, MOST)}…` : text;
}
