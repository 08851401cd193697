// Tests of the plan of pressure and of the legs' geometry, against what is known in closed form.
import { expect, test } from "vitest";
import { metres } from "../../core/units.ts";
import type { Pose } from "../sdf/model.ts";
import { compose, fromRollPitchYaw } from "../sdf/pose.ts";
import { LENGTH } from "../../core/body/segments.ts";
import { extrapolatedOf, frequency, pressureOf, type Knot } from "./capture.ts";
import { nextStep } from "./footsteps.ts";
import { gaitOf } from "./gait.ts";
import { legAngles } from "./leg.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";

const plan: Knot[] = [
  { in: -0.5, at: [0, 0] },
  { in: -0.1, at: [0, 0] },
  { in: 0.3, at: [0.4, 0.08] },
  { in: 0.9, at: [0.5, 0.08] },
];

test("pressure is where now lies in the plan, however many knots are past", () => {
  expect(pressureOf(plan)[0]).toBeCloseTo(0.1, 12);
  expect(pressureOf(plan.map((knot) => ({ ...knot, in: knot.in - 2 })))).toEqual([0.5, 0.08]);
  expect(pressureOf([{ in: 0.2, at: [1, 2] }])).toEqual([1, 2]);
});

test("from the extrapolated mass that is asked for, the pendulum ends over the last knot", () => {
  const omega = frequency(0.85);
  const [begin] = extrapolatedOf(plan, omega);
  let xi = begin;
  const step = 1e-4;
  for (let t = 0; t < 0.9; t += step) {
    const [p] = pressureOf(plan.map((knot) => ({ ...knot, in: knot.in - t })));
    xi += omega * (xi - p) * step;
  }
  expect(xi).toBeCloseTo(0.5, 2);
});

test.each([1, -1] as const)("the angles of a leg on side %i bring the foot where it is asked for", (side) => {
  const h = metres(1.6);
  const foot = {
    position: [0.12, side * 0.11, -0.7] as const,
    rotation: fromRollPitchYaw(0.05, -0.1, side * 0.15),
  };
  const a = legAngles(h, side, foot);
  const turned = (roll: number, pitch: number, yaw: number, z = 0) => ({
    position: [0, 0, z] as const,
    rotation: fromRollPitchYaw(roll, pitch, yaw),
  });
  const hip: Pose = {
    position: [0, side * LENGTH.hipHalfBreadth * h, 0] as const,
    rotation: [0, 0, 0, 1] as const,
  };
  const chain: readonly Pose[] = [
    turned(0, -a.hipFlexion, 0),
    turned(side * a.hipAbduction, 0, 0),
    turned(0, a.kneeFlexion, 0, -LENGTH.thigh * h),
    turned(0, 0, side * a.kneeRotation),
    turned(0, -a.ankleDorsiflexion, 0, -LENGTH.shank * h),
    turned(side * a.ankleEversion, 0, 0),
  ];
  const there = chain.reduce<Pose>((pose, one) => compose(pose, one), hip);
  there.position.forEach((value, k) => expect(value).toBeCloseTo(foot.position[k] ?? NaN, 9));
  there.rotation.forEach((value, k) => expect(value).toBeCloseTo(foot.rotation[k] ?? NaN, 9));
});

test("steps lead to a place however one faces at first, and end there", () => {
  const gait = gaitOf(DEFAULT_RESIDENT, 0.8);
  let [left, right] = [
    { x: 0, y: 0.06, yaw: 0 },
    { x: 0, y: -0.06, yaw: 0 },
  ];
  const goal = { x: -1.5, y: 1, heading: 1 };
  let count = 0;
  for (let last = 0; count < 60; count++) {
    const side = count % 2 === 0 ? -1 : 1;
    const step = nextStep(side > 0 ? right : left, side > 0 ? left : right, side, gait, goal, last);
    if (step === undefined) break;
    if (side > 0) left = step.foot;
    else right = step.foot;
    last = step.advance;
  }
  expect(count).toBeLessThan(30);
  expect(Math.hypot((left.x + right.x) / 2 + 1.5, (left.y + right.y) / 2 - 1)).toBeLessThan(0.1);
  expect(left.yaw).toBeCloseTo(1, 1);
});
