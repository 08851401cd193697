// `npm run verify`: the proofs of what may move and what stops it, part by part, with figures and counter-examples.
import { parseArgs } from "node:util";
import { wholeNumber } from "./options.ts";
import { PARTS } from "./verify/parts.ts";

/** Walks of the gate when nobody says how many, and the most that fit into a day. */
const WALKS = { usual: 100_000, most: 100_000_000 };

try {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean", default: false },
      part: { type: "string" },
      walks: { type: "string", default: String(WALKS.usual) },
    },
  });
  const chosen = PARTS.filter(({ name }) => values.part === undefined || name === values.part);
  if (chosen.length === 0)
    throw new Error(`--part ${values.part}: expected one of ${PARTS.map(({ name }) => name).join(", ")}`);
  const options = { walks: wholeNumber("walks", values.walks, 1, WALKS.most) };
  const results: Record<string, unknown> = {};
  let ok = true;
  for (const { name, about, run } of chosen) {
    const { stories, ...figures } = await run(options);
    ok &&= figures.ok;
    results[name] = { ...figures, stories };
    if (values.json) continue;
    console.log(`${figures.ok ? "✓" : "✗"} ${name}: ${about}`);
    for (const [figure, value] of Object.entries(figures)) console.log(`    ${figure}: ${String(value)}`);
    for (const story of stories) console.log(`\n${story}\n`);
  }
  if (values.json) console.log(JSON.stringify({ ok, ...results }));
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`dolbom verify: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
