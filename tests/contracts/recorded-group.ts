// A program for the crash test: the real supervisor and gate and the black box in their threads, telling the time until they are killed.
import { fileURLToPath } from "node:url";
import { openGraph, type GroupDeclaration } from "../../launch/threads/graph.ts";
import { decidingNodes } from "../../robot/decisions.ts";

export const open = async () => ({ nodes: decidingNodes() });

/** [ms] between two words of how late it is. */
export const TELL_MS = 20;

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , blackBox = ""] = process.argv;
  const options = { blackBox, session: "killed", seed: 1 };
  const group = (name: string, module: string, records: boolean): GroupDeclaration => ({
    name,
    module,
    options,
    onDeath: "end",
    records,
  });
  const box = new URL("../../launch/groups/blackbox.ts", import.meta.url).href;
  const graph = await openGraph([group("control", import.meta.url, false), group("blackbox", box, true)]);
  setInterval(() => process.stdout.write(`${graph.now()}\n`), TELL_MS);
}
