// The eyes as a node: true ages, nothing invented, and a person told with place, posture and landmarks.
import { expect, test } from "vitest";
import { VirtualRun } from "../launch/virtual/run.ts";
import { LANDMARKS } from "../core/body/skeleton.ts";
import { Person } from "../core/messages.ts";
import type { Image, Person as PersonMessage } from "../core/messages.ts";
import { stampOf } from "../core/time.ts";
import { topics } from "../core/topics.ts";
import { seconds } from "../core/units.ts";
import { LEVEL_CAMERA, opticalFrame } from "./camera.ts";
import type { Detection, Landmarker } from "./landmarker.ts";
import { personNode } from "./person.node.ts";

const WIDTH = 32;
const HEIGHT = 24;
const picture = (time: number): Image => ({
  header: { stamp: stampOf(seconds(time)), frame_id: "ward_camera_optical" },
  width: WIDTH,
  height: HEIGHT,
  encoding: "rgba8",
  is_bigendian: 0,
  step: WIDTH * 4,
  data: new Uint8Array(WIDTH * HEIGHT * 4),
});
const cameraInfo = {
  header: { stamp: stampOf(seconds(0)), frame_id: "ward_camera_optical" },
  width: WIDTH,
  height: HEIGHT,
  distortion_model: "plumb_bob",
  d: [0, 0, 0, 0, 0],
  k: [25, 0, 16, 0, 25, 12, 0, 0, 1],
  r: [],
  p: [],
  binning_x: 0,
  binning_y: 0,
  roi: { x_offset: 0, y_offset: 0, height: 0, width: 0, do_rectify: false },
};

/** Where a standing person's landmarks are in camera axes, 3 m away, for a camera at hip height. */
const standing: Detection = (() => {
  const at = LANDMARKS.map((name) => {
    const heights: readonly (readonly [string, number])[] = [
      ["shoulder", -0.5],
      ["hip", 0],
      ["knee", 0.42],
      ["ankle", 0.83],
      ["heel", 0.87],
      ["foot", 0.87],
    ];
    const y = heights.find(([part]) => name.includes(part))?.[1] ?? -0.6;
    const x = name.startsWith("left") ? 0.12 : name.startsWith("right") ? -0.12 : 0;
    return { x, y, z: 0 };
  });
  const depth = 3;
  return {
    image: at.map(({ x, y, z }) => ({
      x: ((x / depth) * 25 + 16) / WIDTH,
      y: ((y / depth) * 25 + 12) / HEIGHT,
      z,
      visibility: 1,
    })),
    world: at.map((point) => ({ ...point, visibility: 1 })),
  };
})();

interface Seen {
  readonly run: VirtualRun;
  readonly told: { readonly at: number; readonly person: PersonMessage }[];
  readonly times: number[];
}
function watch(answer: () => readonly Detection[], parameters = {}): Seen {
  const times: number[] = [];
  const landmarker: Landmarker = {
    detect: (_rgba, _width, _height, time) => {
      times.push(time);
      return answer();
    },
    close: () => undefined,
  };
  const camera = opticalFrame([-3, 0, 0.9], [0, 0, 0, 1]);
  const run = new VirtualRun([personNode({ landmarker, camera })], { person: parameters });
  const told: Seen["told"] = [];
  run.on(topics.person, (person, at) => told.push({ at, person }));
  run.publish(topics.cameraInfo, cameraInfo);
  return { run, told, times };
}
/** Shows a picture every 50 ms for a while. */
function show({ run }: Seen, count: number): void {
  for (let i = 0; i < count; i++) {
    run.publish(topics.image, picture(run.now()));
    run.advance(seconds(0.05));
  }
}

test("a person is told with the time of the picture, posture and place in the map", () => {
  const seen = watch(() => [standing]);
  show(seen, 10);
  const person = seen.told.at(-1)?.person;
  expect(person).toMatchObject({
    seen: true,
    posture: Person.POSTURE_STANDING,
    header: { frame_id: "ward_camera_optical" },
  });
  expect(person?.header.stamp).toEqual(stampOf(seconds(0.45)));
  expect(person?.landmarks).toHaveLength(33);
  expect(person?.world).toHaveLength(33);
  const hip = person?.points[23];
  expect(hip?.x).toBeCloseTo(0, 1);
  expect(hip?.z).toBeCloseTo(0.9, 1);
  expect(person?.trunk_lean).toBeCloseTo(0, 2);
});

test("when nobody is found it says so, and tells no angle, posture or landmark", () => {
  const seen = watch(() => []);
  show(seen, 3);
  expect(seen.told).toHaveLength(3);
  const person = seen.told.at(-1)?.person;
  expect(person).toMatchObject({
    seen: false,
    confidence: 0,
    posture: Person.POSTURE_UNKNOWN,
    landmarks: [],
    points: [],
  });
  expect(person?.trunk_lean).toBeNaN();
});

test("somebody badly seen is not told, but how little was seen is", () => {
  const faint = { ...standing, image: standing.image.map((landmark) => ({ ...landmark, visibility: 0.5 })) };
  const seen = watch(() => [faint]);
  show(seen, 10);
  const person = seen.told.at(-1)?.person;
  expect(person).toMatchObject({ seen: false, landmarks: [], world: [], points: [] });
  expect(person?.confidence).toBeCloseTo(0.5, 2);
});

test("each picture is looked at once, and silence of the camera is silence of the eyes", () => {
  const seen = watch(() => [standing]);
  show(seen, 2);
  seen.run.advance(seconds(1));
  expect(seen.times).toEqual([0, 0.05]);
  expect(seen.told).toHaveLength(2);
});

test("on a virtual clock the detection takes the time it is told to take", () => {
  const seen = watch(() => [standing], { model_latency: 0.04 });
  show(seen, 4);
  expect(seen.told.length).toBeGreaterThan(2);
  for (const { at, person } of seen.told) {
    const age = at - person.header.stamp.nanosec / 1e9;
    expect(age).toBeGreaterThan(0.0399);
    expect(age).toBeLessThan(0.0501); // told at the first step after it
  }
});

test("without a camera_info nothing is told: where things are cannot be known", () => {
  const landmarker: Landmarker = { detect: () => [standing], close: () => undefined };
  const run = new VirtualRun([personNode({ landmarker, camera: LEVEL_CAMERA })]);
  const told: PersonMessage[] = [];
  run.on(topics.person, (person) => told.push(person));
  run.publish(topics.image, picture(0));
  run.advance(seconds(0.5));
  expect(told).toEqual([]);
});
