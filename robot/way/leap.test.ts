// A place that is suddenly another: in another life there is no way back, after a stuck sensor there is.
import { describe, expect, test } from "vitest";
import { remember } from "./remember.ts";
import { leadsBack } from "./retrace.ts";
import { NO_WAY, type Posture, type Way } from "./way.ts";

const at = (lift: number, x = 0): Posture => ({ x, y: 0, yaw: 0, joints: [lift, 0, 0] });
const record = (load: "none" | "bearing", postures: readonly Posture[]) =>
  postures.reduce<Way>((way, posture) => remember(way, load, posture, true), NO_WAY);
/** Up by 0.3 m, with the base back by 0.03 m. */
const UP = record(
  "bearing",
  Array.from({ length: 301 }, (_, step) => at(step * 0.001, -step * 0.0001)),
);
const APPROACH = record(
  "none",
  Array.from({ length: 61 }, (_, step) => at(step * 0.005 - 0.3)),
);

describe("SR-25 the way back", () => {
  test("does not lead across a leap of base and lift, from which nobody came here: borne or not, it begins anew", () => {
    for (const before of [UP, APPROACH]) {
      const there = at(0.6, 1);
      const leapt = remember(before, "bearing", there, true);
      expect([leapt.points, leadsBack(leapt, there)]).toEqual([[there], false]);
    }
  });
  test("outlives a sensor that was stuck: of base or lift alone, a leap leads back to the seat", () => {
    for (const there of [at(0.6, -0.03), at(0.3, 0.5), at(0.6, 0.1)]) {
      const after = remember(UP, "bearing", there, true);
      expect([after.contact, leadsBack(after, there)]).toEqual([0, true]);
    }
  });
});
