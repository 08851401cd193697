// The seat that does not take who is lowered onto it is noticed, once, and only there.
import { expect, test } from "vitest";
import { newtons, seconds } from "../core/units.ts";
import { isGone, NOT_SEATED, senseSeat, type SeatLook, type SeatSense } from "./seat.ts";

const LIMIT = newtons(0.6 * 500);
const HANGS: SeatLook = { lowering: true, arrived: true, support: newtons(0.4 * 500), limit: LIMIT };
const TICK = seconds(0.02);

/** Looks for so long; tells how often the seat was said to be gone, and what is remembered. */
function looked(look: Partial<SeatLook>, time: number, before: SeatSense = NOT_SEATED) {
  let [sense, told] = [before, 0];
  for (let at = 0; at < time; at += TICK) {
    sense = senseSeat(sense, { ...HANGS, ...look }, TICK);
    told += isGone(sense) ? 1 : 0;
  }
  return { sense, told };
}

test("SR-37 who still hangs in the pads where the seat should bear them has none: said once in a lowering", () => {
  expect(looked({}, 0.25).told).toBe(0);
  expect(looked({}, 5).told).toBe(1);
});
test("SR-37 who sits leaves less on the pads, and above the seat or with nobody lowering nothing is said", () => {
  expect(looked({ support: newtons(0.31 * 500) }, 5).told).toBe(0);
  expect(looked({ arrived: false }, 5).told).toBe(0);
  expect(looked({ lowering: false }, 5).told).toBe(0);
});
test("SR-37 a force or a weight that nobody knows says nothing of the seat", () => {
  expect(looked({ support: newtons(NaN) }, 5).told).toBe(0);
  expect(looked({ limit: newtons(NaN) }, 5).told).toBe(0);
});
test("SR-37 pads that leave the seat and come back to it look anew", () => {
  const { sense } = looked({}, 1);
  expect(looked({}, 1, looked({ arrived: false }, 0.1, sense).sense).told).toBe(1);
});
test("SR-37 a moment without load begins the time anew", () => {
  const { sense } = looked({}, 0.2);
  expect(looked({}, 0.2, looked({ support: newtons(0) }, 0.02, sense).sense).told).toBe(0);
});
