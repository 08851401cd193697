// Several cameras as one node: each at its own rate, with what has no consent veiled, and with the faults of the world.
import { expect, test } from "vitest";
import { VirtualRun } from "../../launch/virtual/run.ts";
import type { ActiveFaults, Image } from "../../core/messages.ts";
import { secondsOf, stampOf } from "../../core/time.ts";
import { cameraTopics, topics } from "../../core/topics.ts";
import { metres, seconds } from "../../core/units.ts";
import { scene } from "../../tests/camera-scene.ts";
import { facingRobot, linkPoses, risingResident } from "../../tests/posed-resident.ts";
import { DEFAULT_RESIDENT } from "../resident/parameters.ts";
import { cameraNode, type View } from "./camera.node.ts";
import { camerasOf } from "./cameras.ts";
import { VEIL, type ConsentZone } from "./veil.ts";

const look = { stature: DEFAULT_RESIDENT.stature, bodyMass: DEFAULT_RESIDENT.bodyMass };
const bodies = { resident: risingResident(look.stature, 0.3), transfer_robot: facingRobot(1.4, 0, 0) };
const veiled = (image: Image | undefined) => {
  const { data = new Uint8Array() } = image ?? {};
  const pixels = Array.from({ length: data.length / 4 }, (_, i) => 4 * i);
  return pixels.filter((at) => VEIL.every((value, k) => data[at + k] === value)).length;
};
const mean = (image: Image | undefined) => {
  const { data = new Uint8Array() } = image ?? {};
  return data.reduce((sum, one) => sum + one, 0) / data.length;
};
const view = (name: string, zones?: readonly ConsentZone[]): View => {
  const camera = camerasOf(scene).find((one) => one.name === name);
  if (camera === undefined) throw new Error(name);
  return { camera, frame: name, topics: cameraTopics(name.split("/")[0] ?? ""), ...(zones && { zones }) };
};
/** So many seconds of poses at 100 Hz; the pictures of one camera. */
function film(run: VirtualRun, camera: string, duration: number) {
  const images: Image[] = [];
  const deaf = run.on(cameraTopics(camera).image, (image) => images.push(image));
  for (let t = 0; t < duration; t += 0.01) {
    run.publish(topics.linkPoses, linkPoses(run.now(), bodies));
    run.advance(seconds(0.01));
  }
  deaf();
  return images;
}
const known = {
  name: "",
  sex: 0,
  stature: look.stature,
  body_mass: look.bodyMass,
  seat_height: metres(0.45),
};

test("two cameras are published, each at its own rate, and a resident who refused is veiled where that is asked for", () => {
  const run = new VirtualRun(
    [
      cameraNode(scene, [
        view("second/camera"),
        view("camera/camera", [{ kind: "picture", left: 0, top: 0, right: 1, bottom: 1 }]),
      ]),
    ],
    { ward_camera: { veil_refused: true } },
  );
  const room: Image[] = [];
  run.on(cameraTopics("camera").image, (image) => room.push(image));
  run.publish(topics.resident, { ...known, picture_refused: true });
  const refused = film(run, "second", 0.3);
  expect(refused).toHaveLength(3);
  expect(room.length).toBeGreaterThan(3);
  expect(veiled(room[0])).toBe(320 * 240);
  expect(veiled(refused[1])).toBeGreaterThan(1000);
  run.publish(topics.resident, { ...known, picture_refused: false });
  expect(veiled(film(run, "second", 0.3).at(-1))).toBe(0);
});

test("a camera falls silent, freezes, is stale, noisy or blinded, by the faults of the world", () => {
  const run = new VirtualRun([cameraNode(scene, [view("second/camera")])]);
  const during = (...faults: readonly string[]) => {
    const told: ActiveFaults = { header: { stamp: stampOf(run.now()), frame_id: "" }, faults };
    run.publish(topics.activeFaults, told);
    return film(run, "second", 0.3);
  };
  const sound = during().at(-1);
  const grey = (image: Image | undefined) => Buffer.from(image?.data ?? []).toString("base64");
  expect(during("camera.silent")).toEqual([]);
  const stamps = (images: readonly Image[]) =>
    new Set(images.map(({ header }) => secondsOf(header.stamp))).size;
  const frozen = during("camera.frozen");
  expect([frozen.length, stamps(frozen), grey(frozen[2])]).toEqual([3, 3, grey(sound)]);
  expect(stamps(during("camera.stale"))).toBe(1);
  expect(grey(during("camera.noisy").at(-1))).not.toBe(grey(sound));
  expect(mean(during("camera.biased").at(-1))).toBeGreaterThan(mean(sound) + 40);
  expect(during().at(-1)?.data).toEqual(sound?.data);
});
