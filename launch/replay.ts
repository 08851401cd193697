// `npm run replay -- FILE --json`: feeds a recording back to the nodes that decided, and checks its chain of hashes.
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { partsOf } from "../robot/blackbox/folder.ts";
import { judge, type Judgement } from "../robot/blackbox/judge.ts";
import { REPLAYED } from "../robot/decisions.ts";
import { RECORDINGS } from "./options.ts";

function words() {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2),
    allowPositionals: true,
    options: { check: { type: "boolean", default: false }, json: { type: "boolean", default: false } },
  });
  const [file = newest(), ...more] = positionals;
  if (more.length > 0) throw new Error(`replay takes one file, got ${positionals.length}`);
  return { file, check: values.check, json: values.json };
}

/** The last part of the ride that was recorded last. */
function newest(): string {
  const part = partsOf(RECORDINGS).at(-1);
  if (part === undefined)
    throw new Error(`nothing is recorded in ${RECORDINGS}: type npm start first, or name a file`);
  return part.path;
}

/** The file and all parts of its session before it, oldest first: a node is replayed from its start. */
function withEarlier(file: string): readonly string[] {
  const parts = partsOf(dirname(file));
  const asked = parts.find(({ path }) => path.endsWith(file) || file.endsWith(path));
  if (asked === undefined) return [file];
  return parts
    .filter(({ session, number }) => session === asked.session && number <= asked.number)
    .map(({ path }) => path);
}

function tell({ parts, messages, duration, chained, ended, ...found }: Judgement, check: boolean): void {
  console.log(
    `${messages} messages in ${duration.toFixed(1)} s, ${parts} ${parts === 1 ? "file" : "files"}${ended ? "" : ", not ended cleanly"}`,
  );
  console.log(found.tampered ?? `the chain over ${chained} messages holds`);
  if (check) return;
  for (const [node, turns] of Object.entries(found.turns)) console.log(`${node}: ${turns} turns`);
  console.log(found.difference ?? "the same decisions, bit for bit");
}

try {
  const { file, check, json } = words();
  const judgement = judge(withEarlier(file), check ? {} : REPLAYED);
  const replayed = Object.keys(judgement.turns).length > 0;
  const empty =
    check || replayed || judgement.difference !== undefined ? undefined : "no decision is recorded";
  const told = { ...judgement, difference: judgement.difference ?? empty };
  tell(told, check);
  const ok = told.tampered === undefined && told.difference === undefined;
  if (json) console.log(JSON.stringify({ ok, ...told }));
  process.exitCode = ok ? 0 : 1;
} catch (error) {
  console.error(`dolbom: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
