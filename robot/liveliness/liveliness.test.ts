// Groups in real processes hold real lines: who is killed is lost at once, who ends in order is not, and who comes back is alive.
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createConnection } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { holdLine } from "./line.ts";
import { takeLines, type Lines } from "./lines.ts";

/** Holds a line, stays, and ends in order when it is told to. */
const GROUP = `
  const { holdLine } = await import(process.argv[1]);
  const line = holdLine(process.argv[2], process.argv[3]);
  process.on("SIGTERM", () => { line.letGo(); setTimeout(() => process.exit(0), 50); });
  setInterval(() => {}, 1000);
`;
const LINE = new URL("line.ts", import.meta.url).href;

let folder: string;
let path: string;
let lines: Lines;
const groups: ChildProcess[] = [];
const start = (name: string): ChildProcess => {
  const group = spawn(process.execPath, ["--input-type=module", "-e", GROUP, LINE, path, name], {
    stdio: ["ignore", "inherit", "inherit"],
  });
  groups.push(group);
  return group;
};
const become = (alive: readonly string[], lost: readonly string[] = []) =>
  vi.waitFor(() => expect(lines.living()).toEqual({ alive, lost }), { timeout: 20_000, interval: 5 });

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "lines-"));
  path = join(folder, "robot/lines");
  lines = await takeLines(path);
});
afterEach(() => {
  for (const group of groups.splice(0)) group.kill("SIGKILL");
  lines.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("SR-60 a group of the robot's own computer", () => {
  test("is lost when it is killed, told of at once, and alive when it is back", async () => {
    const eyes = start("perception");
    start("planner");
    await become(["perception", "planner"]);
    const told = Promise.withResolvers<unknown>();
    lines.listen(() => told.resolve(lines.living()));
    eyes.kill("SIGKILL");
    expect(await told.promise).toEqual({ alive: ["planner"], lost: ["perception"] });
    start("perception");
    await become(["perception", "planner"]);
  });
  test("that ends in order is not missed", async () => {
    const page = start("gateway");
    await become(["gateway"]);
    page.kill("SIGTERM");
    await become([]);
  });
  test("that has failed is missed before its process has ended", async () => {
    const line = holdLine(path, "planner");
    await become(["planner"]);
    line.cut();
    await become([], ["planner"]);
  });
  test("is not missed while another of its name holds a line: it was started anew before its end was seen", async () => {
    const old = start("care");
    await become(["care"]);
    const taken = Promise.withResolvers<void>();
    lines.listen(() => taken.resolve());
    const again = holdLine(path, "care");
    await taken.promise;
    const ended = new Promise((resolve) => old.once("exit", resolve));
    const cut = Promise.withResolvers<void>();
    lines.listen(() => cut.resolve());
    old.kill("SIGKILL");
    await Promise.all([ended, cut.promise]);
    expect(lines.living()).toEqual({ alive: ["care"], lost: [] });
    again.letGo();
    await become([]);
  });
  test("holds its line to a control group that comes later, or comes back", async () => {
    start("camera");
    await become(["camera"]);
    lines.close();
    lines = await takeLines(path);
    await become(["camera"]);
  });
});

test.each([
  ["no name of a group", "Perception!\n"],
  ["a word without end", "a".repeat(1000)],
  ["a second name", "planner\ncare\n"],
])("%s is turned away", async (_what, text) => {
  const stranger = createConnection(path);
  stranger.on("error", () => {});
  const closed = new Promise((resolve) => stranger.once("close", resolve));
  stranger.write(text);
  await closed;
  // a name that was given is a group that has died since; what was never named is nobody
  expect(lines.living()).toEqual({ alive: [], lost: text.startsWith("planner") ? ["planner"] : [] });
});

test("where nobody can listen there is one clear error", async () => {
  await expect(takeLines(join(path, "deeper"))).rejects.toThrow(/^cannot listen at .*deeper: /);
});
