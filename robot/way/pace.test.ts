// How fast somebody is taken down: as fast as they come along, slowly when nobody knows, and never not at all.
import { expect, test } from "vitest";
import { CAPS } from "../../core/motion/limits.ts";
import { newtons } from "../../core/units.ts";
import { paceWith } from "./pace.ts";

const pace = (support: number) => paceWith(newtons(support));
const LOWERING = CAPS.lower.down[2] ?? NaN;

test("SR-54 pads go down as fast as lowering may with who comes along, and hardly move from under who does not", () => {
  expect([pace(88), pace(600)]).toEqual([LOWERING, LOWERING]);
  expect([pace(6), pace(0), pace(-40)]).toEqual([0.02, 0.02, 0.02]);
  expect(pace(47)).toBeCloseTo((0.02 + LOWERING) / 2, 9);
});
test("SR-54 the more they carry, the faster; what is not known is slow, and nothing stands still", () => {
  const paces = Array.from({ length: 200 }, (_, newton) => pace(newton - 50));
  expect(paces).toEqual(paces.toSorted((a, b) => a - b));
  expect(pace(NaN)).toBe(0.03);
  expect(Math.min(...paces)).toBeGreaterThan(0);
});
