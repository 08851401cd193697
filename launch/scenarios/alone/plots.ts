// The plots of docs/people.md: success over strength, how long and how far people lean in rising, and how they fall.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { HEALTHY, SOURCE, STRENGTHS } from "./judge.ts";
import { CAUSES, type FallRun, type RiseRun } from "./stories.ts";
import { svgOf, type Chart } from "./svg.ts";

const FOLDER = join(import.meta.dirname, "../../../docs/img");
const percent = (share: number) => Math.round(100 * share);

function success(rises: readonly RiseRun[]): Chart {
  const points = STRENGTHS.map((strength) => {
    const all = rises.filter((run) => run.strength === strength);
    return [percent(strength), percent(all.filter(({ stood }) => stood).length / all.length)] as const;
  });
  return {
    title: "Who gets up alone",
    x: { label: "leg strength, % of what this person needs", least: 20, most: 100, step: 10 },
    y: { label: "stood up alone, %", least: 0, most: 100, step: 20 },
    line: points,
    series: [{ label: "without any help", points }],
  };
}

function rising(rises: readonly RiseRun[]): Chart {
  const { rise, lean } = SOURCE;
  return {
    title: "How they rise: time and lean of the trunk",
    x: { label: "from trunk flexion to extended hips, s", least: 1, most: 4, step: 0.5 },
    y: { label: "furthest lean of the trunk, °", least: 20, most: 80, step: 10 },
    band: { from: [rise.least, lean.least], to: [rise.most, lean.most], label: "healthy, literature" },
    series: [HEALTHY, 1, 0.9].map((strength) => ({
      label: strength === HEALTHY ? `healthy (${percent(strength)} %)` : `${percent(strength)} % strength`,
      points: rises.flatMap((run) =>
        run.strength === strength && run.duration !== undefined && run.lean !== undefined
          ? [[run.duration, run.lean] as const]
          : [],
      ),
    })),
  };
}

function falling(falls: readonly FallRun[]): Chart {
  const { descent, impact } = SOURCE;
  return {
    title: "How they fall: descent and impact of the pelvis",
    x: { label: "from start of descent to the floor, s", least: 0, most: 1.2, step: 0.2 },
    y: { label: "pelvis at impact, m/s", least: 0, most: 4, step: 0.5 },
    band: {
      from: [descent.mean - descent.spread, impact.mean - impact.spread],
      to: [descent.mean + descent.spread, impact.mean + impact.spread],
      label: "videos, mean ± SD",
    },
    series: CAUSES.map((cause) => ({
      label: cause.replace("_", " "),
      points: falls.flatMap((run) =>
        run.cause === cause && run.descent !== undefined && run.speed !== undefined
          ? [[run.descent, run.speed] as const]
          : [],
      ),
    })),
  };
}

/** Writes them and returns their files. */
export function writePlots(rises: readonly RiseRun[], falls: readonly FallRun[]): string[] {
  mkdirSync(FOLDER, { recursive: true });
  const charts = {
    "alone-success.svg": success(rises),
    "alone-rise.svg": rising(rises),
    "alone-fall.svg": falling(falls),
  };
  return Object.entries(charts).map(([name, chart]) => {
    const file = join(FOLDER, name);
    writeFileSync(file, svgOf(chart));
    return file;
  });
}
