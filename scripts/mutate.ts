// `npm run mutate`: breaks core/safety and core/motion in every small way and counts how often a test notices.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const ROOT = join(import.meta.dirname, "..");
const STRYKER = join(ROOT, "node_modules/@stryker-mutator/core/bin/stryker.js");
const REPORT = join(ROOT, ".cache/stryker-report.json");
/** [%] of the mutants that a test must notice. */
const AIM = 90;

/** Of Stryker's report (mutation-testing-report-schema): what became of each mutant. */
interface Report {
  readonly files: Readonly<
    Record<
      string,
      {
        readonly mutants: readonly {
          readonly status: string;
          readonly mutatorName: string;
          readonly replacement?: string;
          readonly location: { readonly start: { readonly line: number } };
        }[];
      }
    >
  >;
}

const NOTICED = ["Killed", "Timeout"];
const MISSED = ["Survived", "NoCoverage"];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  rmSync(REPORT, { force: true });
  const only = positionals.length > 0 ? ["--mutate", positionals.join(",")] : [];
  const { status } = spawnSync(process.execPath, [STRYKER, "run", ...only], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error(`Stryker ended with ${status}: do the tests of core pass?`);
  const report = JSON.parse(readFileSync(REPORT, "utf8")) as Report;
  const files = Object.entries(report.files).map(([file, { mutants }]) => {
    const missed = mutants.filter((mutant) => MISSED.includes(mutant.status));
    return { file, noticed: mutants.filter((mutant) => NOTICED.includes(mutant.status)).length, missed };
  });
  const noticed = files.reduce((sum, file) => sum + file.noticed, 0);
  const missed = files.reduce((sum, file) => sum + file.missed.length, 0);
  const score = (100 * noticed) / Math.max(1, noticed + missed);
  if (!values.json)
    for (const { file, missed: survivors } of files)
      for (const { location, mutatorName, replacement = "" } of survivors)
        console.log(`${file}:${location.start.line} ${mutatorName} → ${replacement.replaceAll(/\s+/g, " ")}`);
  console.log(
    JSON.stringify({ ok: score >= AIM, score_percent: Math.round(10 * score) / 10, noticed, missed }),
  );
  process.exitCode = score >= AIM ? 0 : 1;
} catch (error) {
  console.error(`dolbom mutate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
