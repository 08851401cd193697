// Who counts as a person: seen, standing in the room, and followed for a while; not a skeleton strewn over furniture.
import { expect, test } from "vitest";
import { LANDMARKS } from "../core/body/skeleton.ts";
import type { Vec3 } from "../core/frames.ts";
import { radians, seconds } from "../core/units.ts";
import { watchPresence } from "./presence.ts";
import type { Found } from "./presence.ts";

interface Told {
  visibility?: number;
  x?: number;
  lowest?: number;
  residual?: number;
  across?: number;
}
const found = ({ visibility = 1, x = 0, lowest = 0, residual = 0.02, across = 0.5 }: Told = {}): Found => ({
  image: LANDMARKS.map(() => ({ x: across, y: 0.5, z: 0, visibility })),
  place: {
    points: LANDMARKS.map((_, i): Vec3 => [x, 0, lowest + (1.5 * i) / 33]),
    residual: radians(residual),
    distance: 2,
  },
});
/** The confidence after half a second of this. */
const after = (told: Told): number => {
  const presence = watchPresence();
  return [0, 1, 2, 3, 4, 5].map((i) => presence(found(told), seconds(i / 10))).at(-1) ?? NaN;
};

test("a person who has been followed is believed, one who has just appeared is not yet", () => {
  const presence = watchPresence();
  expect(presence(found(), seconds(0))).toBeLessThan(0.6);
  expect(presence(found(), seconds(0.1))).toBeGreaterThan(0.6);
  expect(presence(found(), seconds(0.2))).toBeCloseTo(1, 6);
});

test("nobody is no confidence", () => {
  expect(watchPresence()(undefined, seconds(0))).toBe(0);
});

test("a jump across the room is somebody else, who must be followed anew", () => {
  const presence = watchPresence();
  for (const t of [0, 0.1, 0.2]) presence(found(), seconds(t));
  expect(presence(found({ x: 2 }), seconds(0.3))).toBeLessThan(0.6);
});

test("after a gap, and after a clock that went back, the person is new", () => {
  const presence = watchPresence();
  for (const t of [0, 0.1, 0.2]) presence(found(), seconds(t));
  expect(presence(found(), seconds(2))).toBeLessThan(0.6);
  for (const t of [2.1, 2.2]) presence(found(), seconds(t));
  expect(presence(found(), seconds(1))).toBeCloseTo(0.5, 6);
});

test("a body that is sunk into the floor, hangs from the ceiling or does not fit its picture is a ghost", () => {
  expect(after({})).toBeGreaterThan(0.9);
  expect(after({ lowest: -0.8 })).toBe(0);
  expect(after({ lowest: 2 })).toBe(0);
  expect(after({ residual: 0.2 })).toBe(0);
});

test("landmarks that are hidden or outside the picture take confidence away", () => {
  expect(after({ visibility: 0.4 })).toBeLessThan(0.6);
  expect(after({ across: 1.2 })).toBe(0);
});

test("landmarks that are not numbers give no confidence", () => {
  expect(after({ visibility: NaN })).toBe(0);
  expect(after({ lowest: NaN })).toBe(0);
});
