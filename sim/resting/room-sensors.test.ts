// A night room's foils and radar err as their data sheets say, each on its own, and the same for the same seed.
import { expect, test } from "vitest";
import { BedPressure, type RadarPresence } from "../../core/messages.ts";
import type { Stamp } from "../../core/time.ts";
import { metres, newtons, radians, seconds } from "../../core/units.ts";
import { occupied } from "../sensors/bed-pressure.ts";
import { roomSensors } from "./room-sensors.ts";

const ZONES = 18;
/** A foil on which a light person lies in the middle. */
const foil = {
  read: (stamp: Stamp) =>
    occupied({
      header: { stamp, frame_id: "bed" },
      state: BedPressure.OUT,
      rows: 6,
      columns: 3,
      force: Array.from({ length: ZONES }, () => newtons(30)),
      total: newtons(0),
      centre_x: metres(NaN),
      centre_y: metres(NaN),
      length: metres(1.95),
      width: metres(0.89),
    }),
};
const radar = {
  read: (stamp: Stamp): RadarPresence => ({
    header: { stamp, frame_id: "radar" },
    present: true,
    field_of_view: radians(2),
    max_range: metres(5),
    ranges: [metres(2)],
    bearings: [radians(0.5)],
  }),
};
function heard(profile: "perfect" | "typical", seed: number) {
  const foils = new Map([
    ["bed_a1", foil],
    ["bed_a2", foil],
  ] as const);
  const sensors = roomSensors(foils, radar, { seed, profile, begins: seconds(0) });
  for (let tick = 1; tick <= 100; tick++) sensors.tick(seconds(tick / 100));
  return {
    first: sensors.foil("bed_a1"),
    second: sensors.foil("bed_a2"),
    range: sensors.presence().ranges[0],
  };
}

test("without errors they tell what is", () => {
  expect(heard("perfect", 1)).toMatchObject({ first: { total: ZONES * 30 }, range: 2 });
});
test("typical ones err by little, each foil on its own, and tell what follows from what they read", () => {
  const { first, second, range } = heard("typical", 1);
  expect(first.force).not.toEqual(second.force);
  expect(Math.abs(first.total - ZONES * 30)).toBeLessThan(20);
  expect(first.total).toBeCloseTo(
    first.force.reduce((sum, one) => sum + one, 0),
    9,
  );
  expect(range).not.toBe(2);
  expect(range).toBeCloseTo(2, 0);
});
test("the same seed errs in the same way, another in another", () => {
  expect(heard("typical", 1)).toEqual(heard("typical", 1));
  expect(heard("typical", 1).first.force).not.toEqual(heard("typical", 2).first.force);
});
