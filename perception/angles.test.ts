// Angles from landmarks of known bodies: upright, leaning, tilted, seated, turned and broken.
import { assert as check, property, integer } from "fast-check";
import { expect, test } from "vitest";
import { LANDMARK, LANDMARKS } from "../core/body/skeleton.ts";
import type { LandmarkName } from "../core/body/skeleton.ts";
import type { Vec3 } from "../core/frames.ts";
import { degrees, inDegrees } from "../core/units.ts";
import { bodyAngles } from "./angles.ts";

/** A person facing +x: `lean` forward, `tilt` to the left, knees flexed by `knee` with the shanks upright; degrees. */
function body({ lean = 0, tilt = 0, knee = 0, heading = 0 }): Vec3[] {
  const points: Vec3[] = LANDMARKS.map(() => [0, 0, 0]);
  const [c, s] = [Math.cos(degrees(heading)), Math.sin(degrees(heading))];
  const put = (name: LandmarkName, [x, y, z]: Vec3) =>
    void (points[LANDMARK[name]] = [c * x - s * y, s * x + c * y, z]);
  const [l, t, k] = [degrees(lean), degrees(tilt), degrees(knee)];
  for (const [side, y] of [
    ["left", 0.1],
    ["right", -0.1],
  ] as const) {
    put(`${side}_hip`, [0, y, 0.9]);
    put(`${side}_shoulder`, [0.5 * Math.sin(l), y + 0.5 * Math.tan(t), 0.9 + 0.5 * Math.cos(l)]);
    put(`${side}_knee`, [0.4 * Math.sin(k), y, 0.9 - 0.4 * Math.cos(k)]);
    put(`${side}_ankle`, [0.4 * Math.sin(k), y, 0.5 - 0.4 * Math.cos(k)]);
  }
  return points;
}

test("a person who stands upright has no angle at all", () => {
  for (const angle of Object.values(bodyAngles(body({})))) expect(angle).toBeCloseTo(0, 6);
});

test("leaning forward is positive, leaning back negative, whichever way the person faces", () => {
  check(
    property(integer({ min: -80, max: 80 }), integer({ min: 0, max: 360 }), (lean, heading) => {
      expect(inDegrees(bodyAngles(body({ lean, heading })).trunkLean)).toBeCloseTo(lean, 4);
    }),
  );
});

test("leaning to the person's left is positive", () => {
  expect(inDegrees(bodyAngles(body({ tilt: 15 })).trunkTilt)).toBeCloseTo(15, 4);
  expect(inDegrees(bodyAngles(body({ tilt: -15, heading: 120 })).trunkTilt)).toBeCloseTo(-15, 4);
});

test("a seated person has knees and hips at the angles of their legs", () => {
  const angles = bodyAngles(body({ knee: 90, lean: 10 }));
  expect(inDegrees(angles.leftKnee)).toBeCloseTo(90, 4);
  expect(inDegrees(angles.rightKnee)).toBeCloseTo(90, 4);
  expect(inDegrees(angles.leftHip)).toBeCloseTo(100, 4);
});

test("a missing or broken landmark makes its angles unknown, not zero", () => {
  const points = body({ knee: 90 });
  points[LANDMARK.left_ankle] = [NaN, 0, 0];
  const angles = bodyAngles(points);
  expect(angles.leftKnee).toBeNaN();
  expect(inDegrees(angles.rightKnee)).toBeCloseTo(90, 4);
  expect(Object.values(bodyAngles([]))).toEqual(Array<number>(6).fill(NaN));
  expect(bodyAngles(LANDMARKS.map(() => [0, 0, 0])).leftKnee).toBeNaN();
});

test("seated, the thighs keep a wrongly seen trunk from turning forward lean into tilt", () => {
  const points = body({ knee: 90, lean: 40 });
  const straight = bodyAngles(points);
  const [left, right] = [LANDMARK.left_hip, LANDMARK.right_hip];
  points[left] = [0.06, 0.08, 0.9]; // the hips seem to be turned by 37°
  points[right] = [-0.06, -0.08, 0.9];
  expect(inDegrees(straight.trunkTilt)).toBeCloseTo(0, 4);
  expect(Math.abs(inDegrees(bodyAngles(points).trunkTilt))).toBeLessThan(6);
});
