// `npm run check`: format, types, lint and unused code; `--json` ends with one line of JSON.
import { spawnSync } from "node:child_process";
import { ROOT } from "./machine.js";

const STEPS: Readonly<Record<string, readonly (readonly string[])[]>> = {
  format: [["prettier", "--check", "--log-level", "warn", "."]],
  types: [
    ["tsc", "-p", "."],
    ["tsc", "-p", "core"],
    ["tsc", "-p", "teleop-ui/web"],
  ],
  lint: [["oxlint", "--type-aware", "--deny-warnings"]],
  unused: [["knip"]],
};

/** Runs every step, also after one failed; tells which failed. */
export function check(): { ok: boolean; failed: string[] } {
  const failed = Object.entries(STEPS)
    .filter(([name, commands]) => {
      console.error(`dolbom: check ${name}`);
      return commands.some(
        ([program = "", ...args]) => spawnSync(program, args, { cwd: ROOT, stdio: "inherit" }).status !== 0,
      );
    })
    .map(([name]) => name);
  return { ok: failed.length === 0, failed };
}

if (import.meta.main) {
  const result = check();
  if (!result.ok) console.error(`dolbom: failed: ${result.failed.join(", ")}`);
  if (process.argv.includes("--json")) console.log(JSON.stringify({ ok: result.ok, failed: result.failed }));
  process.exitCode = result.ok ? 0 : 1;
}
