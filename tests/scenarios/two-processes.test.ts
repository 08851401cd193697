// The same seed gives the same log in another process too: nothing of a ride hangs on what a process draws at its start.
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { LOGGED_RIDE } from "./logged-ride.ts";

const hashesOf = (...seeds: number[]) =>
  execFileSync(process.execPath, [LOGGED_RIDE, ...seeds.map(String)], { encoding: "utf8" })
    .trim()
    .split("\n");

test("two processes with the same seed give the same log, bit for bit, and another seed gives another", () => {
  const [first, other] = hashesOf(3, 4);
  const [again] = hashesOf(3);
  expect(first).toMatch(/^[0-9a-f]{64}$/);
  expect(again).toBe(first);
  expect(other).not.toBe(first);
});
