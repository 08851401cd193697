// `npm run bench -- NAME --json`: what a part of the system costs or how fast it is, measured on this machine.
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { benchBlackBox } from "./bench/blackbox.ts";
import { benchGraph } from "./bench/graph.ts";
import { benchSafety } from "./bench/safety.ts";
import { benchSim } from "./bench/sim.ts";
import { benchStop } from "./bench/stop.ts";
import type { Verdict } from "./bench/verdict.ts";
import { wholeNumber } from "./options.ts";

interface Options {
  /** Of `stop`. */
  readonly presses: number;
  /** Of `graph`: how long the control loop runs under load. */
  readonly minutes: number;
}
const MOST_PRESSES = 10_000;
const MINUTES = { least: 0.05, most: 60 } as const;
const BENCHES: Readonly<Record<string, (options: Options) => Promise<Verdict>>> = {
  blackbox: benchBlackBox,
  graph: benchGraph,
  safety: benchSafety,
  sim: benchSim,
  stop: benchStop,
};

/**
 * V8 compiles and collects on the thread that it serves, and borrows no other core for it: where a figure is of one core, or of
 * two worlds beside one. A process is told so when it starts.
 */
const ONE_CORE = "--single-threaded";
const OF_CORES: readonly string[] = ["sim"];

function words() {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      presses: { type: "string", default: "200" },
      minutes: { type: "string", default: "0.5" },
      json: { type: "boolean", default: false },
    },
  });
  const [name = ""] = positionals;
  const bench = positionals.length > 1 ? undefined : BENCHES[name];
  if (bench === undefined)
    throw new Error(`bench "${positionals.join(" ")}": expected one of ${Object.keys(BENCHES).join(", ")}`);
  const presses = wholeNumber("presses", values.presses, 1, MOST_PRESSES);
  return { name, bench, options: { presses, minutes: minutesOf(values.minutes) }, json: values.json };
}

function minutesOf(text: string): number {
  const minutes = Number(text);
  if (!(minutes >= MINUTES.least && minutes <= MINUTES.most))
    throw new Error(`--minutes ${text}: expected a number from ${MINUTES.least} to ${MINUTES.most}`);
  return minutes;
}

try {
  const { name, bench, options, json } = words();
  if (OF_CORES.includes(name) && !process.execArgv.includes(ONE_CORE)) {
    const again = [ONE_CORE, ...process.argv.slice(1)];
    process.exit(spawnSync(process.execPath, again, { stdio: "inherit" }).status ?? 1);
  }
  const { ok, text, figures } = await bench(options);
  console.log(text.join("\n"));
  if (json) console.log(JSON.stringify({ ok, ...figures }));
  process.exit(ok ? 0 : 1);
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
