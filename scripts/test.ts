// `npm test`: the checks, then every test project; `--json` ends with one line of JSON. Other words narrow the tests.
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { check } from "./check.ts";
import { ROOT } from "./machine.js";

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  success: z.boolean(),
});

const words = process.argv.slice(2).filter((word) => word !== "--json");
const started = performance.now();
const checked = words.length > 0 ? { ok: true, failed: [] } : check();
mkdirSync(join(ROOT, "out"), { recursive: true });
const file = join(ROOT, "out/test.json");
const { status } = spawnSync(
  "vitest",
  ["run", "--reporter=default", "--reporter=json", `--outputFile=${file}`, ...words],
  { cwd: ROOT, stdio: "inherit" },
);
const tests = report.parse(JSON.parse(readFileSync(file, "utf8")));
const ok = checked.ok && status === 0 && tests.success && tests.numPassedTests > 0;
if (!checked.ok) console.error(`dolbom: checks failed: ${checked.failed.join(", ")}`);
console.log(
  `tests: ${tests.numPassedTests} passed, ${tests.numFailedTests} failed, ${tests.numPendingTests} skipped`,
);
if (process.argv.includes("--json"))
  console.log(
    JSON.stringify({
      ok,
      passed: tests.numPassedTests,
      failed: tests.numFailedTests,
      skipped: tests.numPendingTests,
      failed_checks: checked.failed,
      duration_s: Math.round((performance.now() - started) / 1000),
    }),
  );
process.exitCode = ok ? 0 : 1;
