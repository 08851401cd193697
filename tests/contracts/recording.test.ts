// The black box in the real graph of threads: what any thread says, asks and answers is in the file once, pictures are not, and a dead box is started anew.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { NodeTurn, OperatorAct_Request } from "../../core/messages.ts";
import { recordTopics, services, topics } from "../../core/topics.ts";
import { openGraph } from "../../launch/threads/graph.ts";
import { partsOf } from "../../robot/blackbox/folder.ts";
import { judge } from "../../robot/blackbox/judge.ts";
import { openRecording } from "../../robot/blackbox/read.ts";
import { sampleOf } from "../../robot/blackbox/sample.ts";
import { REPLAYED } from "../../robot/decisions.ts";
import { until } from "../ui/chromium.ts";

async function open(folder: string, onDeath: "end" | "again" = "end") {
  const options = { blackBox: folder, session: "s", seed: 1 };
  const module = (path: string) => new URL(path, import.meta.url).href;
  return openGraph([
    { name: "control", module: module("recorded-group.ts"), options, onDeath },
    {
      name: "blackbox",
      module: module("../../launch/groups/blackbox.ts"),
      options,
      onDeath: "again",
      records: true,
    },
  ]);
}
const messagesOf = (folder: string) =>
  partsOf(folder).flatMap(({ path }) => [...openRecording(path).messages()]);
const countOf = (folder: string, topic: string) =>
  messagesOf(folder).filter((message) => message.topic === topic).length;

test("messages of every thread, an act and its answer are recorded once each, a picture is not, and all replays", async () => {
  const folder = mkdtempSync(join(tmpdir(), "recording-"));
  try {
    const graph = await open(folder);
    for (const topic of [topics.said, topics.image]) graph.hub.publish(topic, sampleOf(topic.type));
    const request = { act: OperatorAct_Request.STOP, operator_name: "Kim", on_site: true };
    const answered = Promise.withResolvers<void>();
    graph.hub.ask(services.operatorAct.name, request, (reply) => reply.kind === "end" && answered.resolve());
    await answered.promise;
    await until(() => expect(countOf(folder, `${services.operatorAct.name}/response`)).toBe(1));
    await graph.stop();
    expect(countOf(folder, `${services.operatorAct.name}/request`)).toBe(1);
    expect(countOf(folder, topics.said.name)).toBe(1);
    expect(countOf(folder, topics.image.name)).toBe(0);
    expect(countOf(folder, topics.hardwareCommand.name)).toBeGreaterThan(10);
    const paths = partsOf(folder).map(({ path }) => path);
    expect(judge(paths, REPLAYED)).toMatchObject({ ended: true, tampered: undefined, difference: undefined });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a black box that dies is started anew with the next part, its chain goes on, and the control group noticed nothing", async () => {
  const folder = mkdtempSync(join(tmpdir(), "recording-"));
  try {
    const graph = await open(folder);
    await until(() => expect(countOf(folder, topics.hardwareCommand.name)).toBeGreaterThan(20));
    await graph.kill("blackbox");
    await until(() => expect(partsOf(folder).map(({ number }) => number)).toEqual([1, 2]));
    await until(() => expect(countOf(folder, topics.hardwareCommand.name)).toBeGreaterThan(200));
    await graph.stop();
    const paths = partsOf(folder).map(({ path }) => path);
    expect(judge(paths, {})).toMatchObject({ tampered: undefined });
    const times = messagesOf(folder)
      .filter(({ topic }) => topic === topics.hardwareCommand.name)
      .map(({ read }) => (read() as { readonly sequence: number }).sequence);
    // only what was under way and not yet flushed is missing: half a second at the gate's pace, and a batch
    const missing = (times.at(-1) ?? 0) - times.length;
    expect(missing).toBeLessThan(150);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("a control group that dies and is started anew is replayed in both its lives", async () => {
  const folder = mkdtempSync(join(tmpdir(), "recording-"));
  try {
    const graph = await open(folder, "again");
    await until(() => expect(countOf(folder, topics.hardwareCommand.name)).toBeGreaterThan(50));
    await graph.kill("control");
    const dead = countOf(folder, topics.hardwareCommand.name);
    await until(() => expect(countOf(folder, topics.hardwareCommand.name)).toBeGreaterThan(dead + 100));
    await graph.stop();
    const paths = partsOf(folder).map(({ path }) => path);
    const told = judge(paths, REPLAYED);
    expect(told).toMatchObject({ ended: true, tampered: undefined, difference: undefined });
    const starts = messagesOf(folder)
      .filter(({ topic }) => topic === recordTopics.nodeTurn.name)
      .map(({ read }) => read() as NodeTurn)
      .filter(({ node, kind }) => node === "gate" && kind === NodeTurn.START);
    expect(starts).toHaveLength(2);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
