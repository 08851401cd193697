// The report page: one HTML file with the table, a plot for each family, what failed, and the replay of the worst run.
import { svgOf, type Chart } from "../scenarios/alone/svg.ts";
import { storyOf } from "./catalogue.ts";
import { isRound, type Verdict } from "./judge.ts";
import type { Played } from "./played.ts";
import { POLICIES, POLICY_NAMES } from "./policies.ts";
import { replayView } from "./replay-view.ts";
import { BOUNDS, type Family } from "./story.ts";
import { COLUMNS } from "./table.ts";

const escaped = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
const cells = (tag: "td" | "th", texts: readonly string[]) =>
  `<tr>${texts.map((text) => `<${tag}>${escaped(text)}</${tag}>`).join("")}</tr>`;
const table = (head: readonly string[], lines: readonly (readonly string[])[]) =>
  `<table>${cells("th", head)}${lines.map((line) => cells("td", line)).join("")}</table>`;

/** How long it took and how much the pads carried; the grey band is what the bound allows. */
function chartOf(family: Family, played: readonly Played[]): Chart {
  return {
    title: `${family}: time and load`,
    x: { label: "until it was over, s", least: 0, most: 180, step: 30 },
    y: { label: "most on the pads, % of body weight", least: 0, most: 120, step: 20 },
    band: { from: [0, 0], to: [180, 100 * BOUNDS.support.most], label: "allowed" },
    series: POLICY_NAMES.map((policy) => ({
      label: policy,
      points: played
        .filter((run) => run.policy === policy && run.family === family)
        .map((run) => [run.duration_s, 100 * run.peak_support_bw] as const),
    })),
  };
}

/** The whole page; it asks for nothing from outside. `worst` is a run that was filmed. */
export function reportOf(verdict: Verdict, played: readonly Played[], worst: Played | undefined): string {
  const tried = played.filter(({ place }) => place !== "not played");
  const families = [...new Set(tried.filter((run) => !isRound(run)).map(({ family }) => family))];
  const { separations, failures, rows } = verdict;
  const title = `CareBench: ${verdict.runs} runs of ${verdict.stories} stories`;
  const policies = Object.entries(POLICIES).map(([name, { title: text }]) => [name, text.ko, text.en]);
  const apart = separations.map(({ between: [a, b], outcome, first, second, p, separated }) => [
    `${a} / ${b}`,
    outcome,
    `${first} / ${second}`,
    p.toPrecision(2),
    separated ? "yes" : "no",
  ]);
  const failed = failures.map(({ story, policy, failed: count, runs, why }) => {
    const { title: words } = storyOf(story);
    return [story, words.ko, words.en, policy, `${count}/${runs}`, why.join("; ")];
  });
  const replay =
    worst?.film === undefined
      ? ""
      : `<h2>${escaped(`Worst run: ${worst.story}, ${worst.policy}, seed ${worst.seed}: ${worst.why.join("; ")}`)}</h2>${replayView(worst.film)}`;
  return `<!doctype html>
<html lang="ko"><meta charset="utf-8"><title>${escaped(title)}</title>
<style>body{font:15px sans-serif;margin:2em;max-width:75em}table{border-collapse:collapse;margin:1em 0}td,th{border:1px solid #bbb;padding:.2em .5em;text-align:left}svg{max-width:100%}</style>
<h1>${escaped(title)}</h1>
${table(["policy", "한국어", "English"], policies)}
${table(
  COLUMNS.map(([name]) => name),
  rows.map((row) => COLUMNS.map(([, value]) => value(row))),
)}
<h2>Do the policies differ?</h2>
${table(["policies", "outcome", "only the first / the second", "p (exact sign test)", "separated"], apart)}
<h2>Plots</h2>
${families.map((family) => svgOf(chartOf(family, tried))).join("\n")}
<h2>What failed</h2>
${table(["story", "한국어", "English", "policy", "runs", "why"], failed)}
${replay}
</html>
`;
}
