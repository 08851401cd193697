// The real eyes on the rendered ward: the person is found at every stage of the rise, with the robot's arms around them.
import { beforeAll, expect, test } from "vitest";
import { bodyAngles } from "../../perception/angles.ts";
import { intrinsicsOf, opticalFrame } from "../../perception/camera.ts";
import { openLandmarker } from "../../perception/mediapipe/landmarker.ts";
import type { PoseModel } from "../../perception/mediapipe/model-file.ts";
import { observePerson } from "../../perception/observe.ts";
import type { Observation } from "../../perception/observe.ts";
import { LANDMARK, LANDMARKS } from "../../core/body/skeleton.ts";
import type { Vec3 } from "../../core/frames.ts";
import { inDegrees, radians, seconds } from "../../core/units.ts";
import { buildPoseModels } from "../../scripts/build-pose-model.ts";
import { cameraInfo, wardCamera } from "../../sim/camera/ward-camera.ts";
import { DEFAULT_RESIDENT } from "../../sim/resident/parameters.ts";
import { readWard } from "../../sim/ward.ts";
import { facingRobot, linkPoses, risingResident } from "../posed-resident.ts";
import type { Body } from "../posed-resident.ts";

const RATE = 15; // Hz, of the ward's camera
const STILL = 10; // frames seated before the rise, and standing after it
const RISE = 40; // frames
const { stature, bodyMass } = DEFAULT_RESIDENT;

interface Look {
  readonly share: number;
  readonly seen: Observation;
  readonly truth: readonly Vec3[];
}

/** Where the body's joints truly are, in the order of the landmarks; those that are no joints are unknown. */
function truePoints(body: Body): Vec3[] {
  const points: Vec3[] = LANDMARKS.map(() => [NaN, NaN, NaN]);
  const joints = { shoulder: "upper_arm", hip: "thigh", knee: "shank", ankle: "foot" } as const;
  for (const side of ["left", "right"] as const) {
    for (const [landmark, link] of Object.entries(joints)) {
      const place = body.get(`${side}_${link}`);
      if (place !== undefined)
        points[LANDMARK[`${side}_${landmark as keyof typeof joints}`]] = place.position;
    }
  }
  return points;
}

/** The whole rise, seen by the ward's camera with the robot's arms closed around the person. */
async function watchRise(model: PoseModel): Promise<Look[]> {
  const camera = wardCamera(readWard(DEFAULT_RESIDENT), { stature, bodyMass });
  const header = { stamp: { sec: 0, nanosec: 0 }, frame_id: "" };
  const view = {
    camera: intrinsicsOf(cameraInfo(camera.sensor, header)),
    place: opticalFrame(camera.pose.position, camera.pose.rotation),
    stature,
  };
  const landmarker = await openLandmarker({ model, mode: "video" });
  const observe = observePerson();
  const looks = Array.from({ length: STILL + RISE + STILL }, (_, frame): Look => {
    const share = Math.min(1, Math.max(0, (frame - STILL) / RISE));
    const resident = risingResident(stature, share);
    const robot = facingRobot(-0.05, 0.12 + 0.35 * share, 0.08);
    const time = seconds(frame / RATE);
    const rgba = camera.draw(linkPoses(time, { resident, transfer_robot: robot })).slice();
    const [detection] = landmarker.detect(rgba, camera.sensor.width, camera.sensor.height, time);
    return { share, seen: observe(detection, view, time), truth: truePoints(resident) };
  });
  landmarker.close();
  return looks;
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
const hips = (points: readonly Vec3[] | undefined): Vec3 => {
  const [a, b] = [points?.[LANDMARK.left_hip], points?.[LANDMARK.right_hip]];
  const middle = (axis: 0 | 1 | 2) => ((a?.[axis] ?? NaN) + (b?.[axis] ?? NaN)) / 2;
  return [middle(0), middle(1), middle(2)];
};
const leanError = ({ seen, truth }: Look): number =>
  inDegrees(radians(Math.abs(seen.angles.trunkLean - bodyAngles(truth).trunkLean)));
const distanceOnFloor = ({ seen, truth }: Look): number => {
  const [a, b] = [hips(seen.points), hips(truth)];
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
};

beforeAll(async () => {
  await buildPoseModels();
});

// Limits are half again above what was measured of each model; an eye that gets that much worse is broken.
test.each([
  ["lite", 0.18, 8],
  ["full", 0.1, 8],
] as const)(
  "the %s model sees the person in every picture of a rise: place, lean and posture",
  async (model, maxDistance, maxLean) => {
    const looks = await watchRise(model);
    const settled = looks.slice(2); // a person is believed after having been followed
    expect(settled.filter(({ seen }) => seen.confidence >= 0.6)).toHaveLength(settled.length);
    const seated = settled.filter(({ share }) => share === 0);
    const standing = looks.slice(-STILL / 2);
    expect(mean(seated.map(distanceOnFloor))).toBeLessThan(maxDistance);
    expect(mean(settled.map(leanError))).toBeLessThan(maxLean);
    for (const { seen } of seated) expect(seen.posture.posture).toBe("sitting");
    for (const { seen } of standing) expect(seen.posture.posture).toBe("standing");
  },
);

test("an empty ward with the robot in it holds nobody", async () => {
  const camera = wardCamera(readWard(DEFAULT_RESIDENT), undefined);
  const landmarker = await openLandmarker({ model: "lite", mode: "image" });
  for (const x of [-0.05, 0.5, 1.2]) {
    const rgba = camera.draw(linkPoses(seconds(0), { transfer_robot: facingRobot(x, 0.2, 0) })).slice();
    expect(landmarker.detect(rgba, camera.sensor.width, camera.sensor.height, seconds(0))).toEqual([]);
  }
  landmarker.close();
});
