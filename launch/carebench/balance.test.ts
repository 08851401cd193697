// The margin of stability: inside the soles it is positive, outside negative, and speed takes it away as Hof's formula says.
import { expect, test } from "vitest";
import { bodyLengths } from "../../core/body/segments.ts";
import type { LinkPoses } from "../../core/messages.ts";
import { stampOf } from "../../core/time.ts";
import { metres, seconds } from "../../core/units.ts";
import { balanceOf } from "./balance.ts";

const STATURE = 1.6;
const PERIOD = 0.05;
const l = bodyLengths(metres(STATURE));
const upright = { x: 0, y: 0, z: 0, w: 1 };

/** Somebody upright, all above the feet moved forward by `forward`, m. */
function standing(forward: number): LinkPoses {
  const hip = l.ankleHeight + l.shank + l.thigh;
  const shoulder = hip + l.trunk;
  const rows: [name: string, x: number, y: number, z: number][] = [
    ["pelvis", forward, 0, hip],
    ["thorax", forward, 0, hip + l.lumbar],
    ["head", forward, 0, shoulder],
  ];
  for (const [side, y] of [
    ["left", 1],
    ["right", -1],
  ] as const) {
    rows.push(
      [`${side}_upper_arm`, forward, y * l.shoulderHalfBreadth, shoulder],
      [`${side}_forearm`, forward, y * l.shoulderHalfBreadth, shoulder - l.upperArm],
      [`${side}_hand`, forward, y * l.shoulderHalfBreadth, shoulder - l.upperArm - l.forearm],
      [`${side}_thigh`, forward, y * l.hipHalfBreadth, hip],
      [`${side}_shank`, forward, y * l.hipHalfBreadth, hip - l.thigh],
      [`${side}_foot`, 0, y * l.hipHalfBreadth, l.ankleHeight],
    );
  }
  return {
    header: { stamp: stampOf(seconds(0)), frame_id: "map" },
    names: rows.map(([name]) => `resident/${name}`),
    poses: rows.map(([, x, y, z]) => ({ position: { x, y, z }, orientation: upright })),
  };
}

const still = (forward: number) => {
  const look = balanceOf(STATURE, "female");
  look(standing(forward), PERIOD);
  return look(standing(forward), PERIOD);
};

test("who stands over the soles has the way to the nearest edge left, the heel here", () => {
  expect(still(0)).toBeCloseTo(l.heel, 2);
});

test("who leans past the toes has less than nothing left", () => {
  expect(still(0.4)).toBeLessThan(-0.1);
});

test("at 0.1 m/s backwards about 3 cm of it are gone: speed times the root of height over gravity", () => {
  const look = balanceOf(STATURE, "female");
  look(standing(0.1 * PERIOD), PERIOD);
  const lost = still(0) - look(standing(0), PERIOD);
  expect(lost).toBeGreaterThan(0.027);
  expect(lost).toBeLessThan(0.033);
});

test("nothing is known at the first look, and with no sole on the floor", () => {
  const look = balanceOf(STATURE, "female");
  expect(look(standing(0), NaN)).toBeNaN();
  const ground = standing(0);
  const poses = ground.poses.map((pose) => ({
    ...pose,
    position: { ...pose.position, z: pose.position.z + 0.1 },
  }));
  expect(look({ ...ground, poses }, PERIOD)).toBeNaN();
});
