// Reads the gate's report as a person asks it: what holds motion back now, and which orders are refused. Text keys.
import type { GateReport } from "../../../core/messages.ts";
import { secondsOf } from "../../../core/time.ts";

/** Limits that every motion meets, and a lock, which the supervisor explains itself. */
const ORDINARY = /^(?:locked|gap|not_finite|.*\.(?:speed|acceleration))$/;

/** What shortens or stops what is asked, each once: "near.stop" and "near" are one, and so are the ends of all joints. */
export const heldBackBy = ({ limiting }: GateReport): readonly string[] => [
  ...new Set(
    limiting
      .filter((name) => !ORDINARY.test(name))
      .map((name) => `limit.${name.endsWith(".range") ? "range" : name.replace(/\.stop$/, "")}`),
  ),
];

/** s for which a refusal is told after the last of its kind: long enough to be read. */
const TOLD_FOR = 3;

/** The report that was read last, and when each refusal was last counted, by the robot's clock. */
export interface Refusals {
  readonly report: GateReport | undefined;
  readonly at: ReadonlyMap<string, number>;
}
export const NONE_REFUSED: Refusals = { report: undefined, at: new Map() };

/** After another report. Of the first one nothing is told: its counts are since the robot's start. */
export function afterReport({ report, at }: Refusals, next: GateReport): Refusals {
  if (report === undefined) return { report: next, at };
  const before = new Map(report.reject_reasons.map((reason, place) => [reason, report.reject_counts[place]]));
  const now = secondsOf(next.header.stamp);
  const lasting = [...at].filter(([, last]) => now - last <= TOLD_FOR);
  const fresh = next.reject_reasons.filter(
    (reason, place) => (next.reject_counts[place] ?? 0) > (before.get(reason) ?? 0),
  );
  return { report: next, at: new Map([...lasting, ...fresh.map((reason) => [reason, now] as const)]) };
}

export const refusedNow = ({ at }: Refusals): readonly string[] =>
  [...at.keys()].map((reason) => `refused.${reason}`);
