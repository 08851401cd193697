// Builds what a clone does not carry: the pose model from its package, the page from its sources; only when missing or old.
import { existsSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { buildPoseModels } from "./build-pose-model.ts";
import { ROOT } from "./machine.js";

/** The newest change of any file below these folders. */
function newest(...folders: readonly string[]): number {
  const times = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.name.endsWith(".test.ts"))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  return Math.max(...times);
}

async function buildPage(): Promise<void> {
  const page = join(ROOT, "dist/web/index.html");
  if (existsSync(page) && statSync(page).mtimeMs > newest("teleop-ui/web", "core")) return;
  console.error("dolbom: building the page");
  rmSync(join(ROOT, "dist/web"), { recursive: true, force: true });
  await build({
    root: join(ROOT, "teleop-ui/web"),
    configFile: join(ROOT, "teleop-ui/web/vite.config.ts"),
    logLevel: "warn",
  });
}

const steps: Readonly<Record<string, () => Promise<void>>> = {
  model: async () => void (await buildPoseModels()),
  page: buildPage,
};
for (const name of process.argv.slice(2)) {
  const step = steps[name];
  if (step === undefined)
    throw new Error(`nothing to prepare is called ${name}; expected ${Object.keys(steps).join(" or ")}`);
  await step();
}
