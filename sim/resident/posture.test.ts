// Tests of the posture and the need: balance is where it is asked for, statics agree with a sum by hand, need scales.
import { describe, expect, test } from "vitest";
import { SEGMENT_MASS } from "../../core/body/segments.ts";
import { degrees, kilograms, metres, radians } from "../../core/units.ts";
import { BODY_JOINTS } from "./joints.ts";
import { MUSCLES, riseNeed } from "./muscles.ts";
import { checkResident, DEFAULT_RESIDENT } from "./parameters.ts";
import { HIP_ABOVE_SEAT, postureModel } from "./posture.ts";

const seat = metres(0.45);
const model = postureModel(DEFAULT_RESIDENT, seat);

test.each(["female", "male"] as const)("the segments of a %s make one whole body", (sex) => {
  const { head, thorax, pelvis, ...pairs } = SEGMENT_MASS[sex];
  const limbs = Object.values(pairs).reduce((sum, { mass }) => sum + mass, 0);
  expect(head.mass + thorax.mass + pelvis.mass + 2 * limbs).toBeCloseTo(1, 3);
});

describe("posture", () => {
  test("sits at the seat's height and stands upright on straight legs", () => {
    expect(model.at(0, radians(0)).hipHeight).toBeCloseTo(0.45 + HIP_ABOVE_SEAT * 1.55, 9);
    const standing = model.at(1, radians(0));
    expect(standing.hipHeight / (0.53 * 1.55)).toBeGreaterThan(0.995);
    expect(standing.knee).toBeLessThan(degrees(5));
  });

  test.each([0, 0.3, 0.7, 1])("brings the mass where it is asked at %f of the rise", (rise) => {
    const posture = model.balanced(rise, metres(0.02));
    expect(model.massForward(posture)).toBeCloseTo(0.02, 4);
  });

  test("hip and knee together carry what the upper body weighs over their distance, as Newton says", () => {
    const posture = model.at(0.2, degrees(30));
    const upright = model.at(0.2, radians(0));
    const { hip, knee } = model.load(posture);
    const { hip: hipUpright, knee: kneeUpright } = model.load(upright);
    // Leaning takes from the knee exactly what it gives to the hip: their sum stays (Yoshioka 2007).
    expect(hip - hipUpright).toBeCloseTo(kneeUpright - knee, 9);
    expect(hip).toBeGreaterThan(hipUpright);
  });

  test("a seat nobody of that stature can sit on is an error", () => {
    expect(() => postureModel(DEFAULT_RESIDENT, metres(1.2))).toThrow("cannot sit there");
  });
});

describe("need", () => {
  test("is in proportion to body mass, and of the order measured for rising: 1 to 2.5 N·m/kg at hip and knee", () => {
    const [light, heavy] = [50, 75].map((mass) =>
      riseNeed({ ...DEFAULT_RESIDENT, bodyMass: kilograms(mass) }, seat),
    );
    expect((heavy?.knee ?? NaN) / (light?.knee ?? NaN)).toBeCloseTo(1.5, 9);
    for (const joint of ["hip", "knee"] as const) {
      expect((light?.[joint] ?? NaN) / 50).toBeGreaterThan(1);
      expect((light?.[joint] ?? NaN) / 50).toBeLessThan(2.5);
    }
  });

  test("every axis of the body has a muscle, once", () => {
    const axes = BODY_JOINTS.flatMap(({ child, axes: list }) =>
      list.map((_, i) => `${child}/${i}`),
    ).toSorted();
    expect(MUSCLES.map(({ link, index }) => `${link}/${index}`).toSorted()).toEqual(axes);
  });
});

test.each([
  [{ stature: metres(2.5) }, "resident stature 2.5: expected 1.4 to 1.95"],
  [{ bodyMass: kilograms(NaN) }, "resident body_mass NaN"],
  [{ legStrength: -1 }, "resident leg_strength -1"],
  [{ seed: 0.5 }, "resident seed 0.5"],
])("an impossible resident is refused by name: %j", (change, message) => {
  expect(() => checkResident({ ...DEFAULT_RESIDENT, ...change })).toThrow(message);
});
