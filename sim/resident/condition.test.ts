// Tests of what a condition takes of a resident's strength, and that an impossible one is refused by name.
import { expect, test } from "vitest";
import { CONDITIONS, WELL } from "../../core/body/condition.ts";
import { metres, seconds } from "../../core/units.ts";
import { strengthLeft } from "./condition.ts";
import { bodyMotors, MUSCLES } from "./muscles.ts";
import { checkResident, DEFAULT_RESIDENT } from "./parameters.ts";

const SEAT = metres(0.45);
const motorsOf = (condition = WELL) =>
  bodyMotors({ ...DEFAULT_RESIDENT, condition }, SEAT, (joint, index) => `${joint}/${index}`);

test("who is well has the strength of who has no condition; every muscle belongs to a joint", () => {
  expect(motorsOf()).toEqual(bodyMotors(DEFAULT_RESIDENT, SEAT, (joint, index) => `${joint}/${index}`));
  for (const { name } of MUSCLES) expect(strengthLeft(WELL, name)).toBe(1);
  expect(() => strengthLeft(WELL, "left_tail")).toThrow(/left_tail/);
});

test("a weak side weakens its arm and leg and nothing of the trunk or the other side", () => {
  const [weak, well] = [motorsOf(CONDITIONS.weak_side), motorsOf()];
  MUSCLES.forEach(({ name }, i) => {
    const share = name.startsWith("left") ? 0.4 : 1;
    expect(weak[i]?.lower).toBeCloseTo((well[i]?.lower ?? NaN) * share);
    expect(weak[i]?.upper).toBeCloseTo((well[i]?.upper ?? NaN) * share);
  });
});

test("joints are weakened on both sides, beside the weakness of a side", () => {
  const condition = {
    ...WELL,
    right_weakness: 0.5,
    knee_weakness: 0.2,
    trunk_weakness: 0.3,
    arm_weakness: 1,
  };
  expect(strengthLeft(condition, "left_knee_flexion")).toBeCloseTo(0.8);
  expect(strengthLeft(condition, "right_knee_rotation")).toBeCloseTo(0.4);
  expect(strengthLeft(condition, "right_hip_flexion")).toBeCloseTo(0.5);
  expect(strengthLeft(condition, "lumbar_lateral")).toBeCloseTo(0.7);
  expect(strengthLeft(condition, "neck_flexion")).toBeCloseTo(0.7);
  expect(strengthLeft(condition, "left_elbow_flexion")).toBe(0);
  expect(strengthLeft(condition, "left_ankle_eversion")).toBe(1);
});

test("what is out of its range, or no number, is refused by its name", () => {
  const check = (differs: Partial<typeof WELL>) => () =>
    checkResident({ ...DEFAULT_RESIDENT, condition: { ...WELL, ...differs } });
  expect(check({})).not.toThrow();
  expect(check({ fear: 1.2 })).toThrow("resident condition fear 1.2: expected 0 to 1");
  expect(check({ struggle: NaN })).toThrow(/struggle NaN/);
  expect(check({ pressure_drop_after: seconds(181) })).toThrow(/pressure_drop_after 181: expected 0 to 180/);
});
