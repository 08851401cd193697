// Tests of joints that move their links: about an axis that is not at the link's origin, along one that is turned, and refused.
import { expect, test } from "vitest";
import { linkPoses } from "./kinematics.ts";
import { readModelFile } from "./read.ts";

const link = (name: string, pose: string) =>
  `<link name="${name}"><pose>${pose}</pose><inertial><mass>1</mass><inertia><ixx>1</ixx><iyy>1</iyy><izz>1</izz></inertia></inertial></link>`;
const model = readModelFile(
  `<sdf version="1.9"><model name="arm">
    ${link("base", "0 0 1 0 0 0")}${link("arm", "2 0 1 0 0 0")}${link("hand", "3 0 1 0 0 1.5707963267948966")}
    <joint name="hinge" type="revolute"><pose>-1 0 0 0 0 0</pose><parent>base</parent><child>arm</child><axis><xyz>0 0 1</xyz></axis></joint>
    <joint name="slide" type="prismatic"><parent>arm</parent><child>hand</child><axis><xyz>1 0 0</xyz></axis></joint>
    ${link("ball", "0 0 2 0 0 0")}<joint name="socket" type="ball"><parent>base</parent><child>ball</child></joint>
  </model></sdf>`,
  "arm.sdf",
);
const at = (name: string, positions = {}) =>
  linkPoses(model, positions)
    .get(name)
    ?.position.map((value) => Math.round(value * 1e9) / 1e9 + 0);

test("with its joints at zero a model is as its file says", () => {
  expect(at("arm")).toEqual([2, 0, 1]);
  expect(at("hand")).toEqual([3, 0, 1]);
});
test("a link turns about its joint's place, not its own, and carries what hangs on it", () => {
  expect(at("arm", { hinge: Math.PI / 2 })).toEqual([1, 1, 1]);
  expect(at("hand", { hinge: Math.PI / 2 })).toEqual([1, 2, 1]);
});
test("a link slides along its own turned axis", () =>
  expect(at("hand", { slide: 0.5 })).toEqual([3, 0.5, 1]));
test.each(["none", "socket"])("a position for %s is refused", (name) =>
  expect(() => linkPoses(model, { [name]: 1 })).toThrow(`expected a joint "${name}" with one axis`),
);
