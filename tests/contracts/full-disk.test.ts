// The disk under the black box is full, or there is none: an alarm is raised, and the control group in its own thread does not notice.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Alarms, HardwareCommand, SafetyState } from "../../core/messages.ts";
import { topics } from "../../core/topics.ts";
import { openGraph, type EmbeddedGraph, type GroupDeclaration } from "../../launch/threads/graph.ts";
import { until } from "./isolation-ride.ts";

let above: string;
let folder: string;
let graph: EmbeddedGraph | undefined;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), "full-disk-"));
  folder = join(above, "blackbox");
});
afterEach(async () => {
  await graph?.stop();
  graph = undefined;
  spawnSync("umount", [folder]);
  rmSync(above, { recursive: true, force: true });
});

/** Whether this machine lets the test make a small disk. */
function mounts(size: string): boolean {
  mkdirSync(folder, { recursive: true });
  return spawnSync("mount", ["-t", "tmpfs", "-o", `size=${size}`, "tmpfs", folder]).status === 0;
}

/** Supervisor, gate, alarms and black box in their threads: runs until the alarm stands, and on. */
async function untilAlarm(): Promise<{ readonly before: SafetyState[]; readonly after: SafetyState[] }> {
  const options = { blackBox: folder, session: "s", seed: 1 };
  const group = (name: string, path: string, records = false): GroupDeclaration => ({
    name,
    module: new URL(path, import.meta.url).href,
    options,
    onDeath: "end",
    records,
  });
  const [before, after]: [SafetyState[], SafetyState[]] = [[], []];
  let isRaised = false;
  const running = await openGraph([
    group("control", "recorded-group.ts"),
    group("care", "../../launch/groups/care.ts"),
    group("blackbox", "../../launch/groups/blackbox.ts", true),
  ]);
  graph = running;
  running.hub.subscribe(topics.safetyState, (state) =>
    (isRaised ? after : before).push(state as SafetyState),
  );
  running.hub.subscribe(
    topics.alarms,
    (said) => (isRaised ||= (said as Alarms).alarms.some(({ alarm }) => alarm === "alarm.black_box")),
  );
  await until(() => expect(isRaised).toBe(true));
  let last: HardwareCommand | undefined;
  running.hub.subscribe(topics.hardwareCommand, (command) => (last = command as HardwareCommand));
  await until(() => expect(last).toBeDefined());
  const first = last?.sequence ?? NaN;
  await until(() => expect(last?.sequence).toBeGreaterThan(first + 100));
  await until(() => expect(after.length).toBeGreaterThan(50));
  return { before, after };
}
const reasonsOf = (states: readonly SafetyState[]) => new Set(states.flatMap(({ reasons }) => reasons));

test("a full disk raises an alarm, and nothing of what the supervisor sees changes", async ({ skip }) => {
  if (!mounts("64k")) skip("this user may not mount a disk");
  const { before, after } = await untilAlarm();
  expect(reasonsOf(after)).not.toContain("reason.gate_silent");
  expect([...reasonsOf(after)].filter((reason) => !reasonsOf(before).has(reason))).toEqual([]);
});

test("a black box that has nowhere to write raises an alarm, and the control group goes on", async () => {
  writeFileSync(folder, "a file stands where the folder should");
  const { after } = await untilAlarm();
  expect(reasonsOf(after)).not.toContain("reason.gate_silent");
});
