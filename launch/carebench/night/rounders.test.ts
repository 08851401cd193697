// The naive round stops once at each pair of beds and tells what the foils say, an error included.
import { expect, test } from "vitest";
import { BedPressure } from "../../../core/messages.ts";
import type { BedPressure as Foil } from "../../../core/messages.ts";
import { foilReader, type RoundView } from "./rounders.ts";

const foil = (state: number) => ({ state }) as unknown as Foil;
const view = (y: number): RoundView => ({
  time: 0,
  base: { x: 3.2, y, yaw: Math.PI / 2 },
  foils: {
    bed_a1: foil(BedPressure.IN),
    bed_a2: foil(BedPressure.EDGE),
    bed_a3: foil(BedPressure.UNKNOWN),
    bed_a4: foil(BedPressure.OUT),
  },
  presence: {} as RoundView["presence"],
});

test("each bed is told once, as its foil has it, and what a foil does not know is unknown", () => {
  const round = foilReader();
  const told = [];
  let [y, fastest] = [1.2, 0];
  for (let i = 0; i < 3000; i++) {
    const { forward, tells } = round(view(y));
    told.push(...tells);
    y += forward * 0.01;
    fastest = Math.max(fastest, Math.abs(forward));
  }
  expect(told).toEqual([
    { bed: "bed_a2", is: "on_edge" },
    { bed: "bed_a4", is: "away" },
    { bed: "bed_a1", is: "in_bed" },
    { bed: "bed_a3", is: "unknown" },
  ]);
  expect(fastest).toBeLessThanOrEqual(0.5);
});
