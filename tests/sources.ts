// The project's own source files and what each imports, for the tests of the house.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/** Files of the project that git knows or would take up, with these endings. */
export function projectFiles(...endings: readonly string[]): string[] {
  return execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  })
    .split("\n")
    .filter((path) => endings.some((ending) => path.endsWith(ending)));
}

export const textOf = (path: string) => readFileSync(join(ROOT, path), "utf8");

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(?:[^"';]*?\bfrom\s+)?["']([^"']+)["']|import\(\s*["']([^"']+)["']/g;

/** What a file imports: paths from the project's root, or package names. */
export const importsOf = (path: string): string[] =>
  [...textOf(path).matchAll(IMPORT)].map(([, from, dynamic]) => {
    const target = from ?? dynamic ?? "";
    return target.startsWith(".") ? normalize(join(dirname(path), target)) : target;
  });

export const isTest = (path: string) => path.endsWith(".test.ts") || path.startsWith("tests/");
