// ROS's own command line as the tests use it: what a command prints, and the same once discovery has come round.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect } from "vitest";

const run = promisify(execFile);

/** What `ros2 WORDS` prints, on either channel, however it ends. */
export async function ros2(...words: string[]): Promise<string> {
  const { stdout, stderr } = await run("ros2", words, { timeout: 40_000 }).catch(
    (error: { readonly stdout?: string; readonly stderr?: string }) => ({ stdout: "", stderr: "", ...error }),
  );
  return stdout + stderr;
}

/** Asks again until the answer is as expected; fails with the fifth. */
export async function eventually(words: readonly string[], expected: RegExp | string): Promise<void> {
  for (let tries = 0; tries < 5; tries += 1) {
    const answer = await ros2(...words);
    if (answer.match(expected) !== null) return;
    if (tries === 4) expect(answer).toMatch(expected);
  }
}
