// A disk that is full and a folder that cannot be written are told once, and end when they are over; nobody else notices.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { alarmsNode } from "../../care/alarms/alarms.node.ts";
import { seeded } from "../../core/seeded.ts";
import { topics } from "../../core/topics.ts";
import { milliseconds, seconds } from "../../core/units.ts";
import { VirtualRun } from "../../launch/virtual/run.ts";
import { blackBoxNode } from "./blackbox.node.ts";
import { BlackBox } from "./box.ts";
import { partsOf } from "./folder.ts";
import { openRecording } from "./read.ts";
import { CALM, noted } from "./sample.ts";

let above: string;
let folder: string;
let box: BlackBox;
beforeEach(() => {
  above = mkdtempSync(join(tmpdir(), "trouble-"));
  folder = join(above, "blackbox");
  box = new BlackBox({ folder, session: "s" });
});
afterEach(() => {
  box.close(seconds(1000)); // lets the disk go
  spawnSync("umount", [folder]);
  rmSync(above, { recursive: true, force: true });
});

/** A box under its node; messages are noted as time passes. */
function running() {
  const run = new VirtualRun([blackBoxNode(box, () => `wall clock ${run.now()}`), alarmsNode]);
  /** Each time the alarm of the black box rises or falls. */
  const alarms: boolean[] = [];
  run.on(topics.alarms, ({ alarms: standing }) => {
    const isUp = standing.some(({ alarm }) => alarm === "alarm.black_box");
    if (isUp !== (alarms.at(-1) ?? false)) alarms.push(isUp);
  });
  const live = (time: number, bytes = 0) => {
    for (let passed = 0; passed < time; passed += 0.1) {
      box.note(noted(topics.safetyState, run.now(), { ...CALM, reasons: [noise(bytes)] }));
      run.advance(milliseconds(100));
    }
  };
  return { alarms, live };
}
const chance = seeded(1);
/** Text that does not compress to nothing. */
const noise = (length: number) =>
  Array.from({ length }, () => String.fromCharCode(33 + Math.floor(90 * chance()))).join("");

test("a folder that cannot be made is one alarm, and none when it can be again", () => {
  writeFileSync(folder, "a file stands where the folder should");
  const { alarms, live } = running();
  live(12);
  expect(box.state.trouble).toContain("EEXIST");
  expect(alarms).toEqual([true]);
  expect(box.state.lost).toBeGreaterThan(50);
  rmSync(folder);
  live(12);
  expect(alarms).toEqual([true, false]);
  expect(box.state.trouble).toBeUndefined();
  expect(partsOf(folder)).toHaveLength(1);
});

test("all the while the wall clock is told, every five seconds, so that a recording says when it was", () => {
  const run = new VirtualRun([blackBoxNode(box, () => `wall clock ${run.now()}`)]);
  const told: string[] = [];
  run.on(topics.diagnostics, ({ status }) =>
    told.push(status[0]?.values.find(({ key }) => key === "wall_clock")?.value ?? ""),
  );
  run.advance(seconds(11));
  expect(told).toEqual(["wall clock 0", "wall clock 5", "wall clock 10"]);
});

const mounted = () => {
  const dir = mkdtempSync(join(tmpdir(), "mount-"));
  const { status } = spawnSync("mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", dir]);
  spawnSync("umount", [dir]);
  rmSync(dir, { recursive: true, force: true });
  return status === 0;
};

test.runIf(mounted())(
  "a disk that runs full is one alarm, what was written before stays whole, and room ends it",
  () => {
    mkdirSync(folder);
    spawnSync("mount", ["-t", "tmpfs", "-o", "size=256k", "tmpfs", folder]);
    const { alarms, live } = running();
    live(60, 4000);
    expect(box.state.trouble).toContain("ENOSPC");
    expect(alarms).toEqual([true]);
    const [part] = partsOf(folder);
    const damage: string[] = [];
    const read = [...openRecording(part?.path ?? "").messages((where) => damage.push(where))];
    expect(read.length).toBeGreaterThan(20);
    expect(damage).toEqual([]);
    rmSync(part?.path ?? "");
    live(12, 100);
    expect(alarms).toEqual([true, false]);
    expect(box.state.path).toBeDefined();
  },
);
