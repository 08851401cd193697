// Puts what was measured at its own times onto one grid: the last value, as long as it was fresh.
import type { Curves } from "../../core/incident.ts";
import { milliseconds } from "../../core/units.ts";

/** As fine as a screen shows a minute. */
const STEP = milliseconds(50);
/** A value is shown no longer than this after it came: beyond it nothing was known. */
const FRESH = milliseconds(500);
type Name = Exclude<keyof Curves, "t">;
const NAMES: readonly Name[] = [
  "force_left",
  "force_right",
  "contact",
  "lift_command",
  "lift_speed",
  "drive_command",
  "drive_speed",
];

/** Times are in seconds from the incident; values that are no numbers are not known. */
export class CurveDrawer {
  readonly #from: number;
  readonly #until: number;
  readonly #points = new Map<Name, { readonly t: number; readonly value: number }[]>();

  constructor(from: number, until: number) {
    this.#from = from;
    this.#until = until;
  }

  /** In the order of time. */
  add(name: Name, t: number, value: number | undefined): void {
    const points = this.#points.get(name) ?? [];
    points.push({ t, value: value ?? NaN });
    this.#points.set(name, points);
  }

  drawn(): Curves {
    const count = Math.round((this.#until - this.#from) / STEP) + 1;
    const t = Array.from({ length: count }, (_, i) => this.#from + i * STEP);
    const drawn = NAMES.map((name) => [name, this.#drawnAt(t, this.#points.get(name) ?? [])] as const);
    return { t, ...(Object.fromEntries(drawn) as Record<Name, (number | null)[]>) };
  }

  #drawnAt(grid: readonly number[], points: readonly { readonly t: number; readonly value: number }[]) {
    let next = 0;
    return grid.map((t) => {
      while (next < points.length && (points[next]?.t ?? Infinity) <= t) next += 1;
      const last = points[next - 1];
      return last !== undefined && t - last.t <= FRESH && Number.isFinite(last.value) ? last.value : null;
    });
  }
}
