// The ward's camera: the same poses give the same picture; the person is where their links are; the robot hides what is behind it.
import { beforeAll, expect, test } from "vitest";
import { kilograms, metres, seconds } from "../../core/units.ts";
import { facingRobot, linkPoses, risingResident } from "../../tests/posed-resident.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { readWard } from "../ward.ts";
import { wardCamera } from "./ward-camera.ts";
import type { WardCamera } from "./ward-camera.ts";

const scene = readWard(DEFAULT_RESIDENT);
const look = { stature: DEFAULT_RESIDENT.stature, bodyMass: DEFAULT_RESIDENT.bodyMass };
const away = facingRobot(1.6, 0, 0);
let camera: WardCamera;
beforeAll(() => {
  camera = wardCamera(scene, look);
});

const picture = (share: number, robot = away): Uint8ClampedArray => {
  const resident = risingResident(look.stature, share);
  return camera.draw(linkPoses(seconds(0), { resident, transfer_robot: robot })).slice();
};
const empty = (robot = away): Uint8ClampedArray =>
  camera.draw(linkPoses(seconds(0), { transfer_robot: robot })).slice();

/** The pixels that differ clearly, as a count and the rows they span. */
function difference(a: Uint8ClampedArray, b: Uint8ClampedArray) {
  let [count, top, bottom] = [0, Infinity, -Infinity];
  for (let i = 0; i < a.length; i += 4) {
    const off = Math.max(...[0, 1, 2].map((k) => Math.abs((a[i + k] ?? 0) - (b[i + k] ?? 0))));
    if (off < 24) continue;
    const row = Math.floor(i / 4 / 320);
    [count, top, bottom] = [count + 1, Math.min(top, row), Math.max(bottom, row)];
  }
  return { count, top, bottom };
}

test("the same poses give the same picture, bit for bit, whatever was drawn between", () => {
  const first = picture(0.4);
  picture(1);
  expect(picture(0.4)).toEqual(first);
  expect(
    wardCamera(scene, look).draw(
      linkPoses(seconds(0), { resident: risingResident(look.stature, 0.4), transfer_robot: away }),
    ),
  ).toEqual(first);
});

test("the picture has the sensor's size and is opaque", () => {
  const rgba = empty();
  expect(rgba).toHaveLength(320 * 240 * 4);
  expect(rgba.every((value, i) => i % 4 !== 3 || value === 255)).toBe(true);
});

test("a standing person reaches higher in the picture than a seated one", () => {
  const seated = difference(picture(0), empty());
  const standing = difference(picture(1), empty());
  expect(seated.count).toBeGreaterThan(3000);
  expect(standing.top).toBeLessThan(seated.top - 25);
});

test("a heavier person is drawn wider", () => {
  const heavy = wardCamera(scene, { ...look, bodyMass: kilograms(95) });
  const resident = risingResident(look.stature, 1);
  const wide = heavy.draw(linkPoses(seconds(0), { resident, transfer_robot: away }));
  expect(difference(wide, empty()).count).toBeGreaterThan(difference(picture(1), empty()).count * 1.08);
});

test("the robot hides part of the person that it stands before", () => {
  const near = facingRobot(-0.05, 0.12, 0.08);
  const shown = difference(picture(0, near), empty(near)).count;
  expect(shown).toBeLessThan(difference(picture(0), empty()).count * 0.95);
  expect(shown).toBeGreaterThan(1500);
});

test("while a link of the resident is not told nobody is drawn, rather than half a person", () => {
  const resident = new Map(risingResident(look.stature, 0));
  resident.delete("left_shank");
  expect(camera.draw(linkPoses(seconds(0), { resident, transfer_robot: away }))).toEqual(empty());
});

test("impossible people and scenes without a camera are refused by name", () => {
  expect(() => wardCamera(scene, { ...look, bodyMass: kilograms(NaN) })).toThrow("body mass NaN kg");
  expect(() => wardCamera(scene, { ...look, stature: metres(0.4) })).toThrow("stature 0.4");
  const blind = { ...scene, models: scene.models.filter(({ name }) => name !== "camera") };
  expect(() => wardCamera(blind, look)).toThrow("has no camera");
});
