// The verdict as text for a terminal: a table, what differs, and what failed.
import type { Row, Verdict } from "./judge.ts";

const figure = (value: number | undefined, digits: number) =>
  value === undefined ? "–" : Number.isFinite(value) ? value.toFixed(digits) : "∞";
const percent = (value: number | undefined) =>
  value === undefined ? "–" : Number.isFinite(value) ? `${Math.round(100 * value)} %` : "∞";

/** Names and values of a row, in the order of the columns. */
export const COLUMNS: readonly (readonly [name: string, value: (row: Row) => string])[] = [
  ["family", (row) => row.family],
  ["policy", (row) => row.policy],
  ["stories", (row) => `${row.stories_passed}/${row.stories}`],
  ["runs", (row) => `${row.passed}/${row.runs}`],
  ["helped", (row) => `${row.helped}/${row.runs}`],
  ["unharmed", (row) => `${row.unharmed}/${row.runs}`],
  ["falls", (row) => String(row.falls)],
  ["near", (row) => String(row.near_falls)],
  ["stepped in", (row) => String(row.interventions)],
  ["support", (row) => percent(row.peak_support_bw)],
  ["tilt °", (row) => figure(row.peak_tilt_deg, 1)],
  ["contact", (row) => figure(row.worst_contact_of_limit, 2)],
  ["hip N·m/kg", (row) => figure(row.peak_hip_moment, 2)],
  ["knee N·m/kg", (row) => figure(row.peak_knee_moment, 2)],
  ["margin m", (row) => figure(row.least_margin_m, 3)],
  ["time s", (row) => figure(row.median_s, 0)],
  ["told s", (row) => figure(row.median_found_s, 1)],
  ["told wrongly", (row) => figure(row.told_wrongly, 0)],
];

export function tableOf({ rows, separations, failures }: Verdict): string {
  const cells = [COLUMNS.map(([name]) => name), ...rows.map((row) => COLUMNS.map(([, value]) => value(row)))];
  const widths = COLUMNS.map((_, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  const lines = cells.map((line) => line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
  const apart = separations.map(
    ({ between: [a, b], outcome, first, second, p, separated }) =>
      `${a} against ${b}, ${outcome}: only ${a} ${first}, only ${b} ${second}, p = ${p.toPrecision(2)}: ${separated ? "separated" : "not separated"}`,
  );
  const failed = failures.map(
    ({ story, policy, failed: count, runs, why }) =>
      `${story}, ${policy}: ${count}/${runs} failed: ${why.join("; ")}`,
  );
  return [...lines, "", ...apart, "", ...failed].join("\n");
}
