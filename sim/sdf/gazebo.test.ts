// Gazebo's own parser over every model and world of ours: accepted, and without a warning.
import { execFile, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { MODELS, modelNames } from "../library.ts";
import { residentSdf } from "../resident/body.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";

const run = promisify(execFile);
/** [ms] it takes seconds a file, and more on a busy machine */
const TIMEOUT = 300_000;
const sdformat = spawnSync("ign", ["sdf", "--help"]).status === 0;
/** The resident is written for each ride, and the ward includes them by this name. */
const folder = mkdtempSync(join(tmpdir(), "sdf-"));
writeFileSync(join(folder, "resident.sdf"), residentSdf(DEFAULT_RESIDENT));

const files = [
  ...readdirSync(MODELS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".sdf"))
    .map((path) => join(MODELS, path)),
  join(folder, "resident.sdf"),
];

test("every model and two worlds are there to look at", () =>
  expect(files.length).toBe(modelNames().length + 3));

test.skipIf(!sdformat).concurrent.each(files)(
  "%s is valid (skipped: ign sdf is not installed)",
  async (file) => {
    const env = { ...process.env, SDF_PATH: `${MODELS}:${folder}` };
    const { stdout, stderr } = await run("ign", ["sdf", "-k", file], { env });
    expect(stdout).toContain("Valid");
    expect(stderr).not.toMatch(/warning/i);
  },
  TIMEOUT,
);
