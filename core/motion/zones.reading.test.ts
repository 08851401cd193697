// What a reading is worth: blind before the first look and where anything is not a number, and how high it looks.
import { describe, expect, test } from "vitest";
import { metres, radians, seconds } from "../units.ts";
import { BAND } from "./footprint.ts";
import { lookAtCloud, lookAtScan, reading } from "./zones.ts";

function cloudOf(...numbers: number[]) {
  const into = reading();
  lookAtCloud(Float32Array.from(numbers), into);
  return into;
}
/** Of one ray that meets nothing. */
function scanOf(first: number, step: number) {
  const into = reading();
  lookAtScan(
    {
      header: { stamp: { sec: 0, nanosec: 0 }, frame_id: "lidar" },
      angle_min: radians(first),
      angle_max: radians(first + step),
      angle_increment: radians(step),
      time_increment: seconds(0),
      scan_time: seconds(0.1),
      range_min: metres(0.05),
      range_max: metres(8),
      ranges: [9],
      intensities: [],
    },
    into,
  );
  return into;
}

describe("SR-43 a reading", () => {
  test("is blind before the first look", () =>
    expect(reading()).toMatchObject({
      blind: true,
      nearest: 0,
      stopping: 0,
      slowing: 0,
      drive: { count: 0 },
      task: { count: 0 },
    }));
  test("of a cloud takes what is between the floor's roughness and above a head, ends included", () => {
    const at = (z: number) => cloudOf(1, 0.6, z).drive.count;
    expect([at(0.029), at(Math.fround(0.031)), at(BAND.upper), at(2.001)]).toEqual([0, 1, 1, 0]);
  });
  test.each<[string, number[]]>([
    ["of nothing", []],
    ["that breaks off", [1, 0.6, 0.5, 1]],
    ["with no x", [NaN, 0.6, 0.5]],
    ["with no y", [1, NaN, 0.5]],
    ["with no z", [1, 0.6, NaN]],
    ["with a point that is no number before one that is", [NaN, 0, 0, 1, 0.6, 0.5]],
  ])("of a cloud %s is blind", (_, numbers) => {
    const seen = cloudOf(...numbers);
    expect([seen.blind, seen.nearest, seen.drive.count, seen.task.count]).toEqual([true, 0, 4, 4]);
  });
  test.each([
    [NaN, 0.1],
    [0, Infinity],
  ])("of a scan that begins at %s and goes on by %s is blind", (first, step) =>
    expect(scanOf(first, step).blind).toBe(true),
  );
});
