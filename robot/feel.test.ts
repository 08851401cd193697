// What is felt as bounds: which motions a contact, a tilt or a load slows, forbids, and leaves free.
import { describe, expect, test } from "vitest";
import {
  BodyContact,
  type BodyContacts,
  type Imu,
  type Resident,
  type WrenchStamped,
} from "../core/messages.ts";
import { shareOf, stoppedBy, UNBOUNDED } from "../core/motion/bounds.ts";
import type { Velocities } from "../core/motion/limits.ts";
import { CONTACT_SPEED } from "../core/motion/separation.ts";
import { ARM_MASS, GRAVITY } from "../core/motion/support.ts";
import type { Stamped } from "../core/node.ts";
import { stampOf } from "../core/time.ts";
import { degrees, kilograms, metres, newtons, seconds } from "../core/units.ts";
import { feel, type Felt } from "./feel.ts";

const NOW = seconds(10);
const at = <M>(message: M, received: number = NOW): Stamped<M> => ({
  message,
  receivedAt: seconds(received),
});
const header = (when: number = NOW) => ({ stamp: stampOf(seconds(when)), frame_id: "base_link" });
const AHEAD = { x: 1, y: 0, z: 0 };
const shin = (share: number, change: Partial<BodyContact> = {}): BodyContact => ({
  region: BodyContact.LOWER_LEG,
  link: "base_link",
  force: newtons(65 * share),
  unintended: true,
  point: { x: 0.8, y: 0.36, z: 0.1 },
  normal: AHEAD,
  ...change,
});
const skin = (...contacts: BodyContact[]): Stamped<BodyContacts> => at({ header: header(), contacts });
const imu = (tilt: number): Stamped<Imu> =>
  at({
    header: header(),
    orientation: { x: Math.sin(degrees(tilt) / 2), y: 0, z: 0, w: Math.cos(degrees(tilt) / 2) },
  } as Imu);
const wrench = (support: number): Stamped<WrenchStamped> =>
  at({
    header: header(),
    wrench: { force: { x: 0, y: 0, z: 0 - ARM_MASS * GRAVITY - support / 2 }, torque: { x: 0, y: 0, z: 0 } },
  });
const resident = at({
  name: "",
  sex: 0,
  stature: metres(1.6),
  body_mass: kilograms(60),
  seat_height: metres(0.45),
  picture_refused: true,
} satisfies Resident);
const felt = (change: Partial<Felt> = {}): Felt => ({
  contacts: skin(),
  imu: imu(0),
  leftWrench: wrench(0),
  rightWrench: wrench(0),
  resident,
  ...change,
});
const share = (wish: Velocities, change: Partial<Felt>) =>
  shareOf(wish, { ...UNBOUNDED, bounds: feel(NOW, felt(change)) }).share;
const stopped = (wish: Velocities, change: Partial<Felt>) =>
  stoppedBy(wish, { ...UNBOUNDED, bounds: feel(NOW, felt(change)) });

const [FORWARD, BACK, LEFT, RIGHT] = [
  [0.2, 0, 0, 0, 0],
  [-0.2, 0, 0, 0, 0],
  [0, 0.2, 0, 0, 0],
  [0, -0.2, 0, 0, 0],
];
const [UP, DOWN, CLOSE] = [
  [0, 0, 0.1, 0, 0],
  [0, 0, -0.1, 0, 0],
  [0, 0, 0, 0.05, 0],
];

test("a calm robot is bound by nothing", () => expect(feel(NOW, felt())).toEqual([]));

describe("SR-24 an unintended contact", () => {
  test("slows what presses from half of its limit on, and stops it at the limit", () => {
    expect(share(FORWARD, { contacts: skin(shin(0.5)) })).toBe(1);
    expect(share(FORWARD, { contacts: skin(shin(0.75)) })).toBeCloseTo(CONTACT_SPEED / 2 / 0.2, 12);
    expect([
      share(FORWARD, { contacts: skin(shin(1)) }),
      stopped(FORWARD, { contacts: skin(shin(1)) }),
    ]).toEqual([0, "contact.force"]);
  });
  test("leaves free what leads out of it", () => {
    for (const wish of [BACK, LEFT, UP, DOWN]) expect(share(wish, { contacts: skin(shin(2)) })).toBe(1);
    expect(share(RIGHT, { contacts: skin(shin(2)) })).toBe(0);
  });
  test("of an arm is left by that arm, by the lift or by the base, as its normal says", () => {
    const side = skin(
      shin(2, { link: "left_arm", point: { x: 0.5, y: 0.2, z: 0.9 }, normal: { x: 0, y: -1, z: 0 } }),
    );
    expect([share(CLOSE, { contacts: side }), share([0, 0, 0, -0.05, 0], { contacts: side })]).toEqual([
      0, 1,
    ]);
    const above = skin(shin(2, { link: "left_arm", normal: { x: 0, y: 0, z: 1 } }));
    expect([share(UP, { contacts: above }), share(DOWN, { contacts: above })]).toEqual([0, 1]);
  });
  test.each([
    ["no number", { force: newtons(NaN) }],
    ["the head at any force", { region: BodyContact.HEAD, force: newtons(0.1) }],
  ])("of %s stops what presses", (_, change) =>
    expect(share(FORWARD, { contacts: skin(shin(0, change)) })).toBe(0),
  );
  test.each([
    ["an unknown normal", { normal: { x: 0, y: 0, z: 0 } }],
    ["an unknown place", { point: { x: NaN, y: 0, z: 0 } }],
    ["an unknown link", { link: "tail" }],
  ])("at %s leaves nothing free", (_, change) => {
    for (const wish of [FORWARD, BACK, LEFT, UP, DOWN])
      expect(share(wish, { contacts: skin(shin(2, change)) })).toBe(0);
  });
  test("that was intended bounds nothing", () =>
    expect(feel(NOW, felt({ contacts: skin(shin(2, { unintended: false })) }))).toEqual([]));
  test("is anywhere when the skin is silent", () => {
    for (const contacts of [
      undefined,
      at({ header: header(9.8), contacts: [] }),
      at({ header: header(11), contacts: [] }),
    ])
      expect([share(DOWN, { contacts }), stopped(DOWN, { contacts })]).toEqual([0, "contact.unknown"]);
  });
});

describe("SR-24 a tilt", () => {
  test("slows what tips from half of its limit on, and stops it at the limit", () => {
    expect(share(FORWARD, { imu: imu(2.4) })).toBe(1);
    expect(share([0.25, 0, 0, 0, 0], { imu: imu(3.75) })).toBeCloseTo(0.5, 6);
    expect(stopped(UP, { imu: imu(5.1) })).toBe("tilt");
  });
  test.each([
    ["beyond it", imu(6)],
    ["not known", undefined],
    ["nonsense", imu(NaN)],
  ] as const)("%s leaves lowering free, and nothing that tips", (_, unit) => {
    for (const wish of [FORWARD, BACK, LEFT, RIGHT, UP]) expect(share(wish, { imu: unit })).toBe(0);
    for (const wish of [DOWN, CLOSE]) expect(share(wish, { imu: unit })).toBe(1);
  });
});

describe("SR-24 the load of the pads", () => {
  const limit = 0.6 * 60 * GRAVITY;
  const pads = (support: number) => ({ leftWrench: wrench(support), rightWrench: wrench(support) });
  test("is raised freely below its limit, no further at it, and always lowered", () => {
    expect(share(UP, pads(limit * 0.94))).toBe(1);
    expect(share(UP, pads(limit * 0.975))).toBeCloseTo(0.5, 6);
    expect([share(UP, pads(limit * 1.01)), share(DOWN, pads(limit * 1.01))]).toEqual([0, 1]);
  });
  test("is not raised when nobody knows who is carried, or how much", () => {
    expect(share(UP, { ...pads(100), resident: undefined })).toBe(0);
    expect(share(UP, pads(NaN))).toBe(0);
  });
  test("of empty arms bounds nothing, whoever is here", () =>
    expect(share(UP, { resident: undefined })).toBe(1));
});
