// A process that is killed at any moment leaves a black box that opens, lacks at most its last second, and replays.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { partsOf } from "../../robot/blackbox/folder.ts";
import { judge } from "../../robot/blackbox/judge.ts";
import { openRecording } from "../../robot/blackbox/read.ts";
import { repair } from "../../robot/blackbox/repair.ts";
import { REPLAYED } from "../../robot/decisions.ts";
import { TELL_MS } from "./recorded-group.ts";

const PROGRAM = join(import.meta.dirname, "recorded-group.ts");

/**
 * Runs for `time` s since all its threads were up, and for as many words as it says in that time where nothing else runs: a
 * busy machine takes longer. Then kill -9; answers with what its clock said last.
 */
async function killed(folder: string, time: number): Promise<number> {
  const child = spawn(process.execPath, [PROGRAM, folder], { stdio: ["ignore", "pipe", "inherit"] });
  const gone = Promise.withResolvers<void>();
  child.once("close", () => gone.resolve());
  let [up, last, words] = [NaN, 0, 0];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    const lines = text.trim().split("\n");
    words += lines.length;
    last = Number(lines.at(-1));
    if (Number.isNaN(up)) up = last;
    if (last - up >= time && words >= (1000 * time) / TELL_MS) child.kill("SIGKILL");
  });
  await gone.promise;
  return last;
}

test.each([2.1, 2.85])(
  "killed after %f s, the box lacks less than a second and decides the same again",
  async (time) => {
    const folder = mkdtempSync(join(tmpdir(), "killed-"));
    try {
      const end = await killed(folder, time);
      const paths = partsOf(folder).map(({ path }) => path);
      const [path = ""] = paths;
      expect(openRecording(path).ended).toBe(false);
      const told = judge(paths, REPLAYED);
      expect(told).toMatchObject({ ended: false, tampered: undefined, difference: undefined });
      expect(told.turns["safety_supervisor"]).toBeGreaterThan(30);
      expect(told.turns["gate"]).toBeGreaterThan(60);
      const last = [...openRecording(path).messages()].at(-1)?.logTime ?? 0n;
      expect(end - Number(last) / 1e9).toBeLessThan(1);
      expect(repair(path)).toBe(true);
      expect(judge(paths, REPLAYED)).toMatchObject({
        ended: true,
        tampered: undefined,
        difference: undefined,
      });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);
