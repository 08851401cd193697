// The way back over a restart: what was kept is read again, what cannot be read is none, and it is followed only from where it ended.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { metres } from "../../core/units.ts";
import { resumed } from "./remember.ts";
import { openWays } from "./store.ts";
import { NO_WAY, type Posture, type Way } from "./way.ts";

const folder = mkdtempSync(join(tmpdir(), "ways-"));
afterAll(() => rmSync(folder, { recursive: true }));
const silent = () => {};
const at = (x: number, lift: number): Posture => ({ x, y: 0, yaw: 0, joints: [lift, 0.1, 0.1] });
const WAY: Way = {
  points: [at(0, 0), at(0.1, 0.1), at(0.1, 0.4)],
  contact: 1,
  lost: undefined,
  spacing: metres(0.005),
};

test("SR-53 the newest way is kept over a restart, and one that has been gone is not", async () => {
  const path = join(folder, "state", "way");
  const ways = openWays(path, silent);
  expect(ways.kept).toEqual(NO_WAY);
  for (const points of [WAY.points.slice(0, 2), WAY.points]) ways.keep({ ...WAY, points });
  await vi.waitFor(() => expect(openWays(path, silent).kept).toEqual(WAY));
  ways.keep({ ...WAY, lost: at(0.1, 0.4) });
  await vi.waitFor(() => expect(openWays(path, silent).kept.lost).toEqual(at(0.1, 0.4)));
  ways.keep(NO_WAY);
  await vi.waitFor(() => expect(openWays(path, silent).kept).toEqual(NO_WAY));
  expect(readdirSync(join(folder, "state"))).toEqual(["way"]);
});
test("SR-53 a file that cannot be read, is cut short or holds no numbers is no way", () => {
  const path = join(folder, "broken");
  const whole = JSON.stringify(WAY);
  for (const text of [
    "",
    whole.slice(0, -9),
    whole.replace("0.4", "null"),
    whole.replace('"contact":1', '"contact":-1'),
  ]) {
    writeFileSync(path, text);
    expect(openWays(path, silent).kept, text).toEqual(NO_WAY);
  }
  mkdirSync(join(folder, "a-folder"));
  expect(openWays(join(folder, "a-folder"), silent).kept).toEqual(NO_WAY);
});
test("a way that cannot be kept is told, and the robot goes on", async () => {
  const told: string[] = [];
  const file = join(folder, "a-file");
  writeFileSync(file, "");
  openWays(join(file, "way"), (why) => told.push(why)).keep(WAY);
  await vi.waitFor(() => expect(told).toHaveLength(1));
  expect(told[0]).toContain("the way back could not be kept in");
});
test("SR-53 it is taken up again from where it ended, and from nowhere else", () => {
  expect(resumed(WAY, at(0.1, 0.4))).toBe(WAY);
  expect(resumed(WAY, at(0.105, 0.395))).toBe(WAY);
  for (const here of [at(0.2, 0.4), at(0.1, 0.3), at(0, 0), at(NaN, 0.4)])
    expect(resumed(WAY, here)).toBe(NO_WAY);
  expect(resumed({ ...WAY, contact: undefined }, at(0.1, 0.4))).toBe(NO_WAY);
  expect(resumed(NO_WAY, at(0, 0))).toBe(NO_WAY);
});
