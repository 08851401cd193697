// `npm run mutate`: breaks core/safety and core/motion in every small way and counts how often a test notices.
import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";

const ROOT = join(import.meta.dirname, "..");
const STRYKER = join(ROOT, "node_modules/@stryker-mutator/core/bin/stryker.js");
const REPORT = join(ROOT, ".cache/stryker-report.json");
/** What became of each mutant at the last run with `--incremental`, and which tests it met. */
const KNOWN = ".cache/stryker-incremental.json";
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

/** A mutant that runs for ever is noticed too; on a busy machine one that is merely slow may be taken for such. */
const TIMED_OUT = "Timeout";
const NOTICED = ["Killed", TIMED_OUT];
const MISSED = ["Survived", "NoCoverage"];

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      json: { type: "boolean", default: false },
      // tests anew only what changed in a mutated file or in a test of it: what else they import it does not look at
      incremental: { type: "boolean", default: false },
    },
  });
  rmSync(REPORT, { force: true });
  const only = positionals.length > 0 ? ["--mutate", positionals.join(",")] : [];
  const again = values.incremental ? ["--incremental", "--incrementalFile", KNOWN] : [];
  const { status } = spawnSync(process.execPath, [STRYKER, "run", ...only, ...again], {
    cwd: ROOT,
    stdio: ["ignore", 2, 2],
  });
  if (status !== 0) throw new Error(`Stryker ended with ${status}: do the tests of core pass?`);
  const report = JSON.parse(readFileSync(REPORT, "utf8")) as Report;
  const files = Object.entries(report.files).map(([file, { mutants }]) => {
    const missed = mutants.filter((mutant) => MISSED.includes(mutant.status));
    const noticed = mutants.filter((mutant) => NOTICED.includes(mutant.status)).length;
    const timedOut = mutants.filter((mutant) => mutant.status === TIMED_OUT).length;
    return { file, noticed, timedOut, missed };
  });
  const noticed = files.reduce((sum, file) => sum + file.noticed, 0);
  const timedOut = files.reduce((sum, file) => sum + file.timedOut, 0);
  const missed = files.reduce((sum, file) => sum + file.missed.length, 0);
  const score = (100 * noticed) / Math.max(1, noticed + missed);
  if (!values.json)
    for (const { file, missed: survivors } of files)
      for (const { location, mutatorName, replacement = "" } of survivors)
        console.log(`${file}:${location.start.line} ${mutatorName} → ${replacement.replaceAll(/\s+/g, " ")}`);
  console.log(
    JSON.stringify({
      ok: score >= AIM,
      score_percent: Math.round(10 * score) / 10,
      noticed,
      timed_out: timedOut,
      missed,
      incremental: values.incremental,
    }),
  );
  process.exitCode = score >= AIM ? 0 : 1;
} catch (error) {
  console.error(`dolbom mutate: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
