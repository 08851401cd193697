// Several cameras of one scene, each from its own place; and what has no consent does not leave the renderer.
import { beforeAll, describe, expect, test } from "vitest";
import { seconds } from "../../core/units.ts";
import { scene, ward } from "../../tests/camera-scene.ts";
import { facingRobot, linkPoses, risingResident } from "../../tests/posed-resident.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { fromRollPitchYaw } from "../sdf/pose.ts";
import { camerasOf, openCameras, type Cameras } from "./cameras.ts";
import { VEIL, type ConsentZone } from "./veil.ts";
import { cameraOf, wardCamera } from "./ward-camera.ts";

const look = { stature: DEFAULT_RESIDENT.stature, bodyMass: DEFAULT_RESIDENT.bodyMass };
const resident = risingResident(look.stature, 0.3);
const robot = facingRobot(1.4, 0, 0);
const poses = (patrol?: { readonly x: number; readonly yaw: number }) =>
  linkPoses(seconds(0), {
    resident,
    transfer_robot: robot,
    ...(patrol && {
      patrol: new Map([
        ["mast", { position: [patrol.x, 0.3, 1.3] as const, rotation: fromRollPitchYaw(0, 0, patrol.yaw) }],
      ]),
    }),
  });
const here = poses({ x: 1.2, yaw: Math.PI });

let cameras: Cameras;
beforeAll(() => {
  cameras = openCameras(scene, look);
});
const picture = (camera: string, zones?: readonly ConsentZone[], at = here) => {
  const rgba = cameras.draw(camera, at, zones);
  if (rgba === undefined) throw new Error(`${camera} drew nothing`);
  return rgba.slice();
};
const isVeiled = (rgba: Uint8ClampedArray, pixel: number) =>
  VEIL.every((value, k) => rgba[4 * pixel + k] === value);
const veiledIn = (rgba: Uint8ClampedArray) =>
  Array.from({ length: rgba.length / 4 }, (_, pixel) => pixel).filter((pixel) => isVeiled(rgba, pixel));
const differs = (a: Uint8ClampedArray, b: Uint8ClampedArray) =>
  Array.from({ length: a.length / 4 }, (_, pixel) => pixel).filter((pixel) =>
    [0, 1, 2].some((k) => a[4 * pixel + k] !== b[4 * pixel + k]),
  );

test("every camera of the scene is known by its name, with its own size and rate; the ward's is the one that stands still", () => {
  expect(camerasOf(scene).map(({ name, moves, sensor }) => [name, moves, sensor.width, sensor.rate])).toEqual(
    [
      ["patrol/camera", true, 160, 5],
      ["camera/camera", false, 320, 15],
      ["second/camera", false, 200, 10],
    ],
  );
  expect(cameraOf(scene).name).toBe("camera/camera");
});

test("each draws its own picture, whatever another drew before it", () => {
  const alone = wardCamera(ward, look).draw(here).slice();
  picture("second/camera");
  expect(picture("camera/camera")).toEqual(alone);
  expect(picture("second/camera")).toHaveLength(200 * 150 * 4);
  const first = picture("patrol/camera");
  expect(picture("patrol/camera", [], poses({ x: 1.2, yaw: Math.PI / 2 }))).not.toEqual(first);
  expect(picture("patrol/camera")).toEqual(first);
});

test("a camera that is carried draws nothing until it is known where it is, and an unknown one is refused by name", () => {
  expect(cameras.draw("patrol/camera", poses())).toBeUndefined();
  expect(() => cameras.draw("attic/camera", here)).toThrow(
    'no camera "attic/camera"; the scene has patrol/camera',
  );
});

describe("without consent", () => {
  test("a person is nothing but a filled shape, in every camera, and nothing else is", () => {
    for (const camera of ["camera/camera", "second/camera"]) {
      const [open, veiled] = [picture(camera), picture(camera, [{ kind: "person" }])];
      const filled = veiledIn(veiled);
      expect(veiledIn(open)).toEqual([]);
      expect(filled.length).toBeGreaterThan(1000);
      expect(differs(open, veiled)).toEqual(filled);
    }
  });
  test("a part of the picture is filled to its edges", () => {
    const zone = { kind: "picture", left: 0.25, top: 0, right: 0.5, bottom: 0.5 } as const;
    const filled = veiledIn(picture("second/camera", [zone]));
    expect(filled).toHaveLength(50 * 75);
    expect(filled.every((pixel) => pixel % 200 >= 50 && pixel % 200 < 100 && pixel < 75 * 200)).toBe(true);
  });
  test("a box of the room around the person hides all of them from every camera, and leaves the rest", () => {
    const box = { kind: "room", least: [-1.6, -0.5, 0], most: [-0.3, 0.5, 1.8] } as const;
    for (const camera of ["camera/camera", "second/camera"]) {
      const person = veiledIn(picture(camera, [{ kind: "person" }]));
      const boxed = picture(camera, [box]);
      expect(person.filter((pixel) => !isVeiled(boxed, pixel))).toEqual([]);
      expect(veiledIn(boxed).length).toBeLessThan(0.8 * (boxed.length / 4));
    }
  });
  test("a box that reaches past a camera's side is filled to the edge of the picture", () => {
    const beam = { kind: "room", least: [0, -0.2, 1.45], most: [2.4, 0, 1.55] } as const;
    const columns = veiledIn(picture("second/camera", [beam])).map((pixel) => pixel % 200);
    expect(Math.max(...columns)).toBe(199);
    expect(Math.min(...columns)).toBeGreaterThan(100);
  });
  test("a box behind a camera fills nothing, and one around it everything", () => {
    const behind = { kind: "room", least: [2, -0.6, 1], most: [2.4, -0.2, 1.7] } as const;
    expect(veiledIn(picture("second/camera", [behind]))).toEqual([]);
    const around = { kind: "room", least: [1, -1, 0], most: [2.4, 1, 2.5] } as const;
    expect(veiledIn(picture("second/camera", [around]))).toHaveLength(200 * 150);
  });
});
