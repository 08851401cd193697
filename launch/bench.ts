// `npm run bench -- NAME --json`: what a part of the system costs or how fast it is, measured on this machine.
import { parseArgs } from "node:util";
import { benchBlackBox } from "./bench/blackbox.ts";
import { benchSafety } from "./bench/safety.ts";
import { benchSim } from "./bench/sim.ts";
import { benchStop } from "./bench/stop.ts";
import type { Verdict } from "./bench/verdict.ts";
import { wholeNumber } from "./options.ts";

const MOST_PRESSES = 10_000;
const BENCHES: Readonly<Record<string, (options: { readonly presses: number }) => Promise<Verdict>>> = {
  blackbox: benchBlackBox,
  safety: benchSafety,
  sim: benchSim,
  stop: benchStop,
};

function words() {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: {
      presses: { type: "string", default: "200" },
      json: { type: "boolean", default: false },
    },
  });
  const [name = ""] = positionals;
  const bench = positionals.length > 1 ? undefined : BENCHES[name];
  if (bench === undefined)
    throw new Error(`bench "${positionals.join(" ")}": expected one of ${Object.keys(BENCHES).join(", ")}`);
  return { bench, presses: wholeNumber("presses", values.presses, 1, MOST_PRESSES), json: values.json };
}

try {
  const { bench, presses, json } = words();
  const { ok, text, figures } = await bench({ presses });
  console.log(text.join("\n"));
  if (json) console.log(JSON.stringify({ ok, ...figures }));
  process.exit(ok ? 0 : 1);
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exit(1);
}
