// The latch file: what was kept is read again, and what cannot be read is latched.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { openLatches } from "./latches.ts";

const folder = mkdtempSync(join(tmpdir(), "latches-"));
afterAll(() => rmSync(folder, { recursive: true }));
const silent = () => {};

test("SR-38 a stop that was latched is latched after a restart, and one that was reset is not", async () => {
  const path = join(folder, "state", "latch");
  const latches = openLatches(path, silent);
  expect(latches.wasLatched).toBe(false);
  for (const latched of [true, false, true]) latches.keep(latched);
  await vi.waitUntil(() => openLatches(path, silent).wasLatched);
  latches.keep(false);
  await vi.waitUntil(() => !openLatches(path, silent).wasLatched);
  expect(readdirSync(join(folder, "state"))).toEqual(["latch"]);
});
test("SR-38 a file that cannot be read, is empty or says anything else is latched", () => {
  const path = join(folder, "broken");
  for (const text of ["", "fre", "latched\n", "free\nfree\n"]) {
    writeFileSync(path, text);
    expect(openLatches(path, silent).wasLatched, text).toBe(true);
  }
  mkdirSync(join(folder, "a-folder"));
  expect(openLatches(join(folder, "a-folder"), silent).wasLatched).toBe(true);
});
test("a latch that cannot be kept is told, and the robot goes on", async () => {
  const told: string[] = [];
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  openLatches(join(file, "latch"), (why) => told.push(why)).keep(true);
  await vi.waitUntil(() => told.length > 0);
  expect(told[0]).toContain("the latch could not be kept in");
});
