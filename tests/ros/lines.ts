// A program that tells what happens to it in lines of JSON, and does what it is told on its input.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { ROOT } from "../../scripts/machine.js";

/** ms between two looks */
const LOOK = 20;

export interface Line {
  readonly kind: string;
  /** s, CLOCK_MONOTONIC, as `process.hrtime` */
  readonly at: number;
}
export interface Teller<L extends Line> {
  readonly lines: readonly L[];
  readonly pid: number;
  say(words: string): void;
  /** The first line from place `from` on that `holds`; waits for it. */
  find(holds: (line: L) => boolean, from?: number): Promise<L>;
  kill(signal?: NodeJS.Signals): void;
}

/** What is no JSON is passed on. */
export function tell<L extends Line>(program: string, words: readonly string[]): Teller<L> {
  const child = spawn(program, words, { cwd: ROOT, stdio: ["pipe", "pipe", "inherit"] });
  const lines: L[] = [];
  createInterface(child.stdout).on("line", (text) => {
    if (text.startsWith("{")) lines.push(JSON.parse(text) as L);
  });
  return {
    lines,
    pid: child.pid ?? NaN,
    say: (text) => void child.stdin.write(`${text}\n`),
    async find(holds, from = 0) {
      for (;;) {
        const found = lines.slice(from).find(holds);
        if (found !== undefined) return found;
        if (child.exitCode !== null) throw new Error(`${words.join(" ")} has ended with ${child.exitCode}`);
        await new Promise((resolve) => setTimeout(resolve, LOOK));
      }
    },
    kill: (signal = "SIGKILL") => void child.kill(signal),
  };
}

/** s, CLOCK_MONOTONIC */
export const monotonic = () => Number(process.hrtime.bigint()) / 1e9;
