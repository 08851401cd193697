// Tests of the SDF reader: frames against known answers, inertia turned, and one clear error for a broken file.
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { readWard } from "../ward.ts";
import { fromRollPitchYaw, toRollPitchYaw } from "./pose.ts";
import { readModelFile, readScene } from "./read.ts";

const inertial = `<inertial><mass>2</mass><inertia><ixx>1</ixx><iyy>2</iyy><izz>3</izz></inertia></inertial>`;
const model = (inner: string, attributes = "") =>
  `<sdf version="1.9"><model name="m"${attributes}>${inner}</model></sdf>`;
const read = (inner: string) => readModelFile(model(inner), "test.sdf");

test("a link's pose may be relative to a frame that is attached to another link", () => {
  const { links } = read(`
    <link name="a"><pose>1 0 0 0 0 1.5707963267948966</pose>${inertial}</link>
    <frame name="f" attached_to="a"><pose>0 2 0 0 0 0</pose></frame>
    <link name="b"><pose relative_to="f">1 0 0.5 0 0 0</pose>${inertial}</link>
    <joint name="j" type="fixed"><parent>a</parent><child>b</child></joint>`);
  const [x, y, z] = links[1]?.pose.position ?? [];
  expect(x).toBeCloseTo(-1, 12);
  expect(y).toBeCloseTo(1, 12);
  expect(z).toBeCloseTo(0.5, 12);
});

test("a joint's axis expressed in the model is turned into its child", () => {
  const { joints } = read(`
    <link name="a">${inertial}</link>
    <link name="b"><pose>0 0 0 -1.5707963267948966 0 0</pose>${inertial}</link>
    <joint name="j" type="continuous"><parent>a</parent><child>b</child>
      <axis><xyz expressed_in="__model__">0 1 0</xyz></axis></joint>`);
  const [x, y, z] = joints[0]?.axes[0]?.direction ?? [];
  expect([x, y, z].map((value) => Math.round((value ?? NaN) * 1e9) / 1e9 + 0)).toEqual([0, 0, 1]);
  expect(joints[0]?.axes[0]?.upper).toBe(Infinity);
});

test("a turned inertial frame turns the tensor with it", () => {
  const turned = inertial.replace("<mass>", "<pose>0 0 0.1 0 0 1.5707963267948966</pose><mass>");
  const { links } = read(`<link name="a">${turned}</link>`);
  expect(links[0]?.inertial?.inertia.xx).toBeCloseTo(2, 12);
  expect(links[0]?.inertial?.inertia.yy).toBeCloseTo(1, 12);
  expect(links[0]?.inertial?.centre).toEqual([0, 0, 0.1]);
});

test.each([
  ["<sdf version='1.9'><model name='m'>", /test\.sdf:\d+: broken XML/],
  [
    model(`<link name="a"><pose>1 2</pose>${inertial}</link>`),
    'model "m" > link "a" > pose: expected 6 numbers',
  ],
  [model(`<link name="a"><pose relative_to="x"/>${inertial}</link>`), 'unknown frame "x"'],
  [
    model(`<link name="a"><pose relative_to="f"/>${inertial}</link><frame name="f" attached_to="a"/>`),
    "hangs on itself",
  ],
  [model(`<link name="a"/>`), 'link "a" moves but has no <inertial>'],
  [
    model(`<link name="a">${inertial}<collision name="c"><geometry><mesh/></geometry></collision></link>`),
    'got "mesh"',
  ],
  [model(`<link name="a">${inertial}</link><joint name="j" type="screw"/>`), 'unknown joint type "screw"'],
  [model(`<link name="a">${inertial.replace(">2<", ">-2<")}</link>`), "expected a number above 0, got -2"],
  [model(`<link name="a">${inertial.replace(">2<", ">two<")}</link>`), 'expected 1 number, got "two"'],
  ["<robot name='r'/>", "expected <sdf> as the root"],
])("a broken file names itself and what was expected: %s", (text, message) => {
  expect(() => readModelFile(text, "test.sdf")).toThrow(message);
});

test("an include that is not there is named", () => {
  const world = `<sdf version="1.9"><world name="w"><include><uri>none.sdf</uri></include></world></sdf>`;
  expect(() => readScene(world, "w.sdf")).toThrow(
    'w.sdf > sdf > world "w" > include: cannot find "none.sdf"',
  );
});

test("the ward has the robot, the resident and all that a room needs, with the resident's whole mass", () => {
  const { models } = readWard(DEFAULT_RESIDENT);
  expect(models.map((one) => one.name)).toEqual([
    "floor",
    "walls",
    "bed",
    "chair",
    "camera",
    "transfer_robot",
    "resident",
  ]);
  const mass = models.at(-1)?.links.reduce((sum, link) => sum + (link.inertial?.mass ?? NaN), 0);
  expect(mass).toBeCloseTo(DEFAULT_RESIDENT.bodyMass, 1);
});

test("a world places models by its frames, and an include may rename its model and make it fixed", () => {
  const box = model(`<link name="a">${inertial}</link>`);
  const { models } = readScene(
    `<sdf version="1.9"><world name="w">
      <frame name="room"><pose>1 2 0 0 0 1.5707963267948966</pose></frame>
      <frame name="corner" attached_to="room"><pose>1 0 0 0 0 0</pose></frame>
      <include><uri>model://box</uri><name>one</name><pose relative_to="corner">0 1 0.5 0 0 0</pose><static>true</static></include>
      <include><uri>model://box</uri><name>two</name><pose relative_to="one">0 0 1 0 0 0</pose></include>
    </world></sdf>`,
    "w.sdf",
    (uri) => (uri === "model://box" ? box : undefined),
  );
  const places = models.map(({ name, fixed, pose }) => [
    name,
    fixed,
    pose.position.map((v) => Math.round(v * 1e9) / 1e9),
  ]);
  expect(places).toEqual([
    ["one", true, [0, 3, 0.5]],
    ["two", false, [0, 3, 1.5]],
  ]);
});

test.each([
  [
    `<include><uri>m</uri><pose relative_to="none">0 0 0 0 0 0</pose></include>`,
    'unknown frame "none"; expected one of world',
  ],
  [
    `<frame name="a"><pose relative_to="b"/></frame><frame name="b" attached_to="a"/><include><uri>m</uri><pose relative_to="a">0 0 0 0 0 0</pose></include>`,
    "hangs on itself",
  ],
])("a world's frame that cannot be found is named: %#", (inner, message) => {
  const box = model(`<link name="a">${inertial}</link>`);
  expect(() =>
    readScene(`<sdf version="1.9"><world name="w">${inner}</world></sdf>`, "w.sdf", () => box),
  ).toThrow(message);
});

const turns = fc.tuple(...[0, 1, 2].map(() => fc.double({ min: -4, max: 4, noNaN: true })));
test("roll, pitch and yaw of a rotation make that rotation again, also where it looks straight up", () => {
  const upright = fc.tuple(
    fc.double({ min: -4, max: 4, noNaN: true }),
    fc.constantFrom(Math.PI / 2, -Math.PI / 2),
    fc.constant(0.4),
  );
  fc.assert(
    fc.property(fc.oneof(turns, upright), ([roll = 0, pitch = 0, yaw = 0]) => {
      const q = fromRollPitchYaw(roll, pitch, yaw);
      const again = fromRollPitchYaw(...toRollPitchYaw(q));
      expect(Math.abs(q.reduce((sum, value, i) => sum + value * (again[i] ?? NaN), 0))).toBeCloseTo(1, 9);
    }),
  );
});
