// What touches the robot: which axis leads each link into it, how the base turns towards it, and what is not known.
import { describe, expect, test } from "vitest";
import type { Vec3 } from "../frames.ts";
import { leadsInto } from "./touching.ts";

const FORWARD: Vec3 = [1, 0, 0];
const LEFT: Vec3 = [0, 1, 0];
const RIGHT: Vec3 = [0, -1, 0];
const UP: Vec3 = [0, 0, 1];
const DOWN: Vec3 = [0, 0, -1];
const ORIGIN: Vec3 = [0, 0, 0];
const TIP: Vec3 = [0.8, 0.3, 0.5];
const into = (link: string, point: Vec3 = ORIGIN, normal: Vec3 = FORWARD) => {
  const along = leadsInto(link, point, normal);
  return along.map((factor) => factor + 0); // -0 is 0
};
const UNKNOWN = [NaN, NaN, NaN, NaN, NaN];

describe("SR-24 what touches", () => {
  test.each(["base_link", "left_wheel", "right_wheel"])("%s is led into by the base alone", (link) => {
    expect(into(link)).toEqual([1, 0, 0, 0, 0]);
    expect(into(link, ORIGIN, UP)).toEqual([0, 0, 0, 0, 0]);
  });
  test("the lift is led into by its own motion too, from above when it rises and from below when it sinks", () => {
    expect(into("lift_link", ORIGIN, UP)).toEqual([0, 0, 1, 0, 0]);
    expect(into("lift_link", ORIGIN, DOWN)).toEqual([0, 0, -1, 0, 0]);
    expect(into("lift_link", ORIGIN, LEFT)).toEqual([0, 0, 0, 0, 0]);
  });
  test("an arm is led into by the lift and by itself, which closes towards the middle, and not by the other arm", () => {
    expect(into("left_arm", ORIGIN, UP)).toEqual([0, 0, 1, 0, 0]);
    expect(into("right_arm", ORIGIN, UP)).toEqual([0, 0, 1, 0, 0]);
    expect(into("left_arm", ORIGIN, RIGHT)).toEqual([0, 0, 0, 1, 0]);
    expect(into("left_arm", ORIGIN, LEFT)).toEqual([0, 0, 0, -1, 0]);
    expect(into("right_arm", ORIGIN, LEFT)).toEqual([0, 0, 0, 0, 1]);
    expect(into("right_arm", ORIGIN, RIGHT)).toEqual([0, 0, 0, 0, -1]);
  });
  test("a point is led into by the turn of the base, the faster the further it is from the axle", () => {
    expect(into("base_link", TIP, LEFT)).toEqual([0, 0.8, 0, 0, 0]);
    expect(into("base_link", TIP, FORWARD)).toEqual([1, -0.3, 0, 0, 0]);
    expect(into("base_link", TIP, UP)).toEqual([0, 0, 0, 0, 0]);
  });
  test("askew counts by its share along each axis", () =>
    expect(into("left_arm", TIP, [0.6, 0, 0.8])).toEqual([0.6, expect.closeTo(-0.18, 12), 0.8, 0, 0]));
});

describe("of what is not known every direction may lead in", () => {
  test("a link that the robot does not have", () => expect(into("tail")).toEqual(UNKNOWN));
  test.each<[string, Vec3]>([
    ["x", [NaN, 0, 0]],
    ["y", [0, Infinity, 0]],
  ])("a point without %s", (_, point) => expect(into("base_link", point)).toEqual(UNKNOWN));
  test("a height that is not known hides nothing, for no axis turns about it", () =>
    expect(into("base_link", [0.8, 0.3, NaN], LEFT)).toEqual([0, 0.8, 0, 0, 0]));
  test.each<[string, Vec3]>([
    ["nothing", [0, 0, 0]],
    ["no number", [NaN, 0, 0]],
    ["more than one", [1.002, 0, 0]],
    ["less than one", [0.998, 0, 0]],
  ])("a normal of length %s", (_, normal) => expect(into("base_link", ORIGIN, normal)).toEqual(UNKNOWN));
  test("but a normal that is rounded to 32 bits is one", () =>
    expect(into("base_link", ORIGIN, [1.001, 0, 0])).toEqual([1.001, 0, 0, 0, 0]));
});
