// `npm run carebench -- --seeds N --only FAMILY|STORY --policy P --json`: the care benchmark over the cores, to a table and a verdict.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { CATALOGUE } from "./carebench/catalogue.ts";
import { judge, worstOf } from "./carebench/judge.ts";
import { playAll } from "./carebench/play-all.ts";
import { play } from "./carebench/play.ts";
import type { Played } from "./carebench/played.ts";
import { POLICY_NAMES } from "./carebench/policies.ts";
import { reportOf } from "./carebench/report.ts";
import { FAMILIES } from "./carebench/story.ts";
import { tableOf } from "./carebench/table.ts";
import { wholeNumber } from "./options.ts";

const REPORT = join(import.meta.dirname, "../out/carebench/report.html");
const MOST_SEEDS = 1000;

function oneOf<T extends string>(
  option: string,
  value: string | undefined,
  known: readonly T[],
): readonly T[] {
  if (value === undefined) return known;
  const one = known.find((name) => name === value);
  if (one === undefined) throw new Error(`--${option} ${value}: expected one of ${known.join(", ")}`);
  return [one];
}

function words() {
  const { values } = parseArgs({
    args: process.argv.slice(2),
    options: {
      seeds: { type: "string", default: "5" },
      seed: { type: "string", default: "1" },
      only: { type: "string" },
      policy: { type: "string" },
      json: { type: "boolean", default: false },
    },
  });
  const count = wholeNumber("seeds", values.seeds, 1, MOST_SEEDS);
  const first = wholeNumber("seed", values.seed, 0, 2 ** 31 - 1 - MOST_SEEDS);
  return {
    seeds: Array.from({ length: count }, (_, i) => first + i),
    only: oneOf("only", values.only, [...FAMILIES, ...CATALOGUE.map(({ id }) => id)]),
    policies: oneOf("policy", values.policy, POLICY_NAMES),
    json: values.json,
  };
}

/** Four digits; JSON has no infinity, so a touch of head or face, of no limit at all, becomes null. */
const plain = (_: string, value: unknown) => (typeof value === "number" ? Number(value.toFixed(4)) : value);

try {
  const { seeds, only, policies, json } = words();
  const stories = CATALOGUE.filter(({ id, family }) => only.includes(family) || only.includes(id));
  const each = (run: Played) =>
    console.error(`${run.story} ${run.seed} ${run.policy}: ${run.why.join("; ") || "passed"}`);
  const all = await playAll(stories, seeds, policies, each);
  const verdict = judge(all);
  const worst = worstOf(all);
  // the same seed is the same run: only the worst one is filmed
  const again = worst && { story: worst.story, policy: worst.policy, film: true };
  const filmed = again && (await play(worst.seed, again));
  mkdirSync(dirname(REPORT), { recursive: true });
  writeFileSync(REPORT, reportOf(verdict, all, filmed));
  console.error(`dolbom: wrote ${REPORT}`);
  console.log(json ? JSON.stringify({ ...verdict, played: all }, plain) : tableOf(verdict));
  process.exitCode = verdict.ok ? 0 : 1;
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
