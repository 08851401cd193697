// A body seen by a known camera is placed where it stands: exactly from exact landmarks, and by its feet when its size is not known.
import { assert as check, property, tuple, double } from "fast-check";
import { expect, test } from "vitest";
import { LANDMARK, LANDMARKS } from "../core/body/skeleton.ts";
import { rotate } from "../core/frames.ts";
import type { Quat, Transform, Vec3 } from "../core/frames.ts";
import { degrees, metres } from "../core/units.ts";
import { fromRollPitchYaw } from "../sim/sdf/pose.ts";
import { bodyScale } from "./body-size.ts";
import { intrinsicsOf, opticalFrame, pinhole } from "./camera.ts";
import { alongRays, floorFactor } from "./ground.ts";
import type { Detection } from "./landmarker.ts";
import { locate } from "./locate.ts";
import { add, length, subtract } from "./vectors.ts";

const camera = pinhole(320, 240, degrees(65));
const place = opticalFrame([0.35, 1.9, 1.6], fromRollPitchYaw(0, degrees(20), degrees(-120)));

/** 33 points spread like a body about `hips`, feet on the floor; map frame. */
const bodyAt = ([x, y]: readonly [number, number]): Vec3[] =>
  LANDMARKS.map((name, i) => {
    const height = name.includes("ankle") ? 0.065 : name.includes("heel") ? 0.03 : 1.5 - (i / 33) * 1.4;
    return [x + 0.15 * Math.sin(i * 2.4), y + 0.2 * Math.cos(i * 1.7), height];
  });

/** What a perfect model would find of these points. */
function detectionOf(
  points: readonly Vec3[],
  { translation, rotation }: Transform<"map", "camera_optical">,
): Detection {
  const back: Quat = [-rotation[0], -rotation[1], -rotation[2], rotation[3]];
  const optical = points.map((point) => rotate(back, subtract(point, translation)));
  const hips = optical[LANDMARK.left_hip] ?? [0, 0, 0];
  return {
    image: optical.map(([x, y, z]) => ({
      x: ((x / z) * camera.focalX + camera.centreX) / camera.width,
      y: ((y / z) * camera.focalY + camera.centreY) / camera.height,
      z: 0,
      visibility: 1,
    })),
    world: optical.map((point) => {
      const [x, y, z] = subtract(point, hips);
      return { x, y, z, visibility: 1 };
    }),
  };
}

test("exact landmarks give the exact place, anywhere in the ward", () => {
  const inView = tuple(
    double({ min: -1.6, max: -0.3, noNaN: true }),
    double({ min: -0.6, max: 0.6, noNaN: true }),
  );
  check(
    property(inView, (at) => {
      const body = bodyAt(at);
      const found = locate(detectionOf(body, place), camera, place, 1);
      for (const [i, point] of (found?.points ?? []).entries()) {
        expect(length(subtract(point, body[i] ?? [NaN, NaN, NaN]))).toBeLessThan(1e-6);
      }
      expect(found?.residual).toBeLessThan(1e-6);
    }),
  );
});

test("a body a tenth too small is placed a tenth too near, and its feet put it right", () => {
  const body = bodyAt([-1, 0]);
  const found = locate(detectionOf(body, place), camera, place, 0.9);
  const far = length(subtract(body[LANDMARK.left_hip] ?? [0, 0, 0], place.translation));
  expect((found?.distance ?? NaN) / far).toBeCloseTo(0.9, 1);
  const points = found?.points ?? [];
  const visibility = LANDMARKS.map(() => 1);
  const factor = floorFactor(points, visibility, place.translation);
  const stood = alongRays(points, place.translation, factor);
  const miss = length(subtract(stood[LANDMARK.left_hip] ?? [0, 0, 0], body[LANDMARK.left_hip] ?? [0, 0, 0]));
  expect(miss).toBeLessThan(0.02);
});

test("feet that are nowhere near the floor do not move the person", () => {
  const lying = bodyAt([-1, 0]).map((point) => add(point, [0, 0, 0.5]));
  expect(
    floorFactor(
      lying,
      LANDMARKS.map(() => 1),
      place.translation,
    ),
  ).toBe(1);
  expect(floorFactor([], [], place.translation)).toBe(1);
});

test("landmarks that nobody can see, or that are all one point, give no place", () => {
  const { image, world } = detectionOf(bodyAt([-1, 0]), place);
  const hidden = image.map((landmark) => ({ ...landmark, visibility: 0 }));
  expect(locate({ image: hidden, world }, camera, place, 1)).toBeUndefined();
  const point = image.map((landmark) => ({ ...landmark, x: 0.5, y: 0.5 }));
  expect(locate({ image: point, world }, camera, place, 1)).toBeUndefined();
  expect(locate({ image: [], world: [] }, camera, place, 1)).toBeUndefined();
});

test("the scale is the stature over the one that the found segments speak of", () => {
  const body: Vec3[] = LANDMARKS.map(() => [0, 0, 0]);
  for (const side of ["left", "right"] as const) {
    body[LANDMARK[`${side}_shoulder`]] = [0, 0, 0.288 * 1.6];
    body[LANDMARK[`${side}_knee`]] = [0, 0, -0.245 * 1.6];
    body[LANDMARK[`${side}_ankle`]] = [0, 0, -0.491 * 1.6];
  }
  expect(bodyScale(body, metres(1.6))).toBeCloseTo(1, 6);
  expect(bodyScale(body, metres(1.76))).toBeCloseTo(1.1, 6);
  expect(bodyScale(body, undefined)).toBe(1);
  expect(bodyScale([], metres(1.6))).toBe(1);
});

test("a camera_info that is not a pinhole's is refused", () => {
  const info = {
    header: { stamp: { sec: 0, nanosec: 0 }, frame_id: "" },
    width: 320,
    height: 240,
    distortion_model: "plumb_bob",
    d: [],
    k: [250, 0, 160, 0, 250, 120, 0, 0, 1],
    r: [],
    p: [],
    binning_x: 0,
    binning_y: 0,
    roi: { x_offset: 0, y_offset: 0, height: 0, width: 0, do_rectify: false },
  };
  expect(intrinsicsOf(info)).toMatchObject({ focalX: 250, centreY: 120 });
  expect(() => intrinsicsOf({ ...info, k: [0, 0, 0, 0, 0, 0, 0, 0, 0] })).toThrow("not of a pinhole camera");
});
